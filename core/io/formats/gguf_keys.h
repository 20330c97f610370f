#pragma once
#include "core/io/formats/gguf_types.h"
#include "core/io/model_writer.h"

namespace aq {

const GgufType* ggufTypeOf(const OutputTensor& tensor); ///< Null: GGUF has none for it.

/// Keys and values of a GGUF file that is written from `manifest`: createGguf() says which.
std::vector<TypedEntry> ggufEntries(const OutputManifest& manifest, bool isQuantized);

/// general.file_type of the tensors: that of the block type, or else of the type, with most bytes.
std::uint32_t dominantFileType(std::span<const OutputTensor> tensors);

} // namespace aq
