#include "core/quant/schemes/affine_range.h"

#include "core/quant/kernels/affine_math.h"
#include "core/quant/schemes/affine_fit.h"

namespace aq {
namespace {

/// All weights are `value`: one step of |value| away from the zero point.
StoredRange constantRange(const AffineRule& rule, float value)
{
    const bool isFixed = rule.range.zeroKind == ZeroKind::Fixed;
    const bool halfSteps = isFixed && rule.bits == 2; // No level at zero, two at half a scale.
    const float peak = std::abs(value);
    float scale = value == 0 ? 1 : peak;
    if (halfSteps)
        scale = peak <= FLT_MAX / 2 ? 2 * peak : peak / rule.range.steps;
    StoredRange range;
    range.scale = rule.range.halfScale ? halfRounded(scale) : scale;
    range.zero = isFixed ? rule.range.middle : value < 0;
    range.survives = std::abs(range.scale - scale) <= 0x1p-10f * scale;
    return range;
}

/// Weights so small that the inverse of their scale would overflow.
bool isTiny(const AffineRule& rule, float min, float max)
{
    return exactScale(rule.range, min, max) <= FLT_MIN;
}

/// The range of tiny weights: their scale is a subnormal float, of few bits, and is rounded up for
/// all weights to stay within the levels. F16 has no such scales.
StoredRange tinyRange(const AffineRule& rule, float min, float max)
{
    if (rule.range.halfScale)
        return {{0, 0}, false};
    const double exact = rule.range.zeroKind == ZeroKind::Fixed
        ? double(std::max(-min, max)) / double(rule.range.steps)
        : (double(max) - double(min)) / double(rule.range.levels);
    float scale = float(exact);
    if (double(scale) < exact)
        scale = std::nextafter(scale, INFINITY);
    const float zero = exactZero(rule.range, min, scale);
    StoredRange range{{scale, rule.range.halfZero ? halfRounded(zero) : zero}};
    range.survives = std::abs(range.zero - zero) <= 0x1p-4f;
    return range;
}

} // namespace

AffineRule::AffineRule(int codeBits, const SchemeOptions& schemeOptions)
    : bits(codeBits)
    , options(schemeOptions)
{
    range.levels = float((1 << bits) - 1);
    range.middle = bits == 2 ? 1.5f : float(1 << (bits - 1));
    range.steps = bits == 2 ? 1.5f : range.middle - 1;
    range.zeroKind = options.symmetry == Symmetry::Symmetric ? ZeroKind::Fixed
        : options.symmetry == Symmetry::Asymmetric           ? ZeroKind::Real
                                                             : ZeroKind::Integer;
    range.halfScale = options.scaleType == ScaleType::F16;
    range.halfZero = options.zeroType == ZeroType::F16;
}

const char* problemOf(const AffineRule& rule)
{
    const ZeroType type = rule.options.zeroType;
    if (rule.options.groupSize < 0)
        return "the group size is negative";
    switch (rule.options.symmetry) {
    case Symmetry::Symmetric:
        return type == ZeroType::U8 && rule.bits == 2 ? "a zero point of 1.5 does not fit U8"
                                                      : nullptr;
    case Symmetry::Asymmetric:
        return type == ZeroType::F16 || type == ZeroType::F32
            ? nullptr
            : "a zero point that may be any number needs F16 or F32";
    case Symmetry::AsymmetricInteger:
        return type == ZeroType::None ? "a zero point needs a type" : nullptr;
    }
    return "unknown symmetry";
}

StoredRange rangeFor(const AffineRule& rule, float min, float max)
{
    if (min == max)
        return constantRange(rule, min);
    if (rule.range.zeroKind == ZeroKind::Integer) {
        min = std::min(min, 0.0f);
        max = std::max(max, 0.0f);
    }
    if (isTiny(rule, min, max))
        return tinyRange(rule, min, max);
    StoredRange range{affineRange(rule.range, min, max)};
    const float scale = exactScale(rule.range, min, max);
    const float zero = exactZero(rule.range, min, range.scale);
    range.survives = (!rule.range.halfScale || std::abs(range.scale - scale) <= 0x1p-10f * scale)
        && (!rule.range.halfZero || std::abs(range.zero - zero) <= 0x1p-4f);
    return range;
}

bool isSearched(const StoredRange& whole, float min, float max)
{
    constexpr float leastScale = 4 * FLT_MIN; // The narrowest candidate is .4 of the widest.
    return min != max && whole.survives && whole.scale >= leastScale;
}

StoredRange groupRange(
    const Kernels& kernels, const AffineRule& rule, std::span<const float> x, const float* weights)
{
    const MinMax limits = kernels.minMax(x);
    const StoredRange plain = rangeFor(rule, limits.min, limits.max);
    return rule.searches() ? fittedRange(rule, x, weights, limits, plain) : plain;
}

void toCodes(const Kernels& kernels, const AffineRule& rule, const AffineRange& range,
    std::span<const float> x, std::uint8_t* codes)
{
    if (range.scale >= FLT_MIN)
        return kernels.toCodes(x, {1 / range.scale, range.zero, rule.range.levels}, codes);
    for (const float value : x) { // The inverse of the scale would overflow; or all is zero.
        const float steps = range.scale == 0 ? 0 : value / range.scale;
        *codes++
            = std::uint8_t(std::clamp(std::nearbyint(steps + range.zero), 0.0f, rule.range.levels));
    }
}

} // namespace aq
