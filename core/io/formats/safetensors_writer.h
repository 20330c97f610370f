#pragma once
#include "core/io/model_writer.h"

namespace aq {

/// Starts a safetensors file. Kept tensors lie under their own name; a quantized tensor W becomes
/// `W.codes`, `W.scales` and, unless its scheme implies them, `W.zero_points`:
/// docs/formats/packed-safetensors.md. The data lies in the manifest's order, without holes.
///
/// @return InvalidPlan: sizes that do not fit the shapes, names that collide.
Result<std::unique_ptr<ModelWriter>> createSafetensors(
    const QString& path, const OutputManifest& manifest);

/// Size in bytes of the file that such a writer makes; errors likewise.
Result<std::int64_t> safetensorsFileBytes(const OutputManifest& manifest);

} // namespace aq
