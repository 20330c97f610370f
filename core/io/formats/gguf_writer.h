#pragma once
#include "core/io/model_writer.h"

namespace aq {

/// Starts a GGUF file of version 3. A tensor with an encoding is written as blocks of the type that
/// its scheme names, in rows of Encoding::shape where that is set; others lie as they are. Shapes
/// that are stored otherwise are told in `comfy.gguf.orig_shape.<name>`. Keys, in this order:
///
/// - the source's own with their types, but for those about its container (alignment, split) and
///   its quantization; one that `metadata` holds with another text is replaced by that text;
/// - general.quantization_version (if anything is quantized) and general.file_type: the number in
///   `metadata` if there is one, else that of the type with most bytes;
/// - what else `metadata` holds, as strings, then the original shapes.
///
/// Replaced tensors keep the stored shape that they were announced with, so the header's size, and
/// with it all places, is known from the start.
///
/// @return InvalidPlan: a tensor that GGUF cannot hold, sizes that do not fit the shapes.
Result<std::unique_ptr<ModelWriter>> createGguf(
    const QString& path, const OutputManifest& manifest);

/// Size in bytes of the file that such a writer makes; errors likewise.
Result<std::int64_t> ggufFileBytes(const OutputManifest& manifest);

/// Why no GGUF file can hold this tensor, in words that can follow its name; nothing if one can.
std::optional<QString> ggufCannotHold(const OutputTensor& tensor);

} // namespace aq
