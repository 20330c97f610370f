#pragma once
#include "core/io/byte_source.h"
#include "core/tensor/tensor_info.h"

namespace aq {

/// Reads a strided view as if it were row-major: bytes [first, first + into.size()) of that order.
/// The source is read forwards in pieces of at most 1 MiB, runs that lie close together in one;
/// a transposed tensor read in tiles is therefore read about once per tile.
///
/// @pre  `tensor.strides` is set, one per extent, none negative; the view lies in `tensor.data`,
///       whose first byte is that of element 0; elements are whole bytes.
/// @pre  The range lies inside the tensor; it may begin and end within an element.
Result<void> gather(
    const ByteSource& source, const TensorInfo& tensor, std::int64_t first, MutableBytes into);

} // namespace aq
