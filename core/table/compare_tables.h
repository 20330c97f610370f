#pragma once
#include "core/base/job_control.h"
#include "core/table/c_export.h"
#include "core/table/quantized_table.h"
#include "core/table/weight_table.h"

#include <QStringList>
#include <deque>

namespace aq {

struct TableBatches {
    OwnedField schema;
    std::deque<OwnedArray> batches;
};

/// The weights that quantized layers decode to, in float32, with their names and shapes.
Result<TableBatches> dequantizeTable(
    const QuantizedTable& table, int threads, bool largeOffsets, const JobControl& control);

/// How far each quantized layer is from its weights: docs/table.md has the columns. A layer that
/// one of the tables lacks, or whose shape differs, is a row that says so.
struct TableComparison : TableBatches {
    bool passed = false;  ///< Every layer is there and reaches the least cosine.
    QStringList failures; ///< "layer 'x': cosine 0.62 is below 0.85"
};
Result<TableComparison> compareTables(const WeightTable& weights, const QuantizedTable& quantized,
    double minCosine, int threads, const JobControl& control);

} // namespace aq
