#pragma once
#include "core/quant/kernels/half.h"
#include "core/quant/kernels/kernels.h"

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>

/// Ranges of affine groups, one at a time: what the vectorised clipRanges() is compared with. All
/// in float, every operation rounded once, so that any IEEE machine finds the same stored bytes.
namespace aq {

/// Shrink factors that the clip search tries: 1, .985, ... .4. Index 0 clips nothing.
inline constexpr int clipCandidates = 41;

/// The same, filled up with copies of the last.
inline constexpr auto clipFactors = [] {
    std::array<float, ClipTable::size> factors{};
    for (int k = 0; k < ClipTable::size; ++k)
        factors[std::size_t(k)] = float(1 - 0.015 * std::min(k, clipCandidates - 1));
    return factors;
}();

inline float halfRounded(float value) { return floatFromHalf(halfFromFloat(value)); }

/// (max - min) / levels without overflow between, or peak / steps; before it is stored.
/// Never below the smallest normal float, so that its inverse is finite; tinyRange() has the rest.
inline float exactScale(const RangeRule& rule, float min, float max)
{
    const float scale = rule.zeroKind == ZeroKind::Fixed
        ? std::max(-min, max) / rule.steps
        : (0.5f * max - 0.5f * min) / (0.5f * rule.levels);
    return std::max(scale, FLT_MIN);
}

/// -min / scale, before it is stored. Never -0, which has other bytes than 0.
inline float exactZero(const RangeRule& rule, float min, float scale)
{
    if (rule.zeroKind == ZeroKind::Fixed)
        return rule.middle;
    const float zero = 0.0f - min / scale;
    return rule.zeroKind == ZeroKind::Real ? zero
                                           : std::clamp(std::nearbyint(zero), 0.0f, rule.levels);
}

/// `scale`, or a little less where the outermost level would overflow: 255 * scale may, although
/// no weight does.
inline float finiteScale(const RangeRule& rule, float scale, float zero)
{
    constexpr float largestLevel = 0x1.ffffp127f;
    const float reach = std::max(std::abs(zero), std::abs(rule.levels - zero)); // In codes.
    return rule.halfScale ? scale : std::min(scale, largestLevel / reach);
}

/// Stored scale and zero point for finite weights in [min, max], min < max.
inline AffineRange affineRange(const RangeRule& rule, float min, float max)
{
    if (rule.zeroKind == ZeroKind::Integer) {
        min = std::min(min, 0.0f);
        max = std::max(max, 0.0f);
    }
    const float scale = exactScale(rule, min, max);
    AffineRange range{.scale = rule.halfScale ? halfRounded(scale) : scale};
    const float zero = exactZero(rule, min, range.scale);
    range.zero = rule.halfZero ? halfRounded(zero) : zero;
    range.scale = finiteScale(rule, range.scale, range.zero);
    return range;
}

} // namespace aq
