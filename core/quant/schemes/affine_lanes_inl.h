// Stored ranges of affine groups, one in each lane. Included once per instruction set.
#if defined(AQ_AFFINE_LANES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AQ_AFFINE_LANES_INL_H
#undef AQ_AFFINE_LANES_INL_H
#else
#define AQ_AFFINE_LANES_INL_H
#endif

#include "core/quant/kernels/codes_inl.h"
#include "core/quant/kernels/groups_inl.h"
#include "core/quant/kernels/lane_math_inl.h"
#include "core/quant/schemes/affine_groups.h"

#include <cfloat>
#include <hwy/cache_control.h>

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {

using FloatMask = hn::Mask<Floats>;

/// Stored scales and zero points of 16 groups.
struct GroupRanges {
    alignas(64) float scale[groupsAtOnce], zero[groupsAtOnce], inverse[groupsAtOnce];
    std::uint32_t irregular = 0; ///< A bit for each group that rangeFor() treats specially.
};

/// A scale as stored. @return where it is too far off.
HWY_INLINE FloatMask roundScale(const RangeRule& rule, FloatVector& scale)
{
    const Floats d;
    const FloatVector exact = scale;
    if (!rule.halfScale)
        return hn::Ne(exact, exact);
    scale = halfRoundedLanes(exact);
    return hn::Gt(hn::Abs(hn::Sub(scale, exact)), hn::Mul(hn::Set(d, 0x1p-10f), exact));
}

/// A zero point as stored. @return where it is too far off.
HWY_INLINE FloatMask roundZero(const RangeRule& rule, FloatVector& zero)
{
    const FloatVector exact = zero;
    if (!rule.halfZero)
        return hn::Ne(exact, exact);
    zero = halfRoundedLanes(exact);
    return hn::Gt(hn::Abs(hn::Sub(zero, exact)), hn::Set(Floats(), 0x1p-4f));
}

HWY_INLINE std::uint32_t bitsOfMask(FloatMask mask)
{
    std::uint8_t bytes[8] = {};
    hn::StoreMaskBits(Floats(), mask, bytes);
    return bytes[0] | std::uint32_t(bytes[1]) << 8;
}

HWY_INLINE FloatMask maskOfBits(std::uint32_t bits)
{
    const std::uint8_t bytes[8] = {std::uint8_t(bits), std::uint8_t(bits >> 8)};
    return hn::LoadMaskBits(Floats(), bytes);
}

/// rangeFor() of `lanes` groups from `first` on.
HWY_INLINE void plainRange(
    const RangeRule& rule, const GroupLimits& limits, std::size_t first, GroupRanges& out)
{
    const Floats d;
    const auto none = hn::Zero(d), levels = hn::Set(d, rule.levels), half = hn::Set(d, 0.5f);
    auto low = hn::Load(d, limits.min + first), high = hn::Load(d, limits.max + first);
    auto irregular = hn::Eq(low, high);
    if (rule.zeroKind == ZeroKind::Integer) {
        low = hn::Min(low, none);
        high = hn::Max(high, none);
    }
    auto scale = rule.zeroKind == ZeroKind::Fixed
        ? hn::Div(hn::Max(hn::Neg(low), high), hn::Set(d, rule.steps))
        : hn::Div(hn::Sub(hn::Mul(half, high), hn::Mul(half, low)), hn::Set(d, 0.5f * rule.levels));
    irregular = hn::Or(irregular, hn::Le(scale, hn::Set(d, FLT_MIN)));
    irregular = hn::Or(irregular, roundScale(rule, scale));

    auto zero = rule.zeroKind == ZeroKind::Fixed ? hn::Set(d, rule.middle)
                                                 : hn::Sub(none, hn::Div(low, scale));
    if (rule.zeroKind == ZeroKind::Integer)
        zero = hn::Min(hn::Max(hn::Round(zero), none), levels);
    irregular = hn::Or(irregular, roundZero(rule, zero));
    if (!rule.halfScale) { // finiteScale()
        const auto reach = hn::Max(hn::Abs(zero), hn::Abs(hn::Sub(levels, zero)));
        scale = hn::Min(scale, hn::Div(hn::Set(d, 0x1.ffffp127f), reach));
    }
    scale = hn::IfThenElse(irregular, hn::Set(d, 1.0f), scale);
    zero = hn::IfThenZeroElse(irregular, zero);
    hn::Store(scale, d, out.scale + first);
    hn::Store(zero, d, out.zero + first);
    hn::Store(hn::Div(hn::Set(d, 1.0f), scale), d, out.inverse + first);
    out.irregular |= bitsOfMask(irregular) << first;
}

/// Writes 16 numbers that are exact in their type.
HWY_INLINE void storeNumbers(const float* values, bool asHalf, std::byte* out)
{
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes) {
        const auto v = hn::LoadU(Floats(), values + g);
        if (asHalf)
            storeWords(halvesFromFloats(v), out + 2 * g);
        else
            hn::StoreU(v, Floats(), reinterpret_cast<float*>(out) + g);
    }
}

HWY_INLINE void storeRanges(const AffineRule& rule, const GroupRanges& ranges, const GroupBatch& to)
{
    storeNumbers(ranges.scale, rule.range.halfScale, to.scales);
    switch (rule.options.zeroType) {
    case ZeroType::None:
        return;
    case ZeroType::U8:
        for (std::size_t g = 0; g < groupsAtOnce; ++g)
            to.zeros[g] = std::byte(int(ranges.zero[g]));
        return;
    case ZeroType::F16:
    case ZeroType::F32:
        return storeNumbers(ranges.zero, rule.range.halfZero, to.zeros);
    }
}

/// How the codes of one group follow from its weights.
struct CodeLanes {
    FloatVector inverse, zero;

    HWY_INLINE CodeLanes(const GroupRanges& ranges, std::size_t group)
        : inverse(hn::Set(Floats(), ranges.inverse[group]))
        , zero(hn::Set(Floats(), ranges.zero[group]))
    {
    }
    /// Not clipped yet: weights land in the integers even of a range that was shrunk.
    HWY_INLINE IntVector code(FloatVector x) const
    {
        return nearestInt(hn::Add(hn::Mul(x, inverse), zero));
    }
};

/// 8 * lanes codes, of mixedBytes(), to `bits` bits each.
template <int bits>
HWY_INLINE void storeCodes(CodeVector a, CodeVector b, std::byte* out)
{
    const hn::Repartition<std::uint8_t, Floats> d;
    auto* bytes = reinterpret_cast<std::uint8_t*>(out);
    if constexpr (bits == 4) {
        const auto pairs = narrowed(pairsOfCodes<16>(a), pairsOfCodes<16>(b));
        hn::StoreU(hn::BitCast(d, sortedWords(hn::BitCast(Shorts(), pairs))), d, bytes);
    } else if constexpr (bits == 2) {
        const Shorts shorts;
        const auto factors = hn::BitCast(shorts, hn::Set(GroupInts(), 16 << 16 | 1));
        const auto fours = sortedWords(hn::ReorderDemote2To(shorts,
            pairProducts(pairsOfCodes<4>(a), factors), pairProducts(pairsOfCodes<4>(b), factors)));
        const hn::Rebind<std::uint8_t, Shorts> half;
        hn::StoreU(hn::DemoteTo(half, fours), half, bytes);
    } else if constexpr (bits == 8) {
        hn::StoreU(sortedBytes(a), d, bytes);
        hn::StoreU(sortedBytes(b), d, bytes + 4 * lanes);
    } else {
        alignas(64) std::uint8_t single[8 * lanes];
        hn::Store(sortedBytes(a), d, single);
        hn::Store(sortedBytes(b), d, single + 4 * lanes);
        packEights<bits>({single, 8 * lanes}, out);
    }
}

/// Codes of 4 * lanes weights from `at` on, half of them in one group, half in the same or another.
template <int bits, DType type>
HWY_INLINE CodeVector mixedCodes(
    const std::byte* x, std::size_t at, const CodeLanes& first, const CodeLanes& second)
{
    const hn::Repartition<std::uint8_t, Floats> bytes;
    const auto a = first.code(loadElements<type>(x, at));
    const auto b = first.code(loadElements<type>(x, at + lanes));
    const auto c = second.code(loadElements<type>(x, at + 2 * lanes));
    const auto e = second.code(loadElements<type>(x, at + 3 * lanes));
    const auto codes = mixedBytes(a, b, c, e);
    return bits == 8 ? codes : hn::Min(codes, hn::Set(bytes, std::uint8_t((1 << bits) - 1)));
}

/// Fetches what lies `ahead` weights beyond the `count` from `at` on, while there is only
/// arithmetic to do. The limits of 16-bit weights read groups in an order that no machine foresees;
/// those of F32 do not.
template <DType type>
HWY_INLINE void fetchNext(const std::byte* x, std::size_t at, std::size_t count, std::size_t ahead)
{
    if constexpr (type != DType::F32)
        for (std::size_t i = 0; i < count; i += 32)
            hwy::Prefetch(x + 2 * (at + ahead + i));
}

/// Codes of 16 groups in their stored ranges, packed. `batches` are encoded together.
template <int bits, DType type, bool fetches>
HWY_INLINE void encodeCodes(const GroupRanges& ranges, const std::byte* x, std::size_t size,
    std::size_t batches, std::byte* out)
{
    constexpr std::size_t half = 4 * lanes, step = 2 * half; // Weights.
    const std::size_t ahead = batches * groupsAtOnce * size;
    if (size >= step && size % step == 0) {
        for (std::size_t g = 0; g < groupsAtOnce; ++g) {
            const CodeLanes map(ranges, g);
            for (std::size_t at = g * size; at < (g + 1) * size; at += step) {
                if constexpr (fetches)
                    fetchNext<type>(x, at, step, ahead);
                storeCodes<bits>(mixedCodes<bits, type>(x, at, map, map),
                    mixedCodes<bits, type>(x, at + half, map, map), out + at / 8 * bits);
            }
        }
        return;
    }
    const auto mapAt = [&](std::size_t at) HWY_ATTR { return CodeLanes(ranges, at / size); };
    for (std::size_t at = 0; at < groupsAtOnce * size; at += step) { // Several groups in a step.
        if constexpr (fetches)
            fetchNext<type>(x, at, step, ahead);
        storeCodes<bits>(mixedCodes<bits, type>(x, at, mapAt(at), mapAt(at + half / 2)),
            mixedCodes<bits, type>(x, at + half, mapAt(at + half), mapAt(at + 3 * half / 2)),
            out + at / 8 * bits);
    }
}

} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();
#endif // AQ_AFFINE_LANES_INL_H
