#pragma once
#include "core/table/quantize_table.h"

namespace aq {

/// Hands a table out as a stream.
CStream streamOf(OwnedField schema, std::deque<OwnedArray> batches);

/// A row per bad layer: row, layer_name, column, message.
CStream errorStream(const std::vector<LayerError>& errors);

} // namespace aq
