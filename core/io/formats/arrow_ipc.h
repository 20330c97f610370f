#pragma once
#include "core/io/format.h"

namespace aq {

/// Reads the table of contents of an Arrow IPC file whose rows are tensors: footer, messages and
/// small columns, never codes or weights. Two kinds of table are known, by their columns:
///
///   quantized  layer_name, quantized_data, scales, zero_points, shape, bit_width and, optionally,
///              group_size, scheme, dtype, symmetry (the table that this program writes)
///   weights    layer_name, weights and, optionally, shape
///
/// Any number of record batches and rows, and the large_ variants of the types; no compression, no
/// dictionaries, no nulls. Rules: docs/formats/arrow.md. Blobs have part 0.
///
/// @return Corrupt or Unsupported; the error names the column, and the tensor if it is about one.
Result<ModelHeader> readArrowHeader(const ByteSource& file);

extern const Format arrowFormat;

} // namespace aq
