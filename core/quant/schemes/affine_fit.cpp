// The search for better ranges, one group at a time. affine_fit_inl.h does 16 at once.
#include "core/quant/schemes/affine_fit.h"

#include "core/quant/kernels/affine_math.h"

#include <array>
#include <vector>

namespace aq {
namespace {

/// Sums of h-weighted terms in float: element i in lane i % 16, lanes 8, 4, 2, 1.
class LaneSum {
public:
    void add(std::size_t i, float term) { m_lanes[i % 16] += term; }
    float sum() const
    {
        std::array<float, 16> lanes = m_lanes;
        for (std::size_t half = 8; half > 0; half /= 2)
            for (std::size_t i = 0; i < half; ++i)
                lanes[i] += lanes[i + half];
        return lanes[0];
    }

private:
    std::array<float, 16> m_lanes{};
};

/// One group as the search sees it.
struct Group {
    const AffineRule& rule;
    FitSpan span;
    std::vector<int> y;
    std::vector<float> h; ///< From 0 to 1; empty: all alike.
};

/// 16 y * a + b with `fraction` bits below one code, half a code added.
int position(int y, const FitMap& map)
{
    const int product = (16 * y * int(map.slope) + (1 << 14)) >> 15;
    return std::min(product + int(map.shift), 32767);
}

/// Sums of integers where all weights count alike, of floats otherwise.
template <typename Term>
float sumOver(const Group& group, Term term)
{
    std::int64_t sum = 0;
    LaneSum weighted;
    for (std::size_t i = 0; i < group.y.size(); ++i)
        if (group.h.empty())
            sum += term(i);
        else
            weighted.add(i, group.h[i] * float(term(i)));
    return group.h.empty() ? float(sum) : weighted.sum();
}

void addCodes(const Group& group, const FitMap& map, FitSums& sums)
{
    std::vector<int> q(group.y.size());
    for (std::size_t i = 0; i < q.size(); ++i)
        q[i] = std::max(position(group.y[i], map) >> fitFraction(group.rule.bits), 0);
    sums.q = sumOver(group, [&](std::size_t i) { return q[i]; });
    sums.qq = sumOver(group, [&](std::size_t i) { return q[i] * q[i]; });
    sums.qy = sumOver(group, [&](std::size_t i) { return q[i] * group.y[i]; });
}

/// sum e^2 in a range that clips nothing, in units of codes^2.
float plainError(const Group& group, const FitMap& map)
{
    const int fraction = fitFraction(group.rule.bits), half = 1 << (fraction - 1);
    const float sum = sumOver(group, [&](std::size_t i) {
        const int error = (position(group.y[i], map) & (2 * half - 1)) - half;
        return error * error;
    });
    return sum * std::ldexp(1.0f, -2 * fraction);
}

FitMap mapOf(const AffineRule& rule, const FitSpan& span, const AffineRange& range)
{
    const float one = float(1 << fitFraction(rule.bits));
    const float inverse = 1 / range.scale;
    const float slope = span.half * inverse * (one * (2048 / fitReach));
    const float shift = (span.mid * inverse + range.zero + 0.5f) * one;
    return {std::nearbyint(std::min(slope, 32767.0f)),
        std::nearbyint(std::clamp(shift, -32767.0f, 32767.0f))};
}

/// What is left of the squares of y, in units of y^2, for these codes in this range.
float residual(const FitSums& s, float scale, float offset)
{
    const float linear = scale * s.qy + offset * s.y;
    const float square = scale * scale * s.qq + offset * offset * s.n;
    return ((s.yy - 2 * linear) + square) + 2 * (scale * offset * s.q);
}

struct Fit {
    AffineRange range;
    float error = INFINITY; ///< residual()
};

/// sum (q - z) x and sum (q - z)^2, x in units of y.
struct Moments {
    float product, square;
};

Moments momentsAbout(float zero, const FitSpan& span, const FitSums& s)
{
    const float middle = span.mid * (fitReach / span.half); // y of x = 0 is -middle.
    return {(s.qy - zero * s.y) + middle * (s.q - zero * s.n),
        (s.qq - 2 * (zero * s.q)) + zero * zero * s.n};
}

/// The best range for given codes, in closed form and then as stored.
/// @param zero  the zero point, where it may not be any number
Fit fitTo(const AffineRule& rule, const FitSpan& span, const FitSums& s, float zero,
    const AffineRange& plain)
{
    const RangeRule& kind = rule.range;
    const bool isReal = kind.zeroKind == ZeroKind::Real;
    const float unit = span.half / fitReach, inverse = fitReach / span.half;
    const float middle = span.mid * inverse;
    const Moments moments = momentsAbout(zero, span, s);
    const float best = isReal ? (s.n * s.qy - s.q * s.y) / (s.n * s.qq - s.q * s.q)
                              : moments.product / moments.square;
    const float exact = best * unit;
    const float scale = kind.halfScale ? halfRounded(exact) : exact;
    const float ratio = scale * inverse; // In units of y.
    const float exactZero = isReal ? s.q / s.n - (s.y / s.n + middle) / ratio : zero;
    zero = kind.halfZero ? halfRounded(exactZero) : exactZero;

    const bool survives = (!kind.halfScale || std::abs(scale - exact) <= 0x1p-10f * exact)
        && (!kind.halfZero || std::abs(zero - exactZero) <= 0x1p-4f);
    const bool isSane = scale >= 0.125f * plain.scale && scale <= 2 * plain.scale
        && std::abs(zero) <= fitMostZero;
    const float error = residual(s, ratio, 0.0f - (ratio * zero + middle)) + fitNoise * s.yy;
    return survives && isSane ? Fit{{scale, zero}, error} : Fit{plain, INFINITY};
}

/// Share of the squares that the best fit to these codes explains.
float explained(const AffineRule& rule, const FitSpan& span, const FitSums& s, float zero)
{
    if (rule.range.zeroKind != ZeroKind::Real) {
        const Moments moments = momentsAbout(zero, span, s);
        return moments.product * moments.product / moments.square;
    }
    const float covariance = s.n * s.qy - s.q * s.y;
    return covariance * covariance / (s.n * s.qq - s.q * s.q);
}

/// Importance from 0 to 1. @return false when it says nothing.
bool setImportance(Group& group, const float* weights)
{
    if (!weights)
        return true;
    group.h.assign(weights, weights + group.y.size());
    const float most = *std::max_element(group.h.begin(), group.h.end());
    const float inverse = 1 / most;
    for (float& h : group.h)
        h *= inverse;
    return most >= fitLeastHalf && most <= fitMostHalf;
}

} // namespace

std::span<const float> fitShrinks(const AffineRule& rule, std::int64_t groupSize)
{
    // Balanced: what left the least error of Gaussian weights, at 32, 64, 128 and 256 of them.
    struct Shrinks {
        float balanced[4], best[8];
    };
    static constexpr Shrinks table[2][3]
        = {{{{.72f, .65f, .59f, .56f}, {.40f, .48f, .55f, .62f, .70f, .78f, .88f, 1}},
               {{.90f, .85f, .79f, .75f}, {.62f, .69f, .75f, .81f, .86f, .91f, .95f, 1}},
               {{.96f, .94f, .92f, .88f}, {.76f, .81f, .85f, .89f, .92f, .95f, .98f, 1}}},
            {{{.64f, .56f, .50f, .46f}, {.38f, .43f, .48f, .54f, .60f, .68f, .80f, 1}},
                {{.76f, .68f, .63f, .57f}, {.45f, .52f, .59f, .66f, .73f, .80f, .89f, 1}},
                {{.88f, .85f, .81f, .77f}, {.64f, .70f, .76f, .81f, .86f, .90f, .95f, 1}}}};
    const Shrinks& row = table[rule.range.zeroKind == ZeroKind::Fixed][rule.bits - 2];
    if (rule.options.search == Search::Best)
        return row.best;
    const std::size_t size = groupSize <= 32 ? 0 : groupSize <= 64 ? 1 : groupSize <= 128 ? 2 : 3;
    return std::span(row.balanced).subspan(size, 1);
}

AffineRange shrunkRange(
    const AffineRule& rule, const FitSpan& span, const AffineRange& plain, float shrink)
{
    const RangeRule& kind = rule.range;
    const float scale = plain.scale * shrink;
    if (kind.zeroKind == ZeroKind::Fixed)
        return {scale, kind.middle};
    const float zero = 0.5f * kind.levels - span.mid / scale;
    if (kind.zeroKind == ZeroKind::Real)
        return {scale, zero};
    return {scale, std::clamp(std::nearbyint(zero), 0.0f, kind.levels)};
}

FitSpan spanOf(const AffineRule& rule, MinMax limits)
{
    if (rule.range.zeroKind == ZeroKind::Fixed)
        return {0, std::max(-limits.min, limits.max)};
    if (rule.range.zeroKind == ZeroKind::Integer)
        limits = {std::min(limits.min, 0.0f), std::max(limits.max, 0.0f)};
    return {0.5f * limits.max + 0.5f * limits.min, 0.5f * limits.max - 0.5f * limits.min};
}

bool isFitted(const AffineRule& rule, const FitSpan& span, const StoredRange& plain)
{
    return rule.searches() && plain.survives && std::abs(plain.zero) <= fitMostZero
        && span.half >= fitLeastHalf && span.half <= fitMostHalf;
}

StoredRange fittedRange(const AffineRule& rule, std::span<const float> x, const float* weights,
    MinMax limits, const StoredRange& plain)
{
    Group group{rule, spanOf(rule, limits), std::vector<int>(x.size()), {}};
    if (limits.min == limits.max || !isFitted(rule, group.span, plain))
        return plain;
    const float inverse = fitReach / group.span.half;
    for (std::size_t i = 0; i < x.size(); ++i)
        group.y[i] = int(std::nearbyint((x[i] - group.span.mid) * inverse));
    if (!setImportance(group, weights))
        return plain;

    FitSums sums;
    sums.n = sumOver(group, [](std::size_t) { return 1; });
    sums.y = sumOver(group, [&](std::size_t i) { return group.y[i]; });
    sums.yy = sumOver(group, [&](std::size_t i) { return group.y[i] * group.y[i]; });
    FitSums chosen = sums;
    float most = -1, zero = plain.zero;
    for (const float shrink : fitShrinks(rule, std::int64_t(x.size()))) {
        const AffineRange range = shrunkRange(rule, group.span, plain, shrink);
        addCodes(group, mapOf(rule, group.span, range), sums);
        const float score = explained(rule, group.span, sums, range.zero);
        if (score > most) {
            most = score;
            chosen = sums;
            zero = range.zero;
        }
    }
    Fit fit = fitTo(rule, group.span, chosen, zero, plain);
    if (rule.options.search == Search::Best) { // Once more, from the codes of that fit.
        addCodes(group, mapOf(rule, group.span, fit.range), sums);
        const Fit again = fitTo(rule, group.span, sums, fit.range.zero, plain);
        if (again.error < fit.error)
            fit = again;
    }
    const float ratio = plain.scale * (fitReach / group.span.half);
    const float plains = plainError(group, mapOf(rule, group.span, plain)) * (ratio * ratio);
    return fit.error < fitGain * plains ? StoredRange{fit.range} : plain;
}

} // namespace aq
