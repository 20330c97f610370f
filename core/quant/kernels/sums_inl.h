// The errors of a clip search. Included once per instruction set.
// The order of every addition is that of the reference, so that all sets decide alike.
#if defined(AQ_SUMS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AQ_SUMS_INL_H
#undef AQ_SUMS_INL_H
#else
#define AQ_SUMS_INL_H
#endif

#include "core/quant/kernels/affine_math.h"
#include "core/quant/kernels/lane_math_inl.h"

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {

inline void clipRanges(const RangeRule& rule, MinMax limits, ClipTable& table)
{
    const Floats floats;
    const auto none = hn::Zero(floats), levels = hn::Set(floats, rule.levels);
    const bool isInteger = rule.zeroKind == ZeroKind::Integer;
    for (std::size_t k = 0; k < ClipTable::size; k += lanes) {
        const auto factor = hn::LoadU(floats, &clipFactors[k]);
        auto low = hn::Mul(hn::Set(floats, limits.min), factor);
        auto high = hn::Mul(hn::Set(floats, limits.max), factor);
        if (isInteger) {
            low = hn::Min(low, none);
            high = hn::Max(high, none);
        }
        FloatVector scale;
        if (rule.zeroKind == ZeroKind::Fixed) {
            scale = hn::Div(hn::Max(hn::Neg(low), high), hn::Set(floats, rule.steps));
        } else {
            const auto half = hn::Set(floats, 0.5f);
            scale = hn::Div(hn::Sub(hn::Mul(half, high), hn::Mul(half, low)),
                hn::Set(floats, 0.5f * rule.levels));
        }
        scale = hn::Max(scale, hn::Set(floats, FLT_MIN));
        if (rule.halfScale)
            scale = halfRoundedLanes(scale);

        FloatVector zero;
        if (rule.zeroKind == ZeroKind::Fixed)
            zero = hn::Set(floats, rule.middle);
        else
            zero = hn::Sub(none, hn::Div(low, scale));
        if (isInteger)
            zero = hn::Min(hn::Max(hn::Round(zero), none), levels);
        if (rule.halfZero)
            zero = halfRoundedLanes(zero);

        if (!rule.halfScale) { // finiteScale()
            const auto reach = hn::Max(hn::Abs(zero), hn::Abs(hn::Sub(levels, zero)));
            scale = hn::Min(scale, hn::Div(hn::Set(floats, 0x1.ffffp127f), reach));
        }
        const auto inverse = hn::Div(hn::Set(floats, 1.0f), scale);
        hn::StoreU(scale, floats, table.scale + k);
        hn::StoreU(zero, floats, table.zero + k);
        hn::StoreU(inverse, floats, table.inverse + k);
        const auto ratio = hn::Mul(scale, hn::Set(floats, table.inverse[0]));
        hn::StoreU(hn::Mul(ratio, ratio), floats, table.gain + k);
    }
}

/// Candidates of a clip search, one per lane, so that a sum never crosses lanes.
struct LaneCandidates {
    FloatVector inverse, zero, gain, levels;
};

template <bool weighted>
HWY_INLINE FloatVector addErrors(
    const LaneCandidates& c, std::span<const float> x, const float* weights, FloatVector sum)
{
    const Floats floats;
    const auto none = hn::Zero(floats);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const auto t = hn::Add(hn::Mul(hn::Set(floats, x[i]), c.inverse), c.zero);
        const auto error = hn::Sub(t, hn::Round(hn::Min(hn::Max(t, none), c.levels)));
        auto square = hn::Mul(error, error);
        if constexpr (weighted)
            square = hn::Mul(square, hn::Set(floats, weights[i]));
        sum = hn::Add(sum, square);
    }
    return sum;
}

template <bool weighted>
HWY_INLINE FloatVector laneErrors(
    const LaneCandidates& c, std::span<const float> x, const float* weights, FloatVector limit)
{
    constexpr std::size_t stretch = 32; // Elements between two looks at the limit.
    FloatVector sum = hn::Zero(Floats());
    for (std::size_t at = 0; at < x.size(); at += stretch) {
        sum = addErrors<weighted>(c, x.subspan(at, std::min(stretch, x.size() - at)),
            weighted ? weights + at : nullptr, sum);
        if (hn::AllTrue(Floats(), hn::Gt(hn::Mul(sum, c.gain), limit)))
            break;
    }
    return sum;
}

inline void clipErrors(std::span<const float> x, const float* weights, const ClipTable& table,
    int first, float levels, float limit, float* sums)
{
    const Floats floats;
    const auto limits = hn::Set(floats, limit);
    for (std::size_t k = 0; k < 16; k += lanes) {
        const std::size_t at = std::size_t(first) + k;
        const LaneCandidates c{hn::LoadU(floats, table.inverse + at),
            hn::LoadU(floats, table.zero + at), hn::LoadU(floats, table.gain + at),
            hn::Set(floats, levels)};
        const auto sum = weights ? laneErrors<true>(c, x, weights, limits)
                                 : laneErrors<false>(c, x, nullptr, limits);
        hn::StoreU(sum, floats, sums + k);
    }
}

} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();
#endif // AQ_SUMS_INL_H
