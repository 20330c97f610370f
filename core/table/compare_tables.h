#pragma once
#include "core/table/c_export.h"
#include "core/table/quantized_table.h"
#include "core/table/table_progress.h"
#include "core/table/weight_table.h"

#include <QStringList>
#include <deque>

namespace aq {

/// How far each quantized layer is from its weights.
struct TableComparison {
    OwnedField schema; ///< layer_name, scheme, bits_per_weight, cosine, rel_rmse, sqnr_db,
                       ///< max_error, status; numbers are NaN where nothing was compared.
    std::deque<OwnedArray> batches; ///< One.
    bool passed = false;            ///< Every layer is there and reaches the least cosine.
    QStringList failures;           ///< "layer 'x': cosine 0.62 is below 0.85"
};

/// Compares the layers of two tables by name. A row for each of the weights, in their order, then
/// for those that only the quantized table has. `status` is one of
///
///     passed                cosine similarity of at least `minCosine`
///     below-minimum         less
///     not-finite            a weight, or what one decodes to, is NaN or an infinity
///     shape-differs
///     missing-in-quantized
///     missing-in-weights
///     unreadable            one of its rows is an error of its table
///
/// Sums are merged in the order of the tiles: the same bits for any number of threads. Fails only
/// with Cancelled; std::bad_alloc may pass. @see metrics.h for the formulas
Result<TableComparison> compareTables(const WeightTable& weights, const QuantizedTable& quantized,
    double minCosine, int threads, const TableControl& control);

} // namespace aq
