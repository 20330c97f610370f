#pragma once
#include "core/io/format.h"
#include "core/io/formats/packed_words.h"

namespace aq {

// What our packed files add to safetensors: docs/formats/packed-safetensors.md.
inline const QString codesSuffix = QStringLiteral(".codes");
inline const QString scalesSuffix = QStringLiteral(".scales");
inline const QString zerosSuffix = QStringLiteral(".zero_points");

/// Turns codes, scales and zero points of a packed file back into one tensor with an Encoding, in
/// the place of its codes; removes "arrowquant.tensors" from the metadata. Other files are left
/// as they are. Every size is checked against scheme, shape and group size.
///
/// @return Corrupt: the metadata and the tensors contradict each other; Unsupported: a newer
///         version or an unknown scheme. Errors name the tensor.
Result<void> foldPacked(ModelHeader& header);

} // namespace aq
