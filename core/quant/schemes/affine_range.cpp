#include "core/quant/schemes/affine_range.h"

#include "core/quant/kernels/half.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace aq {
namespace {

float halfRounded(double value) { return floatFromHalf(halfFromFloat(float(value))); }

/// The scale as stored. Never below the smallest normal float, so that its inverse is finite.
GroupRange withScale(const AffineRule& rule, double scale)
{
    scale = std::max(scale, double(FLT_MIN));
    if (rule.options.scaleType == ScaleType::F32)
        return {.scale = float(scale)};
    const float stored = halfRounded(scale);
    return {.scale = stored, .survives = std::abs(stored - scale) <= 0x1p-10 * scale};
}

void setZero(const AffineRule& rule, GroupRange& range, double zero)
{
    if (rule.options.zeroType != ZeroType::F16) {
        range.zero = float(zero);
        return;
    }
    range.zero = halfRounded(zero);
    if (!(std::abs(range.zero - zero) <= 0x1p-4))
        range.survives = false;
}

/// All weights are `value`: one code away from the zero point, in steps of |value|.
GroupRange constantRange(const AffineRule& rule, double value)
{
    const bool halfSteps = rule.options.symmetry == Symmetry::Symmetric && rule.bits == 2;
    double scale = halfSteps ? 2 * std::abs(value) : std::abs(value);
    if (scale > FLT_MAX)
        scale = std::abs(value) / 1.5; // The outer level, then.
    if (value == 0)
        scale = halfSteps ? 0 : 1; // Half steps have no level at zero.
    GroupRange range{.scale = float(scale)};
    if (rule.options.scaleType == ScaleType::F16) {
        range.scale = halfRounded(scale);
        range.survives = std::abs(range.scale - scale) <= 0x1p-10 * scale;
    }
    range.zero = value < 0 ? 1 : 0;
    return range;
}

} // namespace

const char* problemOf(const AffineRule& rule)
{
    const SchemeOptions& options = rule.options;
    if (options.groupSize < 0)
        return "the group size is negative";
    switch (options.symmetry) {
    case Symmetry::Symmetric:
        return options.zeroType == ZeroType::U8 && rule.bits == 2
            ? "the zero point 1.5 does not fit U8"
            : nullptr;
    case Symmetry::Asymmetric:
        return options.zeroType == ZeroType::F16 || options.zeroType == ZeroType::F32
            ? nullptr
            : "a real zero point needs F16 or F32";
    case Symmetry::AsymmetricInteger:
        return options.zeroType == ZeroType::None ? "the zero point needs a type" : nullptr;
    }
    return "unknown symmetry";
}

GroupRange rangeFor(const AffineRule& rule, double min, double max)
{
    const Symmetry symmetry = rule.options.symmetry;
    if (min == max) {
        GroupRange range = constantRange(rule, min);
        if (symmetry == Symmetry::Symmetric)
            range.zero = float(rule.middle());
        return range;
    }
    if (symmetry == Symmetry::Symmetric) {
        const double steps = rule.bits == 2 ? 1.5 : rule.middle() - 1;
        GroupRange range = withScale(rule, std::max(-min, max) / steps);
        range.zero = float(rule.middle());
        return range;
    }
    if (symmetry == Symmetry::AsymmetricInteger) {
        min = std::min(min, 0.0);
        max = std::max(max, 0.0);
    }
    GroupRange range = withScale(rule, (max - min) / rule.levels());
    double zero = 0.0 - min / range.scale; // Not -min: a zero point of -0 has other bytes than 0.
    if (symmetry == Symmetry::AsymmetricInteger)
        zero = std::clamp(std::nearbyint(zero), 0.0, rule.levels());
    setZero(rule, range, zero);
    return range;
}

CodeMap codeMap(const AffineRule& rule, const GroupRange& range)
{
    return {1 / range.scale, range.zero, float(rule.levels())};
}

GroupRange searchedRange(
    const AffineRule& rule, std::span<const float> x, const float* weights, MinMax limits)
{
    GroupRange best = rangeFor(rule, limits.min, limits.max);
    if (limits.min == limits.max)
        return best;
    float least = INFINITY;
    for (int candidate = 0; candidate < clipCandidates; ++candidate) {
        const double factor = clipFactor(candidate);
        const GroupRange range = rangeFor(rule, limits.min * factor, limits.max * factor);
        const float error
            = kernels().codeError(x, weights, codeMap(rule, range)) * range.scale * range.scale;
        if (error < least) {
            least = error;
            best = range;
        }
    }
    return best;
}

void toCodes(
    const AffineRule& rule, const GroupRange& range, std::span<const float> x, std::uint8_t* codes)
{
    if (range.scale >= FLT_MIN)
        return kernels().toCodes(x, codeMap(rule, range), codes);
    for (const float value : x) { // A constant too small for the inverse of its scale, or zero.
        const double steps = range.scale == 0 ? 0 : double(value) / range.scale;
        *codes++ = std::uint8_t(std::clamp(std::nearbyint(steps + range.zero), 0.0, rule.levels()));
    }
}

} // namespace aq
