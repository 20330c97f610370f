#pragma once
#include "core/tensor/tensor_info.h"

#include <QStringView>
#include <optional>

namespace aq {

/// Bits of one code of an affine scheme: "int4" -> 4. Nothing for other ids, and outside 2..8.
std::optional<int> packedBits(QStringView scheme);

/// How many codes, scales and zero points a tensor takes: docs/formats/packed-safetensors.md.
struct PackedSize {
    std::int64_t rows = 0;       ///< As matrixOf(shape).
    std::int64_t rowBytes = 0;   ///< Of codes: ceil(columns * bits / 8).
    std::int64_t groups = 0;     ///< Scales per row: ceil(columns / groupSize).
    std::int64_t scales = 0;     ///< In all: rows * groups, or 1 for groupSize 0.
    std::int64_t scaleBytes = 0; ///< Of one.
    std::int64_t zeroBytes = 0;  ///< Of one; 0 when the scheme implies it.

    std::int64_t codesBytes() const { return rows * rowBytes; }
    std::int64_t scalesBytes() const { return scales * scaleBytes; }
    std::int64_t zerosBytes() const { return scales * zeroBytes; }
};

/// Nothing when the scheme is not affine, the group size is negative, a product overflows, or the
/// tensor has no elements (those are kept).
std::optional<PackedSize> packedSize(
    QStringView scheme, const SchemeOptions& options, std::span<const std::int64_t> shape);

// The words that files use.
const char* nameOf(Symmetry symmetry); ///< "asymmetric", "symmetric", "asymmetric-integer"
const char* nameOf(ScaleType type);    ///< "F16", "F32"
const char* nameOf(ZeroType type);     ///< "none", "U8", "F16", "F32"
std::optional<Symmetry> symmetryNamed(QStringView name);
std::optional<ScaleType> scaleTypeNamed(QStringView name);
std::optional<ZeroType> zeroTypeNamed(QStringView name);

} // namespace aq
