#pragma once
#include "core/table/c_export.h"
#include "core/table/table_progress.h"
#include "core/table/weight_table.h"

#include <deque>

namespace aq {

enum class TableOrder : std::uint8_t { AsGiven, ByName };

struct TableOptions {
    int bits = 4;
    int groupSize = 128; ///< 0: one group for the tensor.
    Symmetry symmetry = Symmetry::Asymmetric;
    Search search = Search::Balanced;
    bool strict = true; ///< 2, 4 and 8 bits only.
    bool continueOnError = false;
    TableOrder order = TableOrder::AsGiven;
    bool largeOffsets = false;
    int threads = 0; ///< 0: one per core.
};

/// What is wrong with the options: InvalidPlan. Nothing: they can be used.
Result<void> checkOptions(const TableOptions& options);

/// Layers in buffers of ours. Codes, scales and zero points lie where the kernels wrote them.
struct QuantizedBatches {
    OwnedField schema;
    std::deque<OwnedArray> batches;
    std::vector<LayerError> errors; ///< In the order of the rows.
};

/// Quantizes the layers of a table with all threads, each in tiles of its rows, so that one large
/// layer is shared as well as a hundred small ones. The same bytes for any number of threads, and
/// those that a file of the same weights holds: docs/formats/arrow.md.
///
/// NaN and infinities, and layers too large for 32-bit offsets, are errors of their layers. All
/// errors are found and come back together, in `errors`: with `continueOnError` beside the layers
/// that are good, else alone, and `batches` is empty. Otherwise there is at least one batch.
/// Fails only for the whole: InvalidPlan (options), Cancelled. std::bad_alloc may pass.
Result<QuantizedBatches> quantizeTable(
    const WeightTable& table, const TableOptions& options, const TableControl& control);

/// The columns of the result: `arrowColumns` of the Arrow files, here in memory.
OwnedField quantizedSchema(bool largeOffsets);

} // namespace aq
