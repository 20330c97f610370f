#pragma once
#include "core/io/formats/arrow_batch.h"

#include <functional>

namespace aq {

/// Tensors made of a batch's rows.
struct ArrowRows {
    std::vector<TensorInfo> tensors;
    bool hasShapes = false; ///< Of one row at least it is known.
};

/// Reads a batch. Errors name row and tensor.
using ArrowRowReader
    = std::function<Result<ArrowRows>(ArrowBatch& batch, const ArrowDictionaries& dictionaries)>;

/// For tables with `quantized_data`. Errors name the column that is missing or of a wrong type.
/// @pre the table outlives the reader
Result<ArrowRowReader> quantizedRows(const ArrowTable& table);

/// For tables with `weights`.
Result<ArrowRowReader> weightRows(const ArrowTable& table);

/// Columns of texts by a dictionary that a reader may ask for.
std::vector<const ArrowField*> dictionaryColumns(const ArrowTable& table);

/// "row 3: blk.0.attn_q.weight"
QString arrowPlace(std::size_t row, const std::optional<QString>& name);

inline constexpr std::size_t highestArrowRank = 64;

} // namespace aq
