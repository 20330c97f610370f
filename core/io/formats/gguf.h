#pragma once
#include "core/io/format.h"

namespace aq {

/// Reads the table of contents of a GGUF file of version 2 or 3, never the data behind it. Tensors
/// come in the file's order with the shape turned round to ours (outermost extent first); types in
/// blocks have an Encoding with the type's name in lower case as scheme, whether or not it can be
/// decoded. What `comfy.gguf.orig_shape.*` says is undone. Layout, and every rule that a file must
/// keep: docs/formats/gguf.md.
///
/// @return Corrupt: a rule is broken; Unsupported: big endian, version 1, an unknown type. The
/// error
///         names the key or tensor if it is about one.
Result<ModelHeader> readGgufHeader(const ByteSource& file);

extern const Format ggufFormat;

} // namespace aq
