#pragma once
#include "core/quant/scheme.h"
#include "core/table/c_owner.h"
#include "core/table/table_error.h"

#include <vector>

namespace aq {

/// A row of a table of weights, seen where its producer keeps it.
struct WeightLayer {
    std::int64_t row = 0; ///< From 0, over all batches.
    QString name;
    Weights weights; ///< In the producer's own buffer: F32 or F16.
    Shape shape;     ///< Has exactly as many elements.
};

/// All of a table: layers that point into the batches, which are released with it.
struct WeightTable {
    std::vector<CArray> batches;
    std::vector<WeightLayer> layers; ///< In the order of the rows; bad ones are left out.
    std::vector<LayerError> errors;  ///< Those, in the same order.
    std::int64_t rows = 0;
};

/// Reads a stream to its end without touching a weight. Columns in any order, others are ignored:
///
///     layer_name  utf8, large_utf8, utf8_view, or dictionary-encoded; unique
///     weights     list, large_list or fixed_size_list of float32 or float16
///     shape       optional; list, large_list or fixed_size_list of int64 or another integer; a
///                 null or no such column: one dimension
///
/// Slices (offsets at every level) and any number of batches are fine. Fails when the stream does
/// (Internal, with its message), when a column is missing or of another type (Unsupported, naming
/// column, expected and found type), and when an array breaks the format (Corrupt). Nulls, names
/// that are not UTF-8 or that an earlier row has, and shapes that do not match are errors of their
/// rows.
Result<WeightTable> readWeightTable(ArrowArrayStream* stream);

/// The same of one batch with its schema; `batch` is taken over, `schema` only looked at.
Result<WeightTable> readWeightBatch(const ArrowSchema& schema, ArrowArray* batch);

} // namespace aq
