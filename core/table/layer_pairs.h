#pragma once
#include "core/table/quantized_table.h"
#include "core/table/weight_table.h"

namespace aq {

/// A layer of two tables, by its name, or one that only one of them has.
struct LayerPair {
    QString name;
    const WeightLayer* weights = nullptr;
    const QuantizedLayer* quantized = nullptr;
    const char* trouble = nullptr; ///< Why they are not compared, as a status; null: they are.
    QString why;                   ///< In words: "shape [2, 3] became [3, 2]".
};

/// A pair for each layer of the weights, in their order and bad rows last, then for those that only
/// the quantized table has.
std::vector<LayerPair> pairUp(const WeightTable& weights, const QuantizedTable& quantized);

} // namespace aq
