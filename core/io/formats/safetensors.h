#pragma once
#include "core/io/format.h"

namespace aq {

/// Reads the table of contents of a safetensors file: 8 + N bytes, never the data behind them.
/// The tensors come sorted by their place in the file; blobs have part 0. Layout and every rule
/// that a file must keep: docs/formats/safetensors.md.
///
/// @return Corrupt: a rule is broken; the error names the tensor if it is about one.
Result<ModelHeader> readSafetensorsHeader(const ByteSource& file);

extern const Format safetensorsFormat;

} // namespace aq
