#pragma once
#include "core/io/model_writer.h"

namespace aq {

/// Keys and values of a GGUF file that is written from `manifest`: createGguf() says which.
std::vector<TypedEntry> ggufEntries(const OutputManifest& manifest, bool isQuantized);

/// general.file_type of the tensors: that of the block type, or else of the type, with most bytes.
std::uint32_t ggufFileType(std::span<const OutputTensor> tensors);

} // namespace aq
