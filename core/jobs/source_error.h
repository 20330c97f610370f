#pragma once
#include "core/io/model_source.h"

namespace aq {

/// Puts file and tensor in front of an error about a tensor of `source`, once.
Error locatedAt(const ModelSource& source, const TensorInfo& tensor, const Error& error);

/// The error for a value that cannot be quantized: "element 1234 is NaN".
/// @param element  row-major index in the whole tensor
/// @param stored   its bytes in the source; a finite F64 that F32 cannot hold is told apart from
/// infinity
Error nonFiniteSource(std::int64_t element, DType dtype, Bytes stored, float value);

/// The error for a decoded value that a narrower float type cannot hold.
Error nonFiniteResult(std::int64_t element, DType dtype, float value);

} // namespace aq
