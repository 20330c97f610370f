#pragma once
#include "core/table/quantized_table.h"
#include "core/validate/tile_span.h"

namespace aq {

bool canDecode(const QuantizedLayer& layer); ///< It is quantized, or kept as floats.

/// Writes what `span` of a layer decodes to, span.elements() floats.
/// @pre canDecode(), and a part of a row begins at a multiple of 8 columns
void decode(const QuantizedLayer& layer, const TileSpan& span, std::span<float> out);

} // namespace aq
