// The search of affine_fit.cpp for 16 groups at a time. Included once per instruction set.
#if defined(AQ_AFFINE_FIT_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AQ_AFFINE_FIT_INL_H
#undef AQ_AFFINE_FIT_INL_H
#else
#define AQ_AFFINE_FIT_INL_H
#endif

#include "core/quant/schemes/affine_fit.h"
#include "core/quant/schemes/affine_lanes_inl.h"

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {

/// Weights of a group that a search handles here: sums of more would not fit 32 bits.
constexpr std::size_t fitMostWeights = 256;

/// One number of each group.
struct alignas(64) GroupFloats {
    float of[groupsAtOnce];

    HWY_INLINE FloatVector at(std::size_t g) const { return hn::Load(Floats(), of + g); }
    HWY_INLINE void set(std::size_t g, FloatVector v) { hn::Store(v, Floats(), of + g); }
};
struct alignas(64) GroupShorts {
    std::int16_t of[groupsAtOnce];

    HWY_INLINE void set(std::size_t g, FloatVector v)
    {
        const hn::Rebind<std::int16_t, Floats> d;
        hn::Store(hn::DemoteTo(d, nearestInt(v)), d, of + g);
    }
};

/// FitSpan, FitMap and FitSums of 16 groups.
struct SpanLanes {
    GroupFloats mid, half, inverse; ///< inverse: fitReach / half
};
struct MapLanes {
    GroupShorts slope, shift;
};
struct CodeSums {
    GroupFloats q, qq, qy;
};
struct RangeLanes {
    GroupFloats scale, zero;
};

/// 16 groups as the search sees them: 16 y, and how much each counts.
struct FitTile {
    alignas(64) std::int16_t y[groupsAtOnce * fitMostWeights];
    alignas(64) float h[groupsAtOnce * fitMostWeights]; ///< From 0 to 1, if there is importance.
    std::size_t size;
    SpanLanes span;
    GroupFloats n, sumY, sumYY;
};

HWY_INLINE void spanOfLanes(const RangeRule& rule, const GroupLimits& limits, SpanLanes& span)
{
    const Floats d;
    const auto none = hn::Zero(d), half = hn::Set(d, 0.5f);
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes) {
        auto low = hn::Load(d, limits.min + g), high = hn::Load(d, limits.max + g);
        if (rule.zeroKind == ZeroKind::Integer) {
            low = hn::Min(low, none);
            high = hn::Max(high, none);
        }
        const bool isFixed = rule.zeroKind == ZeroKind::Fixed;
        const auto a = hn::Mul(half, high), b = hn::Mul(half, low);
        const auto reach = isFixed ? hn::Max(hn::Neg(low), high) : hn::Sub(a, b);
        span.mid.set(g, isFixed ? none : hn::Add(a, b));
        span.half.set(g, reach);
        span.inverse.set(g, hn::Div(hn::Set(d, fitReach), reach));
    }
}

/// Lane sums of `lanes` vectors of integers, of which the first half hold two groups each where
/// `areJoined` and they have 16 lanes.
template <bool areJoined>
HWY_INLINE IntVector laneSums(IntVector* v)
{
    const GroupInts d;
    return areJoined ? acrossJoined(d, v, Plus()) : acrossLanes(d, v, Plus());
}

/// Adds up 16 vectors of integers, one per group.
template <bool areJoined = false>
HWY_INLINE void sumInts(IntVector* v, float unit, GroupFloats& out)
{
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes)
        out.set(g,
            hn::Mul(hn::ConvertTo(Floats(), laneSums<areJoined>(v + g)), hn::Set(Floats(), unit)));
}

/// Sums of 32 unsigned bits.
template <bool areJoined = false>
HWY_INLINE void sumWords(IntVector* v, float unit, GroupFloats& out)
{
    const GroupInts d;
    const Floats f;
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes) {
        const auto sum = hn::BitCast(Words(), laneSums<areJoined>(v + g));
        const auto high = hn::ConvertTo(f, hn::BitCast(d, hn::ShiftRight<16>(sum)));
        const auto low = hn::ConvertTo(f, hn::BitCast(d, hn::And(sum, hn::Set(Words(), 0xffffu))));
        const auto whole = hn::Add(hn::Mul(high, hn::Set(f, 65536.0f)), low);
        out.set(g, hn::Mul(whole, hn::Set(f, unit)));
    }
}

/// The 16 lanes of a sum of floats, in one vector or more.
struct LaneSums {
    FloatVector part[16 / lanes];

    HWY_INLINE void clear()
    {
        for (auto& v : part)
            v = hn::Zero(Floats());
    }
    HWY_INLINE FloatVector joined() const
    {
        if constexpr (lanes == 16)
            return part[0];
        else if constexpr (lanes == 8)
            return hn::Add(part[0], part[1]);
        else
            return hn::Add(hn::Add(part[0], part[2]), hn::Add(part[1], part[3]));
    }
};

HWY_INLINE void sumFloats(const LaneSums* sums, GroupFloats& out)
{
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes) {
        FloatVector v[lanes];
        for (std::size_t i = 0; i < lanes; ++i)
            v[i] = sums[g + i].joined();
        out.set(g, acrossLanes(Floats(), v, Plus()));
    }
}

/// v of 2 * lanes weights, or of `lanes` of them.
template <class D>
HWY_INLINE hn::Vec<D> positions(D d, hn::Vec<D> y, const MapLanes& map, std::size_t group)
{
    const auto product = hn::MulFixedPoint15(y, hn::Set(d, map.slope.of[group]));
    return hn::SaturatedAdd(product, hn::Set(d, map.shift.of[group]));
}

/// Fills the tile where all weights count alike (their order within a group does not matter), and
/// sums the errors of their plain range, whose map is given.
/// @tparam fixedSize  of a group, or 0 when it is not known
template <int bits, DType type, std::size_t fixedSize>
HWY_NOINLINE void fillTile(
    const std::byte* x, const MapLanes& plain, FitTile& tile, GroupFloats& plainError)
{
    constexpr int fraction = fitFraction(bits);
    const Shorts d;
    const std::size_t size = fixedSize ? fixedSize : tile.size;
    const auto ones = hn::Set(d, std::int16_t(1));
    const auto mask = hn::Set(d, std::int16_t((1 << fraction) - 1));
    const auto half = hn::Set(d, std::int16_t(1 << (fraction - 1)));
    IntVector sumY[groupsAtOnce], sumYY[groupsAtOnce], sumE[groupsAtOnce];
    for (std::size_t g = 0; g < groupsAtOnce; ++g) {
        const auto mid = hn::Set(Floats(), tile.span.mid.of[g]);
        const auto inverse = hn::Set(Floats(), tile.span.inverse.of[g]);
        auto y1 = hn::Zero(GroupInts()), y2 = y1, e2 = y1;
        HWY_UNROLL(8)
        for (std::size_t i = 0; i < size; i += 2 * lanes) {
            const std::size_t at = g * size + i;
            fetchNext<type>(x, at, 2 * lanes, GroupBatch::most * groupsAtOnce * size);
            const auto a = hn::Mul(hn::Sub(loadElements<type>(x, at), mid), inverse);
            const auto b = hn::Mul(hn::Sub(loadElements<type>(x, at + lanes), mid), inverse);
            const auto y = hn::ReorderDemote2To(d, nearestInt(a), nearestInt(b));
            const auto wide = hn::ShiftLeft<4>(y);
            const auto e = hn::Sub(hn::And(positions(d, wide, plain, g), mask), half);
            y1 = hn::Add(y1, pairProducts(y, ones));
            y2 = hn::Add(y2, pairProducts(y, y));
            e2 = hn::Add(e2, pairProducts(e, e));
            hn::Store(wide, d, tile.y + at);
        }
        sumY[g] = y1;
        sumYY[g] = y2;
        sumE[g] = e2;
    }
    sumInts(sumY, 1, tile.sumY);
    sumInts(sumYY, 1, tile.sumYY);
    sumWords(sumE, 1 / float(1 << fraction) / float(1 << fraction), plainError);
    std::fill_n(tile.n.of, groupsAtOnce, float(size));
}

template <int bits, std::size_t fixedSize>
HWY_NOINLINE void sumCodes(const FitTile& tile, const MapLanes& map, CodeSums& out)
{
    const Shorts d;
    const std::size_t size = fixedSize ? fixedSize : tile.size;
    const auto ones = hn::Set(d, std::int16_t(1)), none = hn::Zero(d);
    IntVector sumQ[groupsAtOnce], sumQQ[groupsAtOnce], sumQY[groupsAtOnce];
    for (std::size_t g = 0; g < groupsAtOnce; ++g) {
        auto q1 = none;
        auto qq = hn::Zero(GroupInts()), qy = qq;
        HWY_UNROLL(8)
        for (std::size_t i = 0; i < size; i += 2 * lanes) {
            const auto y = hn::Load(d, tile.y + g * size + i);
            const auto v = positions(d, y, map, g);
            const auto q = hn::Max(hn::ShiftRight<fitFraction(bits)>(v), none);
            q1 = hn::Add(q1, q);
            qq = hn::Add(qq, pairProducts(q, q));
            qy = hn::Add(qy, pairProducts(q, y));
        }
        sumQ[g] = pairProducts(q1, ones);
        sumQQ[g] = qq;
        sumQY[g] = qy;
    }
    sumInts(sumQ, 1, out.q);
    sumInts(sumQQ, 1, out.qq);
    sumInts(sumQY, 0x1p-4f, out.qy); // 16 y
}

/// Sums over one group with equal weights: fillTile() and sumCodes() at once.
struct OneGroupSums {
    IntVector y, yy, e, q, qq, qy;
};
constexpr std::size_t sumCount = sizeof(OneGroupSums) / sizeof(IntVector);

/// What sumGroup() knows of group g.
struct OneGroup {
    const std::byte* x;
    std::size_t g, size, ahead;
};

template <int bits, DType type, std::size_t fixedSize>
HWY_INLINE OneGroupSums sumGroup(
    const OneGroup& in, const SpanLanes& span, const MapLanes& plain, const MapLanes& shrunk)
{
    constexpr int fraction = fitFraction(bits);
    constexpr bool isShort = fixedSize && fixedSize <= 16 * 2 * lanes; // 16 y fit 16 bits.
    const Shorts d;
    const std::size_t size = fixedSize ? fixedSize : in.size;
    const auto ones = hn::Set(d, std::int16_t(1)), none = hn::Zero(d);
    const auto mask = hn::Set(d, std::int16_t((1 << fraction) - 1));
    const auto half = hn::Set(d, std::int16_t(1 << (fraction - 1)));
    const auto mid = hn::Set(Floats(), span.mid.of[in.g]);
    const auto inverse = hn::Set(Floats(), span.inverse.of[in.g]);
    const auto zero = hn::Zero(GroupInts());
    OneGroupSums sums{zero, zero, zero, zero, zero, zero};
    auto y1 = none, q1 = none;
    for (std::size_t i = 0; i < size; i += 2 * lanes) {
        const std::size_t at = in.g * size + i;
        fetchNext<type>(in.x, at, 2 * lanes, in.ahead);
        const auto a = hn::Mul(hn::Sub(loadElements<type>(in.x, at), mid), inverse);
        const auto b = hn::Mul(hn::Sub(loadElements<type>(in.x, at + lanes), mid), inverse);
        const auto y = hn::ReorderDemote2To(d, nearestInt(a), nearestInt(b));
        const auto wide = hn::ShiftLeft<4>(y);
        const auto e = hn::Sub(hn::And(positions(d, wide, plain, in.g), mask), half);
        const auto q = hn::Max(hn::ShiftRight<fraction>(positions(d, wide, shrunk, in.g)), none);
        if (isShort)
            y1 = hn::Add(y1, y);
        else
            sums.y = hn::Add(sums.y, pairProducts(y, ones));
        q1 = hn::Add(q1, q);
        sums.yy = hn::Add(sums.yy, pairProducts(y, y));
        sums.e = hn::Add(sums.e, pairProducts(e, e));
        sums.qq = hn::Add(sums.qq, pairProducts(q, q));
        sums.qy = hn::Add(sums.qy, pairProducts(q, wide));
    }
    if (isShort)
        sums.y = pairProducts(y1, ones);
    sums.q = pairProducts(q1, ones);
    return sums;
}

HWY_INLINE void keepSums(const OneGroupSums& sums, std::size_t at, IntVector (*out)[groupsAtOnce])
{
    out[0][at] = sums.y;
    out[1][at] = sums.yy;
    out[2][at] = sums.e;
    out[3][at] = sums.q;
    out[4][at] = sums.qq;
    out[5][at] = sums.qy;
}

/// All that a search with one shrink needs of a batch, read once.
template <int bits, DType type, std::size_t fixedSize>
HWY_NOINLINE void sumBatch(const std::byte* x, const MapLanes& plain, const MapLanes& shrunk,
    FitTile& tile, GroupFloats& plainError, CodeSums& codes)
{
    constexpr float unit = 1 / float(1 << fitFraction(bits));
    const GroupInts d;
    IntVector sums[sumCount][groupsAtOnce];
    const auto sumsOf = [&](std::size_t g) HWY_ATTR {
        return sumGroup<bits, type, fixedSize>(
            {x, g, tile.size, GroupBatch::most * groupsAtOnce * tile.size}, tile.span, plain,
            shrunk);
    };
    if constexpr (lanes == 16) { // The first step of adding lanes up, while they are at hand.
        for (std::size_t g = 0; g < 8; ++g) {
            const auto a = sumsOf(g), b = sumsOf(g + 8);
            const auto both
                = [&](IntVector u, IntVector v) HWY_ATTR { return joinHalves(d, u, v, Plus()); };
            keepSums({both(a.y, b.y), both(a.yy, b.yy), both(a.e, b.e), both(a.q, b.q),
                         both(a.qq, b.qq), both(a.qy, b.qy)},
                g, sums);
        }
    } else {
        for (std::size_t g = 0; g < groupsAtOnce; ++g)
            keepSums(sumsOf(g), g, sums);
    }
    sumInts<true>(sums[0], 1, tile.sumY);
    sumInts<true>(sums[1], 1, tile.sumYY);
    sumWords<true>(sums[2], unit * unit, plainError);
    sumInts<true>(sums[3], 1, codes.q);
    sumInts<true>(sums[4], 1, codes.qq);
    sumInts<true>(sums[5], 0x1p-4f, codes.qy); // 16 y
    std::fill_n(tile.n.of, groupsAtOnce, float(tile.size));
}

// The same with importance: in order, in floats, 16 weights at a time.
using FewShorts = hn::Rebind<std::int16_t, Floats>;

HWY_INLINE FloatVector floatsOf(hn::Vec<FewShorts> v)
{
    return hn::ConvertTo(Floats(), hn::PromoteTo(GroupInts(), v));
}

/// @return where the importance says something.
template <DType type>
HWY_INLINE std::uint32_t fillWeightedTile(const GroupBatch& batch, FitTile& tile)
{
    const Floats d;
    const FewShorts few;
    LaneSums sumH[groupsAtOnce], sumY[groupsAtOnce], sumYY[groupsAtOnce];
    std::uint32_t usable = 0;
    for (std::size_t g = 0; g < groupsAtOnce; ++g) {
        const float* h = batch.h + (batch.firstInRow + g) % batch.perRow * tile.size;
        auto top = hn::Zero(d);
        for (std::size_t i = 0; i < tile.size; i += lanes)
            top = hn::Max(top, hn::LoadU(d, h + i));
        const float most = hn::GetLane(hn::MaxOfLanes(d, top));
        usable |= std::uint32_t(most >= fitLeastHalf && most <= fitMostHalf) << g;
        const auto unit = hn::Set(d, 1 / most);
        const auto mid = hn::Set(d, tile.span.mid.of[g]);
        const auto inverse = hn::Set(d, tile.span.inverse.of[g]);
        sumH[g].clear();
        sumY[g].clear();
        sumYY[g].clear();
        for (std::size_t i = 0; i < tile.size; i += lanes) {
            const std::size_t at = g * tile.size + i, part = i / lanes % (16 / lanes);
            const auto x = loadElements<type>(batch.x, at);
            const auto y = hn::DemoteTo(few, nearestInt(hn::Mul(hn::Sub(x, mid), inverse)));
            const auto weight = hn::Mul(hn::LoadU(d, h + i), unit), value = floatsOf(y);
            hn::Store(weight, d, tile.h + at);
            hn::StoreU(hn::ShiftLeft<4>(y), few, tile.y + at);
            sumH[g].part[part] = hn::Add(sumH[g].part[part], weight);
            sumY[g].part[part] = hn::Add(sumY[g].part[part], hn::Mul(weight, value));
            sumYY[g].part[part]
                = hn::Add(sumYY[g].part[part], hn::Mul(weight, hn::Mul(value, value)));
        }
    }
    sumFloats(sumH, tile.n);
    sumFloats(sumY, tile.sumY);
    sumFloats(sumYY, tile.sumYY);
    return usable;
}

template <int bits>
HWY_INLINE void sumWeightedCodes(const FitTile& tile, const MapLanes& map, CodeSums& out)
{
    const FewShorts few;
    LaneSums sumQ[groupsAtOnce], sumQQ[groupsAtOnce], sumQY[groupsAtOnce];
    for (std::size_t g = 0; g < groupsAtOnce; ++g) {
        sumQ[g].clear();
        sumQQ[g].clear();
        sumQY[g].clear();
        for (std::size_t i = 0; i < tile.size; i += lanes) {
            const std::size_t at = g * tile.size + i, part = i / lanes % (16 / lanes);
            const auto v = positions(few, hn::LoadU(few, tile.y + at), map, g);
            const auto q = floatsOf(hn::Max(hn::ShiftRight<fitFraction(bits)>(v), hn::Zero(few)));
            const auto y = floatsOf(hn::ShiftRight<4>(hn::LoadU(few, tile.y + at)));
            const auto h = hn::Load(Floats(), tile.h + at);
            sumQ[g].part[part] = hn::Add(sumQ[g].part[part], hn::Mul(h, q));
            sumQQ[g].part[part] = hn::Add(sumQQ[g].part[part], hn::Mul(h, hn::Mul(q, q)));
            sumQY[g].part[part] = hn::Add(sumQY[g].part[part], hn::Mul(h, hn::Mul(q, y)));
        }
    }
    sumFloats(sumQ, out.q);
    sumFloats(sumQQ, out.qq);
    sumFloats(sumQY, out.qy);
}

template <int bits>
HWY_INLINE void sumWeightedErrors(const FitTile& tile, const MapLanes& map, GroupFloats& out)
{
    constexpr int fraction = fitFraction(bits);
    const FewShorts few;
    const Floats d;
    const auto mask = hn::Set(few, std::int16_t((1 << fraction) - 1));
    const auto half = hn::Set(few, std::int16_t(1 << (fraction - 1)));
    LaneSums sums[groupsAtOnce];
    for (std::size_t g = 0; g < groupsAtOnce; ++g) {
        sums[g].clear();
        for (std::size_t i = 0; i < tile.size; i += lanes) {
            const std::size_t at = g * tile.size + i, part = i / lanes % (16 / lanes);
            const auto e = floatsOf(
                hn::Sub(hn::And(positions(few, hn::LoadU(few, tile.y + at), map, g), mask), half));
            const auto term = hn::Mul(hn::Load(d, tile.h + at), hn::Mul(e, e));
            sums[g].part[part] = hn::Add(sums[g].part[part], term);
        }
    }
    sumFloats(sums, out);
    const auto unit = hn::Set(d, 1 / float(1 << fraction) / float(1 << fraction));
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes)
        out.set(g, hn::Mul(out.at(g), unit));
}

template <int bits>
HWY_INLINE void sumCodesOf(
    const GroupBatch& batch, const FitTile& tile, const MapLanes& map, CodeSums& out)
{
    if (batch.h)
        sumWeightedCodes<bits>(tile, map, out);
    else if (batch.size == 128) // The usual one.
        sumCodes<bits, 128>(tile, map, out);
    else
        sumCodes<bits, 0>(tile, map, out);
}

/// mapOf()
HWY_INLINE void mapOfLanes(
    const AffineRule& rule, const SpanLanes& span, const RangeLanes& range, MapLanes& map)
{
    const Floats d;
    const float one = float(1 << fitFraction(rule.bits));
    const auto most = hn::Set(d, 32767.0f);
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes) {
        const auto inverse = hn::Div(hn::Set(d, 1.0f), range.scale.at(g));
        const auto slope
            = hn::Mul(hn::Mul(span.half.at(g), inverse), hn::Set(d, one * (2048 / fitReach)));
        const auto zero = hn::Add(hn::Mul(span.mid.at(g), inverse), range.zero.at(g));
        const auto shift = hn::Mul(hn::Add(zero, hn::Set(d, 0.5f)), hn::Set(d, one));
        map.slope.set(g, hn::Min(slope, most));
        map.shift.set(g, hn::Min(hn::Max(shift, hn::Neg(most)), most));
    }
}

/// shrunkRange()
HWY_INLINE void shrinkLanes(const AffineRule& rule, const SpanLanes& span, const GroupRanges& plain,
    float shrink, RangeLanes& out)
{
    const Floats d;
    const RangeRule& kind = rule.range;
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes) {
        const auto scale = hn::Mul(hn::Load(d, plain.scale + g), hn::Set(d, shrink));
        auto zero = hn::Set(d, kind.middle);
        if (kind.zeroKind != ZeroKind::Fixed)
            zero = hn::Sub(hn::Set(d, 0.5f * kind.levels), hn::Div(span.mid.at(g), scale));
        if (kind.zeroKind == ZeroKind::Integer)
            zero = hn::Min(hn::Max(hn::Round(zero), hn::Zero(d)), hn::Set(d, kind.levels));
        out.scale.set(g, scale);
        out.zero.set(g, zero);
    }
}

/// FitSums of as many groups as a vector has lanes.
struct SumLanes {
    FloatVector n, y, yy, q, qq, qy, middle;

    HWY_INLINE SumLanes(const FitTile& tile, const CodeSums& codes, std::size_t g)
        : n(tile.n.at(g))
        , y(tile.sumY.at(g))
        , yy(tile.sumYY.at(g))
        , q(codes.q.at(g))
        , qq(codes.qq.at(g))
        , qy(codes.qy.at(g))
        , middle(hn::Mul(tile.span.mid.at(g), tile.span.inverse.at(g)))
    {
    }
    HWY_INLINE FloatVector product(FloatVector zero) const
    {
        return hn::Add(
            hn::Sub(qy, hn::Mul(zero, y)), hn::Mul(middle, hn::Sub(q, hn::Mul(zero, n))));
    }
    HWY_INLINE FloatVector square(FloatVector zero) const
    {
        const auto twice = hn::Mul(hn::Set(Floats(), 2.0f), hn::Mul(zero, q));
        return hn::Add(hn::Sub(qq, twice), hn::Mul(hn::Mul(zero, zero), n));
    }
    HWY_INLINE FloatVector covariance() const { return hn::Sub(hn::Mul(n, qy), hn::Mul(q, y)); }
    HWY_INLINE FloatVector variance() const { return hn::Sub(hn::Mul(n, qq), hn::Mul(q, q)); }
    HWY_INLINE FloatVector residual(FloatVector scale, FloatVector offset) const
    {
        const auto two = hn::Set(Floats(), 2.0f);
        const auto linear = hn::Add(hn::Mul(scale, qy), hn::Mul(offset, y));
        const auto both
            = hn::Add(hn::Mul(hn::Mul(scale, scale), qq), hn::Mul(hn::Mul(offset, offset), n));
        return hn::Add(hn::Add(hn::Sub(yy, hn::Mul(two, linear)), both),
            hn::Mul(two, hn::Mul(hn::Mul(scale, offset), q)));
    }
};

/// fitTo(). `range` holds the zero point where it may not be any number; becomes the plain range
/// where the fit is not sane.
HWY_INLINE void fitLanes(const AffineRule& rule, const FitTile& tile, const CodeSums& codes,
    const GroupRanges& plain, RangeLanes& range, GroupFloats& error)
{
    const Floats d;
    const bool isReal = rule.range.zeroKind == ZeroKind::Real;
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes) {
        const SumLanes s(tile, codes, g);
        auto zero = range.zero.at(g);
        const auto best = isReal ? hn::Div(s.covariance(), s.variance())
                                 : hn::Div(s.product(zero), s.square(zero));
        auto scale = hn::Mul(best, hn::Div(tile.span.half.at(g), hn::Set(d, fitReach)));
        auto bad = roundScale(rule.range, scale);
        const auto ratio = hn::Mul(scale, tile.span.inverse.at(g));
        if (isReal) {
            const auto mean = hn::Add(hn::Div(s.y, s.n), s.middle);
            zero = hn::Sub(hn::Div(s.q, s.n), hn::Div(mean, ratio));
        }
        bad = hn::Or(bad, roundZero(rule.range, zero));
        const auto plainScale = hn::Load(d, plain.scale + g);
        const auto sane = hn::And(hn::And(hn::Ge(scale, hn::Mul(hn::Set(d, 0.125f), plainScale)),
                                      hn::Le(scale, hn::Mul(hn::Set(d, 2.0f), plainScale))),
            hn::Le(hn::Abs(zero), hn::Set(d, fitMostZero)));
        const auto offset = hn::Sub(hn::Zero(d), hn::Add(hn::Mul(ratio, zero), s.middle));
        const auto left = hn::Add(s.residual(ratio, offset), hn::Mul(hn::Set(d, fitNoise), s.yy));
        const auto good = hn::AndNot(bad, sane);
        range.scale.set(g, hn::IfThenElse(good, scale, plainScale));
        range.zero.set(g, hn::IfThenElse(good, zero, hn::Load(d, plain.zero + g)));
        error.set(g, hn::IfThenElse(good, left, hn::Inf(d)));
    }
}

/// Keeps what explains more than anything before.
HWY_INLINE void keepBetter(const AffineRule& rule, const FitTile& tile, const CodeSums& codes,
    const RangeLanes& range, GroupFloats& most, CodeSums& chosen, RangeLanes& chosenRange)
{
    const bool isReal = rule.range.zeroKind == ZeroKind::Real;
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes) {
        const SumLanes s(tile, codes, g);
        const auto zero = range.zero.at(g);
        const auto part = isReal ? s.covariance() : s.product(zero);
        const auto score = hn::Div(hn::Mul(part, part), isReal ? s.variance() : s.square(zero));
        const auto better = hn::Gt(score, most.at(g));
        most.set(g, hn::IfThenElse(better, score, most.at(g)));
        chosen.q.set(g, hn::IfThenElse(better, s.q, chosen.q.at(g)));
        chosen.qq.set(g, hn::IfThenElse(better, s.qq, chosen.qq.at(g)));
        chosen.qy.set(g, hn::IfThenElse(better, s.qy, chosen.qy.at(g)));
        chosenRange.zero.set(g, hn::IfThenElse(better, zero, chosenRange.zero.at(g)));
    }
}

/// Where a search can improve on the plain range: isFitted()
HWY_INLINE std::uint32_t fittedGroups(const FitTile& tile, const GroupRanges& plain)
{
    const Floats d;
    std::uint32_t bits = 0;
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes) {
        const auto half = tile.span.half.at(g);
        const auto isWide = hn::And(
            hn::Ge(half, hn::Set(d, fitLeastHalf)), hn::Le(half, hn::Set(d, fitMostHalf)));
        const auto isNear = hn::Le(hn::Abs(hn::Load(d, plain.zero + g)), hn::Set(d, fitMostZero));
        bits |= bitsOfMask(hn::And(isWide, isNear)) << g;
    }
    return bits & ~plain.irregular;
}

/// Takes the fits that beat the plain ranges.
HWY_INLINE void takeFits(const FitTile& tile, const RangeLanes& fit, const GroupFloats& error,
    const GroupFloats& plainError, std::uint32_t fitted, GroupRanges& ranges)
{
    const Floats d;
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes) {
        const auto scale = hn::Load(d, ranges.scale + g);
        const auto ratio = hn::Mul(scale, tile.span.inverse.at(g));
        const auto plains = hn::Mul(plainError.at(g), hn::Mul(ratio, ratio));
        const auto better = hn::Lt(error.at(g), hn::Mul(hn::Set(d, fitGain), plains));
        const auto taken = hn::And(better, maskOfBits(fitted >> g));
        const auto chosen = hn::IfThenElse(taken, fit.scale.at(g), scale);
        const auto zero = hn::IfThenElse(taken, fit.zero.at(g), hn::Load(d, ranges.zero + g));
        hn::Store(chosen, d, ranges.scale + g);
        hn::Store(zero, d, ranges.zero + g);
        hn::Store(hn::Div(hn::Set(d, 1.0f), chosen), d, ranges.inverse + g);
    }
}

/// A search in 16 groups, step by step.
struct FitSearch {
    FitTile tile;
    MapLanes plain, shrunk; ///< Of the plain ranges; of the first shrink.
    RangeLanes fit;         ///< The range that codes are found in, then the one that fits them.
    CodeSums chosen;
    GroupFloats plainError;
    std::uint32_t fitted; ///< Groups that a search can improve.
};

/// The ranges to look at.
HWY_INLINE void startSearch(const AffineRule& rule, const GroupBatch& batch,
    const GroupLimits& limits, const GroupRanges& ranges, FitSearch& search)
{
    search.tile.size = batch.size;
    spanOfLanes(rule.range, limits, search.tile.span);
    search.fitted = fittedGroups(search.tile, ranges);
    std::copy_n(ranges.scale, groupsAtOnce, search.fit.scale.of);
    std::copy_n(ranges.zero, groupsAtOnce, search.fit.zero.of);
    mapOfLanes(rule, search.tile.span, search.fit, search.plain);
    const float shrink = fitShrinks(rule, std::int64_t(batch.size)).front();
    shrinkLanes(rule, search.tile.span, ranges, shrink, search.fit);
    mapOfLanes(rule, search.tile.span, search.fit, search.shrunk);
}

/// Finds the codes that the best of several shrinks gives.
template <int bits, DType type>
HWY_INLINE void chooseCodes(
    const AffineRule& rule, const GroupBatch& batch, const GroupRanges& ranges, FitSearch& search)
{
    FitTile& tile = search.tile;
    if (batch.h) {
        search.fitted &= fillWeightedTile<type>(batch, tile);
        sumWeightedErrors<bits>(tile, search.plain, search.plainError);
    } else if (batch.size == 128) { // The usual one.
        fillTile<bits, type, 128>(batch.x, search.plain, tile, search.plainError);
    } else {
        fillTile<bits, type, 0>(batch.x, search.plain, tile, search.plainError);
    }
    CodeSums codes;
    RangeLanes range;
    MapLanes map;
    GroupFloats most;
    std::fill_n(most.of, groupsAtOnce, -1.0f);
    search.chosen = {};
    std::copy_n(ranges.zero, groupsAtOnce, search.fit.zero.of);
    for (const float shrink : fitShrinks(rule, std::int64_t(batch.size))) {
        shrinkLanes(rule, tile.span, ranges, shrink, range);
        mapOfLanes(rule, tile.span, range, map);
        sumCodesOf<bits>(batch, tile, map, codes);
        keepBetter(rule, tile, codes, range, most, search.chosen, search.fit);
    }
}

/// Finds codes and their sums.
template <int bits, DType type>
HWY_INLINE void findCodes(
    const AffineRule& rule, const GroupBatch& batch, const GroupRanges& ranges, FitSearch& search)
{
    if (batch.h || fitShrinks(rule, std::int64_t(batch.size)).size() > 1)
        return chooseCodes<bits, type>(rule, batch, ranges, search);
    const auto sum = [&](auto size) HWY_ATTR {
        sumBatch<bits, type, size>(
            batch.x, search.plain, search.shrunk, search.tile, search.plainError, search.chosen);
    };
    switch (batch.size) {
    case 32:
        return sum(std::integral_constant<std::size_t, 32>());
    case 64:
        return sum(std::integral_constant<std::size_t, 64>());
    case 128:
        return sum(std::integral_constant<std::size_t, 128>());
    default:
        return sum(std::integral_constant<std::size_t, 0>());
    }
}

/// Another fit, to the codes of the first one; the better of both.
template <int bits>
HWY_INLINE void fitAgain(const AffineRule& rule, const GroupBatch& batch, const GroupRanges& ranges,
    FitSearch& search, GroupFloats& error)
{
    MapLanes map;
    CodeSums codes;
    GroupFloats again;
    RangeLanes range = search.fit;
    mapOfLanes(rule, search.tile.span, range, map);
    sumCodesOf<bits>(batch, search.tile, map, codes);
    fitLanes(rule, search.tile, codes, ranges, range, again);
    for (std::size_t g = 0; g < groupsAtOnce; ++g)
        if (again.of[g] < error.of[g]) {
            error.of[g] = again.of[g];
            search.fit.scale.of[g] = range.scale.of[g];
            search.fit.zero.of[g] = range.zero.of[g];
        }
}

/// Fits ranges to the codes and takes those that are better than the plain ones.
template <int bits>
HWY_INLINE void endSearch(
    const AffineRule& rule, const GroupBatch& batch, FitSearch& search, GroupRanges& ranges)
{
    GroupFloats error;
    fitLanes(rule, search.tile, search.chosen, ranges, search.fit, error);
    if (rule.options.search == Search::Best)
        fitAgain<bits>(rule, batch, ranges, search, error);
    takeFits(search.tile, search.fit, error, search.plainError, search.fitted, ranges);
}

} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();
#endif // AQ_AFFINE_FIT_INL_H
