// Sixteen groups of weights at a time: loading them, their limits, sums across lanes, and codes on
// their way into bytes. Included once per instruction set.
#if defined(AQ_GROUPS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AQ_GROUPS_INL_H
#undef AQ_GROUPS_INL_H
#else
#define AQ_GROUPS_INL_H
#endif

#include "core/quant/kernels/convert_inl.h"
#include "core/tensor/dtype.h"

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {

using GroupInts = hn::RebindToSigned<Floats>;
using IntVector = hn::Vec<GroupInts>;
using Shorts = hn::Repartition<std::int16_t, Floats>;
using UnsignedShorts = hn::Repartition<std::uint16_t, Floats>;
using ShortVector = hn::Vec<Shorts>;
using CodeVector = hn::Vec<hn::Repartition<std::uint8_t, Floats>>;

constexpr std::size_t groupsAtOnce = 16;

/// `lanes` weights from the one at `index` on.
template <DType type>
HWY_INLINE FloatVector loadElements(const std::byte* x, std::size_t index)
{
    if constexpr (type == DType::F16)
        return floatsFromHalves(x + 2 * index);
    else if constexpr (type == DType::BF16)
        return hn::BitCast(
            Floats(), hn::ShiftLeft<16>(hn::PromoteTo(Words(), loadHalves(x + 2 * index))));
    else
        return hn::LoadU(Floats(), reinterpret_cast<const float*>(x) + index);
}

/// Nearest integer, ties to even, of numbers that an int32 holds.
HWY_INLINE IntVector nearestInt(FloatVector t)
{
#if HWY_TARGET == HWY_AVX3
    return IntVector{_mm512_cvtps_epi32(t.raw)}; // Highway's own mends what cannot happen here.
#elif HWY_TARGET == HWY_AVX2
    return IntVector{_mm256_cvtps_epi32(t.raw)};
#elif HWY_TARGET == HWY_SSE4
    return IntVector{_mm_cvtps_epi32(t.raw)};
#else
    return hn::NearestInt(t);
#endif
}

// Two vectors, each with runs that are to become one number: the first half of the result holds
// what is left of `a`, the second that of `b`. Halves are of a vector, of 256 bits, of a block.
template <class D, class V, class Op>
HWY_INLINE V joinHalves(D d, V a, V b, Op op)
{
    return op(hn::ConcatLowerLower(d, b, a), hn::ConcatUpperUpper(d, b, a));
}
template <class V, class Op>
HWY_INLINE V joinBlocks(V a, V b, Op op)
{
    return op(hn::OddEvenBlocks(b, a), hn::SwapAdjacentBlocks(hn::OddEvenBlocks(a, b)));
}
template <class D, class V, class Op>
HWY_INLINE V joinLanes(D d, V a, V b, Op op)
{
    return op(hn::InterleaveLower(d, a, b), hn::InterleaveUpper(d, a, b));
}
template <class Unit, class D, class V, class Op>
HWY_INLINE V joinUnits(D d, V a, V b, Op op)
{
    const hn::Repartition<Unit, D> units;
    const auto u = hn::BitCast(units, a), v = hn::BitCast(units, b);
    return op(hn::BitCast(d, hn::InterleaveLower(units, u, v)),
        hn::BitCast(d, hn::InterleaveUpper(units, u, v)));
}

/// acrossLanes() after its step for vectors of 16 lanes.
template <class D, class V, class Op>
HWY_INLINE V acrossJoined(D d, V* v, Op op)
{
    if constexpr (lanes >= 8) {
        HWY_UNROLL(4)
        for (std::size_t i = 0; i < 4; ++i)
            v[i] = joinBlocks(v[i], v[i + 4], op);
    }
    const V a = joinLanes(d, v[0], v[1], op), b = joinLanes(d, v[2], v[3], op);
    return joinUnits<double>(d, a, b, op);
}

/// Lane i of the result is `op` over all lanes of v[i], which it works on: lane j with j + 8,
/// then + 4, + 2, + 1. 32-bit lanes, as many vectors as one has lanes.
template <class D, class V, class Op>
HWY_INLINE V acrossLanes(D d, V* v, Op op)
{
    if constexpr (lanes == 16) {
        HWY_UNROLL(8)
        for (std::size_t i = 0; i < 8; ++i)
            v[i] = joinHalves(d, v[i], v[i + 8], op);
    }
    return acrossJoined(d, v, op);
}

/// Least and largest weight of each of 16 groups.
struct GroupLimits {
    alignas(64) float min[groupsAtOnce], max[groupsAtOnce];
};

struct Larger {
    template <class V>
    HWY_INLINE V operator()(V a, V b) const
    {
        return hn::Max(a, b);
    }
};
struct Smaller {
    template <class V>
    HWY_INLINE V operator()(V a, V b) const
    {
        return hn::Min(a, b);
    }
};
struct Plus {
    template <class V>
    HWY_INLINE V operator()(V a, V b) const
    {
        return hn::Add(a, b);
    }
};

/// F16 and BF16 order like signed integers where they are positive, and like unsigned ones in
/// reverse where they are negative: three limits of the bits tell both ends.
struct WordLimits {
    ShortVector most;
    hn::Vec<UnsignedShorts> farthest, nearest;
};

/// Applies one way of joining two vectors to each limit.
template <class Join>
HWY_INLINE WordLimits joinLimits(const WordLimits& a, const WordLimits& b, Join join)
{
    const Shorts d;
    const UnsignedShorts u;
    return {join(d, a.most, b.most, Larger()), join(u, a.farthest, b.farthest, Larger()),
        join(u, a.nearest, b.nearest, Smaller())};
}

struct Halves {
    template <class D, class V, class Op>
    HWY_INLINE V operator()(D d, V a, V b, Op op) const
    {
        return joinHalves(d, a, b, op);
    }
};
struct Blocks {
    template <class D, class V, class Op>
    HWY_INLINE V operator()(D, V a, V b, Op op) const
    {
        return joinBlocks(a, b, op);
    }
};
struct Lanes {
    template <class D, class V, class Op>
    HWY_INLINE V operator()(D d, V a, V b, Op op) const
    {
        return joinLanes(d, a, b, op);
    }
};
template <class Unit>
struct Units {
    template <class D, class V, class Op>
    HWY_INLINE V operator()(D d, V a, V b, Op op) const
    {
        return joinUnits<Unit>(d, a, b, op);
    }
};

/// Of `count` weights, a multiple of 2 * lanes.
HWY_INLINE WordLimits limitsOfGroup(const std::int16_t* x, std::size_t count)
{
    const UnsignedShorts u;
    WordLimits limits;
    limits.most = hn::LoadU(Shorts(), x);
    limits.farthest = limits.nearest = hn::BitCast(u, limits.most);
    HWY_UNROLL(8)
    for (std::size_t i = 2 * lanes; i < count; i += 2 * lanes) {
        const auto v = hn::LoadU(Shorts(), x + i);
        limits.most = hn::Max(limits.most, v);
        limits.farthest = hn::Max(limits.farthest, hn::BitCast(u, v));
        limits.nearest = hn::Min(limits.nearest, hn::BitCast(u, v));
    }
    return limits;
}

/// Blocks of group `first` and of those 4, 8 and 12 after it; with vectors of two blocks, 8 after.
HWY_INLINE WordLimits limitsOfBlocks(const std::int16_t* x, std::size_t count, std::size_t first)
{
    const auto* group = x + first * count;
    if constexpr (lanes == 16)
        return joinLimits(joinLimits(limitsOfGroup(group, count),
                              limitsOfGroup(group + 8 * count, count), Halves()),
            joinLimits(limitsOfGroup(group + 4 * count, count),
                limitsOfGroup(group + 12 * count, count), Halves()),
            Blocks());
    else if constexpr (lanes == 8)
        return joinLimits(
            limitsOfGroup(group, count), limitsOfGroup(group + 8 * count, count), Blocks());
    else
        return limitsOfGroup(group, count);
}

/// Of four neighbouring groups, two words of each side by side in every block.
HWY_INLINE WordLimits limitsOfFour(const std::int16_t* x, std::size_t count, std::size_t first)
{
    const auto ab
        = joinLimits(limitsOfBlocks(x, count, first), limitsOfBlocks(x, count, first + 1), Lanes());
    const auto cd = joinLimits(
        limitsOfBlocks(x, count, first + 2), limitsOfBlocks(x, count, first + 3), Lanes());
    return joinLimits(ab, cd, Units<std::uint32_t>());
}

/// Ends of as many groups as a vector has lanes, from the three limits of their bits.
template <DType type>
HWY_INLINE void storeLimits(const std::uint16_t* most, const std::uint16_t* farthest,
    const std::uint16_t* nearest, std::size_t first, GroupLimits& out)
{
    const auto at = [first](const std::uint16_t* words) {
        return reinterpret_cast<const std::byte*>(words + first);
    };
    const auto positive = loadElements<type>(at(most), 0);
    const auto negative = loadElements<type>(at(farthest), 0);
    const auto small = loadElements<type>(at(nearest), 0);
    hn::Store(hn::Min(negative, small), Floats(), out.min + first);
    hn::Store(hn::Max(positive, small), Floats(), out.max + first);
}

/// @tparam fixedSize  `size`, or 0 when it is not known
template <DType type, std::size_t fixedSize>
void limitsOfWords(const std::byte* in, std::size_t size, GroupLimits& limits)
{
    const UnsignedShorts u;
    const std::size_t count = fixedSize ? fixedSize : size;
    const auto* x = reinterpret_cast<const std::int16_t*>(in);
    alignas(64) std::uint16_t words[3][groupsAtOnce];
    if constexpr (lanes == 16) {
        const auto four = limitsOfFour(x, count, 0);
        const auto both = joinLimits(four, four, Units<double>());
        const auto store = [](auto v, std::uint16_t* out) HWY_ATTR { // Four words of each block.
            const UnsignedShorts d;
            const auto spread = hn::InterleaveLower(d, hn::BitCast(d, v), hn::Zero(d));
            storeWords(hn::BitCast(Words(), spread), reinterpret_cast<std::byte*>(out));
        };
        store(both.most, words[0]);
        store(both.farthest, words[1]);
        store(both.nearest, words[2]);
    } else {
        for (std::size_t g = 0; g < groupsAtOnce; g += 2 * lanes) {
            const auto eight = joinLimits(
                limitsOfFour(x, count, g), limitsOfFour(x, count, g + 4), Units<double>());
            hn::Store(hn::BitCast(u, eight.most), u, words[0] + g);
            hn::Store(eight.farthest, u, words[1] + g);
            hn::Store(eight.nearest, u, words[2] + g);
        }
    }
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes)
        storeLimits<type>(words[0], words[1], words[2], g, limits);
}

template <DType type, std::size_t fixedSize>
void limitsOfFloats(const std::byte* in, std::size_t size, GroupLimits& limits)
{
    const Floats d;
    const std::size_t count = fixedSize ? fixedSize : size;
    const auto* x = reinterpret_cast<const float*>(in);
    FloatVector lows[groupsAtOnce], highs[groupsAtOnce];
    for (std::size_t g = 0; g < groupsAtOnce; ++g, x += count) {
        auto low = hn::LoadU(d, x), high = low;
        HWY_UNROLL(16)
        for (std::size_t i = lanes; i < count; i += lanes) {
            const auto v = hn::LoadU(d, x + i);
            low = hn::Min(low, v);
            high = hn::Max(high, v);
        }
        lows[g] = low;
        highs[g] = high;
    }
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes) {
        hn::StoreU(acrossLanes(d, lows + g, Smaller()), d, limits.min + g);
        hn::StoreU(acrossLanes(d, highs + g, Larger()), d, limits.max + g);
    }
}

template <DType type, std::size_t fixedSize>
HWY_INLINE void limitsOfSize(const std::byte* x, std::size_t size, GroupLimits& limits)
{
    if constexpr (type == DType::F32)
        limitsOfFloats<type, fixedSize>(x, size, limits);
    else
        limitsOfWords<type, fixedSize>(x, size, limits);
}

/// Limits of 16 groups of `size` finite weights, a multiple of 32. The sign of a zero is not
/// defined.
template <DType type>
HWY_INLINE void limitsOf(const std::byte* x, std::size_t size, GroupLimits& limits)
{
    switch (size) {
    case 32:
        return limitsOfSize<type, 32>(x, size, limits);
    case 64:
        return limitsOfSize<type, 64>(x, size, limits);
    case 128:
        return limitsOfSize<type, 128>(x, size, limits);
    default:
        return limitsOfSize<type, 0>(x, size, limits);
    }
}

/// 16-bit integers to bytes 0 ... 255, saturating, block by block: those of a, then those of b.
HWY_INLINE CodeVector narrowed(ShortVector a, ShortVector b)
{
#if HWY_TARGET == HWY_AVX3
    return CodeVector{_mm512_packus_epi16(a.raw, b.raw)};
#elif HWY_TARGET == HWY_AVX2
    return CodeVector{_mm256_packus_epi16(a.raw, b.raw)};
#elif HWY_TARGET == HWY_SSE4
    return CodeVector{_mm_packus_epi16(a.raw, b.raw)};
#else
    const hn::Rebind<std::uint8_t, Shorts> half;
    return hn::Combine(
        hn::Repartition<std::uint8_t, Floats>(), hn::DemoteTo(half, b), hn::DemoteTo(half, a));
#endif
}

/// Codes of four vectors as bytes; what lies outside 0 ... 255 saturates. Each block of the result
/// has 4 bytes from that block of a, of b, of c and of e.
HWY_INLINE CodeVector mixedBytes(IntVector a, IntVector b, IntVector c, IntVector e)
{
    const Shorts d;
    return narrowed(hn::ReorderDemote2To(d, a, b), hn::ReorderDemote2To(d, c, e));
}

/// What mixedBytes() gives, in order.
HWY_INLINE CodeVector sortedBytes(CodeVector mixed)
{
    if constexpr (lanes == 4)
        return mixed;
    alignas(64) static constexpr std::int32_t sixteen[16]
        = {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15};
    alignas(64) static constexpr std::int32_t eight[8] = {0, 4, 1, 5, 2, 6, 3, 7};
    const GroupInts d;
    const auto sorted = hn::TableLookupLanes(
        hn::BitCast(d, mixed), hn::SetTableIndices(d, lanes == 16 ? sixteen : eight));
    return hn::BitCast(hn::Repartition<std::uint8_t, Floats>(), sorted);
}

/// Puts words in order of which each block has one from eight vectors in turn.
HWY_INLINE ShortVector sortedWords(ShortVector mixed)
{
#if HWY_TARGET == HWY_AVX3
    alignas(64) static constexpr std::uint16_t order[32] = {0, 8, 16, 24, 1, 9, 17, 25, 2, 10, 18,
        26, 3, 11, 19, 27, 4, 12, 20, 28, 5, 13, 21, 29, 6, 14, 22, 30, 7, 15, 23, 31};
    return ShortVector{_mm512_permutexvar_epi16(_mm512_load_si512(order), mixed.raw)};
#elif HWY_TARGET == HWY_AVX2
    const __m256i halves = _mm256_permute4x64_epi64(mixed.raw, 0xd8);
    return ShortVector{_mm256_unpacklo_epi16(halves, _mm256_srli_si256(halves, 8))};
#else
    return mixed;
#endif
}

/// Neighbours a, b become a + b * factor in 16 bits each.
template <int factor>
HWY_INLINE ShortVector pairsOfCodes(CodeVector codes)
{
    [[maybe_unused]] constexpr std::int16_t factors = 1 | factor << 8;
#if HWY_TARGET == HWY_AVX3
    return ShortVector{_mm512_maddubs_epi16(codes.raw, _mm512_set1_epi16(factors))};
#elif HWY_TARGET == HWY_AVX2
    return ShortVector{_mm256_maddubs_epi16(codes.raw, _mm256_set1_epi16(factors))};
#elif HWY_TARGET == HWY_SSE4
    return ShortVector{_mm_maddubs_epi16(codes.raw, _mm_set1_epi16(factors))};
#else
    const UnsignedShorts u;
    const auto v = hn::BitCast(u, codes);
    const auto low = hn::And(v, hn::Set(u, std::uint16_t(0xff)));
    const auto high = hn::Mul(hn::ShiftRight<8>(v), hn::Set(u, std::uint16_t(factor)));
    return hn::BitCast(Shorts(), hn::Add(low, high));
#endif
}

/// sum over pairs of 16-bit lanes: a0 * b0 + a1 * b1 in 32 bits.
HWY_INLINE IntVector pairProducts(ShortVector a, ShortVector b)
{
#if HWY_TARGET == HWY_AVX3
    return IntVector{_mm512_madd_epi16(a.raw, b.raw)};
#elif HWY_TARGET == HWY_AVX2
    return IntVector{_mm256_madd_epi16(a.raw, b.raw)};
#elif HWY_TARGET == HWY_SSE4
    return IntVector{_mm_madd_epi16(a.raw, b.raw)};
#else
    const GroupInts d;
    const auto u = hn::BitCast(d, a), v = hn::BitCast(d, b);
    const auto low = [](IntVector i) HWY_ATTR { return hn::ShiftRight<16>(hn::ShiftLeft<16>(i)); };
    return hn::Add(hn::Mul(low(u), low(v)), hn::Mul(hn::ShiftRight<16>(u), hn::ShiftRight<16>(v)));
#endif
}

} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();
#endif // AQ_GROUPS_INL_H
