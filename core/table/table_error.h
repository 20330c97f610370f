#pragma once
#include "core/base/error.h"

#include <cstdint>
#include <vector>

namespace aq {

/// Why one layer of a table cannot be used.
struct LayerError {
    std::int64_t row = 0; ///< From 0, over all batches.
    QString layer;        ///< Its name; empty where that is what is wrong.
    QString column;       ///< "weights"; empty: none in particular.
    Error error;          ///< `detail` as a sentence of its own: "weights[17] is NaN".
};

/// "layer 'blk.0.attn_q.weight': weights[17] is NaN"; by its row where there is no name.
QString errorText(const LayerError& error);

/// One line each, in the order of the rows.
QString errorText(const std::vector<LayerError>& errors);

} // namespace aq
