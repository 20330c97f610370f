#pragma once
#include "core/table/quantize_table.h"
#include "core/table/quantized_table.h"

namespace aq {

struct DequantizedBatches {
    OwnedField schema; ///< layer_name, weights list<float32>, shape list<int64>
    std::deque<OwnedArray> batches;
    std::vector<LayerError> errors; ///< In the order of the rows.
};

/// The weights that quantized layers decode to; kept ones are converted to float32. Layers that are
/// kept as integers, and those too large for 32-bit offsets, are errors, which together with those
/// of the table come back as from quantizeTable(). Of the options only continueOnError, order,
/// largeOffsets and threads count. Fails only with Cancelled; std::bad_alloc may pass.
Result<DequantizedBatches> dequantizeTable(
    const QuantizedTable& table, const TableOptions& options, const TableControl& control);

} // namespace aq
