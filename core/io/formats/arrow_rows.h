#pragma once
#include "core/io/formats/arrow_batch.h"

#include <functional>

namespace aq {

/// Makes tensors of a batch's rows. Errors name the tensor.
using ArrowRowReader = std::function<Result<std::vector<TensorInfo>>(ArrowBatch&)>;

/// For tables with `quantized_data`. Errors name the column that is missing or of a wrong type.
Result<ArrowRowReader> quantizedRows(const ArrowTable& table);

/// For tables with `weights`.
Result<ArrowRowReader> weightRows(const ArrowTable& table);

} // namespace aq
