#pragma once
#include "core/base/result.h"
#include "core/tensor/tensor_info.h"

#include <optional>

namespace aq {

/// A row of a table of quantized layers, as it is stored: docs/formats/arrow.md. What no column
/// says is empty.
struct PackedRow {
    QString name, scheme, dtype, symmetry;
    Blob data, scales, zeros; ///< Scales and zero points are float32.
    Shape shape;
    std::int64_t bits = 0;
    std::optional<std::int64_t> group;
};

/// The tensor of a row, with an encoding unless it is kept, or has no elements. What is not said is
/// inferred: the scheme from the bits, the group size from the number of scales. Fails (Corrupt,
/// Unsupported) unless all sizes agree.
Result<TensorInfo> tensorOf(const PackedRow& row);

} // namespace aq
