#pragma once
#include "core/quant/schemes/block.h"

#include <array>
#include <cstdint>
#include <span>

/// The K-quants with a scale and a minimum: Q2_K, Q4_K, Q5_K. docs/schemes/k-min.md
///
/// A block of 256 weights holds runs of 16 or 32. Weight x of a run with code q decodes to
///
///     x' = (d * scale) * q - (dmin * minimum)
///
/// where d and dmin are F16 and belong to the block, scale and minimum are small whole numbers and
/// belong to the run. What the reference and the vector code share is here: the numbers of each
/// format and of each search, and the one step that looks at a block as a whole.
namespace aq::kmin {

constexpr int blockLength = 256;
constexpr int maxRuns = 16;

struct Shape {
    int length;      ///< Weights of one run.
    int levels;      ///< The largest code.
    int scaleLevels; ///< The largest scale, and minimum, of a run.

    constexpr int runs() const { return blockLength / length; }
};
constexpr Shape q2k{16, 3, 15}, q4k{32, 15, 63}, q5k{32, 31, 63};

/// How hard to search.
struct Effort {
    /// How far each end of a run's range moves inwards, in steps between codes. Every pair of them
    /// is tried.
    std::span<const float> shifts;
    /// What d and dmin are: the largest wanted scale or minimum / (scaleLevels + stretch). Every
    /// pair of them is tried.
    std::span<const float> stretches;
    int refits; ///< How often d and dmin are fitted to the codes.
    int rounds; ///< How often the codes are computed again and all that follows from them.
};
Effort effortFor(const Shape& shape, Search search);

constexpr std::size_t maxStretches = 9;

/// What u, the distance from the lowest weight, is multiplied with per step = range / levels when
/// the ends of the range move inwards by `low` and `high` steps.
constexpr float factorOf(const Shape& shape, float low, float high)
{
    return float(shape.levels) / (float(shape.levels) - low - high);
}

/// F16 scales of a block, as they will be stored, in single precision.
struct Halves {
    float d = 0, dmin = 0;
};

/// Sums over one block, for d and dmin: A = scale * q, M = minimum of the run, h the importance.
struct BlockSums {
    float aa, am, mm, ax, mx; ///< sum h A A, h A M, h M M, h A x, h M x
};
/// The d and dmin with the least sum h (x - d A + dmin M)^2, to F16; `now` where that is singular
/// or would be negative.
Halves leastSquares(const BlockSums& sums, Halves now);

/// Sum in pairs: x[i] + x[i + n / 2] and so on. Overwrites x; x.size() is a power of two.
inline float pairSum(std::span<float> x)
{
    for (std::size_t half = x.size() / 2; half > 0; half /= 2)
        for (std::size_t i = 0; i < half; ++i)
            x[i] += x[i + half];
    return x[0];
}

/// Importance of the 256 weights of a block, as every sum takes it: divided by the largest of the
/// block, at least 2^-20, so that columns that never mattered keep the sums regular.
void normalImportance(std::span<const float> h, std::span<float> out);

/// Weights larger than this are beyond F16 scales in each of these formats.
constexpr float tooLarge = 0x1p30f;

/// What a block holds besides its codes.
struct Scales {
    std::uint16_t d = 0, dmin = 0; ///< F16.
    std::array<std::uint8_t, maxRuns> scales{}, minima{};
};

/// A block before it is packed.
struct Parts : Scales {
    std::array<std::uint8_t, blockLength> codes{};
};

constexpr BlockFormat formatQ2k{blockLength, 84, {80, 82}};
constexpr BlockFormat formatQ4k{blockLength, 144, {0, 2}};
constexpr BlockFormat formatQ5k{blockLength, 176, {0, 2}};

/// To and from a block of one of these formats.
void packScalesQ2k(const Scales& scales, std::byte* out);
void packScalesQ4k(const Scales& scales, std::byte* out); ///< Q5_K's are the same.
void unpackScalesQ2k(const std::byte* in, Scales& scales);
void unpackScalesQ4k(const std::byte* in, Scales& scales);

/// The whole block.
void packQ2k(const Parts& parts, std::byte* out);
void packQ4k(const Parts& parts, std::byte* out);
void packQ5k(const Parts& parts, std::byte* out);
void unpackQ2k(const std::byte* in, Parts& parts);
void unpackQ4k(const std::byte* in, Parts& parts);
void unpackQ5k(const std::byte* in, Parts& parts);

/// The slow and obvious way.
void encodeReferenceQ2k(const BlockRun& run, MutableBytes out);
void encodeReferenceQ4k(const BlockRun& run, MutableBytes out);
void encodeReferenceQ5k(const BlockRun& run, MutableBytes out);
void decodeReferenceQ2k(Bytes in, std::span<float> x);
void decodeReferenceQ4k(Bytes in, std::span<float> x);
void decodeReferenceQ5k(Bytes in, std::span<float> x);

/// The same results with vectors (k_min_simd.cpp).
void encodeVectorsQ2k(const BlockRun& run, MutableBytes out);
void encodeVectorsQ4k(const BlockRun& run, MutableBytes out);
void encodeVectorsQ5k(const BlockRun& run, MutableBytes out);
void decodeVectorsQ2k(Bytes in, std::span<float> x);
void decodeVectorsQ4k(Bytes in, std::span<float> x);
void decodeVectorsQ5k(Bytes in, std::span<float> x);

} // namespace aq::kmin
