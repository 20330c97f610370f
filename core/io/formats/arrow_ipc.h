#pragma once
#include "core/io/format.h"

namespace aq {

/// Reads the table of contents of an Arrow IPC file or stream whose rows are tensors: messages and
/// small columns, never codes or weights. Two kinds of table are known, by their columns:
///
///   quantized  layer_name, quantized_data, scales, zero_points, shape, bit_width and, optionally,
///              group_size, scheme, dtype, symmetry (the table that this program writes)
///   weights    layer_name, weights and, optionally, shape
///
/// Any number of record batches and rows, names also by dictionary, nulls where a value may be
/// missing, buffers compressed or not. Blobs of part 0 lie in the file; part 1, if there is one, is
/// what compressed buffers decompress to, in windows: ArrowInflated. Rules: docs/formats/arrow.md.
///
/// @param path  of `file`, for OpenedModel::files
/// @return Corrupt or Unsupported; the error names the column, and the tensor if it is about one.
Result<OpenedModel> openArrow(const std::shared_ptr<const ByteSource>& file, const QString& path);
Result<OpenedModel> openArrowStream(
    const std::shared_ptr<const ByteSource>& file, const QString& path);

extern const Format arrowFormat;
extern const Format arrowStreamFormat; ///< The same messages without a footer.

} // namespace aq
