#pragma once
#include "core/io/byte_source.h"
#include "core/quant/scheme.h"
#include "core/tensor/dtype.h"

#include <optional>
#include <span>

namespace aq {

/// Decodes elements of a Float dtype, little endian, unaligned. F64 rounds to nearest even and may
/// become infinite: checkFinite() comes after.
void toFloat(DType dtype, Bytes in, std::span<float> out);

/// Encodes to F32, F16 or BF16, nearest even; NaN stays a quiet NaN.
void fromFloat(DType dtype, std::span<const float> in, MutableBytes out);

/// Index of the first NaN or infinity; nothing when all are finite.
std::optional<std::size_t> firstNonFinite(std::span<const float> x);
std::optional<std::size_t> firstNonFinite(const Weights& x);

} // namespace aq
