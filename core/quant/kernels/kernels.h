#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace aq {

/// Sums over one run of pairs (x, y), in double.
struct PairSums {
    double xx = 0, yy = 0, xy = 0; ///< sum x^2, y^2, x*y
    double dd = 0;                 ///< sum (x - y)^2
    double d = 0;                  ///< sum (y - x)
    double maxError = 0;           ///< max |x - y|
    double peak = 0;               ///< max |x|
};

struct MinMax {
    float min = 0, max = 0;
};

/// Stored scale and zero point of one group: x' = (q - zero) * scale.
struct AffineRange {
    float scale = 1;
    float zero = 0;
};

/// How a run of weights becomes codes: q = clamp(rne(x * inverse + zero), 0, levels).
struct CodeMap {
    float inverse = 1; ///< 1 / scale
    float zero = 0;
    float levels = 15; ///< Largest code, 2^bits - 1.
};

enum class ZeroKind : std::uint8_t { Fixed, Real, Integer };

/// How the range of a group follows from its least and largest weight. @see affine_math.h
struct RangeRule {
    ZeroKind zeroKind = ZeroKind::Real;
    float levels = 15;      ///< Largest code.
    float middle = 8;       ///< The zero point when it is Fixed ...
    float steps = 7;        ///< ... and how many scales the largest magnitude is away from it.
    bool halfScale = false; ///< Stored as F16.
    bool halfZero = false;
};

/// Ranges that a clip search compares, clipCandidates of them and then copies of the last.
struct ClipTable {
    static constexpr int size = 48;
    float scale[size];
    float inverse[size];
    float zero[size];
    float gain[size]; ///< (scale / scale of the first)^2: makes errors comparable.
};

/// A stored float: how wide it is and where its exponent lies.
struct ElementBits {
    int bytes = 4;
    std::uint32_t exponent = 0x7f800000; ///< All of them set: an infinity or a NaN.
};

/// The hot loops, once per instruction set. Every set gives the same bits as scalarKernels, NaN
/// payloads aside. Nothing is aligned, nothing is written beyond what the spans hold.
/// Products are rounded before they are added (no fused multiply-add), halves round to even.
struct Kernels {
    const char* name; ///< "scalar", "AVX2", ...: shown to people, accepted in AQ_KERNELS.

    void (*fromHalf)(const std::byte* in, std::span<float> out);   ///< 2 bytes per element, exact.
    void (*fromBfloat)(const std::byte* in, std::span<float> out); ///< Likewise.
    void (*toHalf)(std::span<const float> in, std::byte* out);
    void (*toBfloat)(std::span<const float> in, std::byte* out);
    std::size_t (*firstNonFinite)(std::span<const float> x); ///< x.size() when all are finite.

    /// Finite `x`, at least one; the sign of a zero is not defined.
    MinMax (*minMax)(std::span<const float> x);
    void (*toCodes)(std::span<const float> x, const CodeMap& map, std::uint8_t* codes);
    /// LSB-first stream of `bits` per code from a byte boundary; the last byte is padded with 0.
    void (*pack)(std::span<const std::uint8_t> codes, int bits, std::byte* out);
    void (*unpack)(const std::byte* in, int bits, std::span<std::uint8_t> codes);
    /// x = (q - zero) * scale, rounded twice.
    void (*fromCodes)(const std::uint8_t* codes, float zero, float scale, std::span<float> x);

    /// affineRange() of [min * c, max * c] for every c of clipFactors. The scale at c = 1 must not
    /// round to 0 or infinity.
    void (*clipRanges)(const RangeRule& rule, MinMax limits, ClipTable& table);
    /// For 16 entries of `table` from `first`, added in index order of x:
    ///     sums[k] = sum h * (t - q)^2, t = x * inverse + zero, q the code of x
    /// which times `gain` compares squared errors. `weights` is null or one h >= 0 per element.
    /// May stop early with sums that are too small, once they are hopeless: sum * gain > limit.
    void (*clipErrors)(std::span<const float> x, const float* weights, const ClipTable& table,
        int first, float levels, float limit, float* sums);

    /// All measures of a run of pairs. @see pair_sums.h for the order of additions
    PairSums (*pairSums)(std::span<const float> x, const float* y);
    /// Of `count` elements as stored, unaligned; `count` when all are finite.
    std::size_t (*firstNonFiniteStored)(ElementBits bits, const std::byte* x, std::size_t count);
};

extern const Kernels scalarKernels;

std::span<const Kernels* const> runnableKernels(); ///< Those this CPU can run, best first.
const Kernels& kernels(); ///< The best, or the one the environment's AQ_KERNELS names.

} // namespace aq
