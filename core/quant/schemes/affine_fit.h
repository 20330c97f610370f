#pragma once
#include "core/quant/schemes/affine_range.h"

#include <span>

/// The search for better ranges of affine groups. docs/schemes/affine.md, "Search"
///
/// It looks at a group as 12-bit integers y = rne((x - mid) * 2046 / half), from end to end of its
/// range, and finds codes for any scale and zero point in 16-bit fixed point:
///
///     q = max(0, min(32767, (16 y * a + 2^14 >> 15) + b) >> 15 - bits)
///
/// For given codes, the best scale and zero point follow in closed form (least squares). All sums
/// of integers are exact, so every instruction set decides alike.
namespace aq {

/// Where a group lies: x = mid + y * half / fitReach.
struct FitSpan {
    float mid = 0, half = 0;
};

constexpr float fitReach = 2046;    ///< y of the ends; leaves room for a rounding.
constexpr float fitMostZero = 1024; ///< Farther from zero, only the plain range is sure to do.
constexpr float fitLeastHalf = 0x1p-100f, fitMostHalf = 0x1p100f;
constexpr float fitGain = 1 - 0x1p-7f; ///< A fit must beat the plain range by this much.

constexpr float fitNoise = 0x1p-18f; ///< What rounding may hide of sum y^2 when errors cancel.

/// How y becomes codes.
struct FitMap {
    float slope = 0; ///< a, an integer up to 32767
    float shift = 0; ///< b, likewise.
};

/// Bits below one code in v = 16 y * a / 2^15 + b.
constexpr int fitFraction(int bits) { return 15 - bits; }

/// Of a group's codes and weights, each term times h where there is an importance.
struct FitSums {
    float n = 0, y = 0, yy = 0; ///< sum 1, y, y^2: the same for all codes.
    float q = 0, qq = 0, qy = 0;
};

/// How much the range shrinks before codes are found: one factor for Search::Balanced, several to
/// choose from for Search::Best.
std::span<const float> fitShrinks(const AffineRule& rule, std::int64_t groupSize);

/// A range `shrink` times as wide as the plain one, about the same middle.
AffineRange shrunkRange(
    const AffineRule& rule, const FitSpan& span, const AffineRange& plain, float shrink);

/// Where a search sees a group with these ends.
FitSpan spanOf(const AffineRule& rule, MinMax limits);

/// True where a search can improve on `plain`.
bool isFitted(const AffineRule& rule, const FitSpan& span, const StoredRange& plain);

/// The range that a search finds; `plain` where none is better. `weights` is null or one h each.
StoredRange fittedRange(const AffineRule& rule, std::span<const float> x, const float* weights,
    MinMax limits, const StoredRange& plain);

} // namespace aq
