// Q8_0 Q4_0 Q4_1 Q5_0 Q5_1 with vectors: the arithmetic of simple_blocks.cpp, a batch of as many
// blocks as a vector has lanes at a time. What a block is reduced to (its peak, its sums) is
// reduced for the whole batch together, and so lies side by side in one vector.
#include "core/quant/schemes/simple_blocks.h"

#include "core/quant/kernels/half.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/quant/schemes/simple_blocks_simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/quant/kernels/dispatch.h"
#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
#include "core/quant/kernels/groups_inl.h"

#include <hwy/cache_control.h>
#endif

#include <algorithm>
#include <cmath>
#include <cstring>

// Before short loops over the vectors of a block, which must stay in registers.
#if !defined(AQ_UNROLL) && defined(__clang__)
#define AQ_UNROLL _Pragma("clang loop unroll(full)")
#elif !defined(AQ_UNROLL)
#define AQ_UNROLL _Pragma("GCC unroll 8")
#endif

HWY_BEFORE_NAMESPACE();
namespace aq::HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128
// Never called: without an instruction set encodeBlocks() takes the reference.
void encodeSimple(const simple::Rule&, const BlockRun&, MutableBytes) { }
void decodeSimple(const simple::Rule&, Bytes, std::span<float>) { }
#else
namespace {

using simple::BlockMap;
using simple::blockSize;
using simple::Rule;

using Integers = hn::RebindToSigned<Floats>;
using IntegerVector = hn::Vec<Integers>;
using CodeBytes = hn::Rebind<std::uint8_t, Floats>;
using SignedBytes = hn::Rebind<std::int8_t, Floats>;
constexpr std::size_t vectors = blockSize / lanes; ///< Of one block: 2, 4 or 8.
constexpr std::size_t batch = lanes;               ///< Blocks.

// ---- Reductions -----------------------------------------------------------------------------

struct Adding {
    HWY_INLINE FloatVector operator()(FloatVector a, FloatVector b) const { return hn::Add(a, b); }
};
struct Least {
    HWY_INLINE FloatVector operator()(FloatVector a, FloatVector b) const { return hn::Min(a, b); }
};
struct Most {
    HWY_INLINE FloatVector operator()(FloatVector a, FloatVector b) const { return hn::Max(a, b); }
};

/// The vectors of one block to one, in halves: 32 to 16 and so on.
template <typename Join>
HWY_INLINE FloatVector folded(FloatVector (&x)[vectors], Join join)
{
    AQ_UNROLL
    for (std::size_t n = vectors / 2; n > 0; n /= 2)
        AQ_UNROLL
    for (std::size_t i = 0; i < n; ++i)
        x[i] = join(x[i], x[i + n]);
    return x[0];
}

/// Four lanes of each of lanes / 4 vectors, joined from all their lanes in halves.
template <typename Join>
HWY_INLINE FloatVector joinedFours(const FloatVector* x, Join join)
{
    const Floats floats;
    if constexpr (lanes == 16) {
        const auto halved = [&](std::size_t a, std::size_t b) HWY_ATTR {
            return join(
                hn::ConcatLowerLower(floats, x[b], x[a]), hn::ConcatUpperUpper(floats, x[b], x[a]));
        };
        const auto ac = halved(0, 8), bd = halved(4, 12);
        return join(hn::OddEvenBlocks(hn::SwapAdjacentBlocks(bd), ac),
            hn::OddEvenBlocks(bd, hn::SwapAdjacentBlocks(ac)));
    } else if constexpr (lanes == 8) {
        return join(
            hn::ConcatLowerLower(floats, x[4], x[0]), hn::ConcatUpperUpper(floats, x[4], x[0]));
    } else {
        return x[0];
    }
}

/// Lane b of the result: vector b of a batch, its lanes joined in halves.
template <typename Join>
HWY_INLINE FloatVector joined(const FloatVector (&x)[batch], Join join)
{
    const Floats floats;
    const hn::Repartition<double, Floats> pairs;
    const auto twos = [&](FloatVector a, FloatVector b) HWY_ATTR {
        return hn::BitCast(
            pairs, join(hn::InterleaveLower(floats, a, b), hn::InterleaveUpper(floats, a, b)));
    };
    const auto ab = twos(joinedFours(x, join), joinedFours(x + 1, join));
    const auto cd = twos(joinedFours(x + 2, join), joinedFours(x + 3, join));
    return join(hn::BitCast(floats, hn::InterleaveLower(pairs, ab, cd)),
        hn::BitCast(floats, hn::InterleaveUpper(pairs, ab, cd)));
}

// ---- Weights --------------------------------------------------------------------------------

template <DType type>
HWY_INLINE FloatVector loadFloats(const std::byte* in)
{
    if constexpr (type == DType::F16)
        return floatsFromHalves(in);
    else if constexpr (type == DType::BF16)
        return hn::BitCast(Floats(), hn::ShiftLeft<16>(hn::PromoteTo(Words(), loadHalves(in))));
    else
        return hn::LoadU(Floats(), reinterpret_cast<const float*>(in));
}

/// A batch of blocks with what their lanes are reduced to, one block in each lane.
template <DType type>
struct Batch {
    const std::byte* in;
    FloatVector low, high; ///< Q8_0: only high, the largest magnitude.

    static constexpr std::size_t weightBytes = type == DType::F32 ? 4 : 2;
    const std::byte* at(std::size_t block, std::size_t v) const
    {
        return in + (block * blockSize + v * lanes) * weightBytes;
    }
    HWY_INLINE FloatVector load(std::size_t block, std::size_t v) const
    {
        return loadFloats<type>(at(block, v));
    }
    void load(std::size_t block, float* x) const
    {
        for (std::size_t v = 0; v < vectors; ++v)
            hn::StoreU(load(block, v), Floats(), x + v * lanes);
    }
};

template <const Rule& rule, DType type>
HWY_INLINE void findExtremes(Batch<type>& tile)
{
    FloatVector lows[batch], highs[batch];
    for (std::size_t b = 0; b < batch; ++b) {
        FloatVector x[vectors], low[vectors];
        AQ_UNROLL
        for (std::size_t v = 0; v < vectors; ++v) {
            x[v] = rule.bits == 8 ? hn::Abs(tile.load(b, v)) : tile.load(b, v);
            low[v] = x[v];
        }
        highs[b] = folded(x, Most());
        if (rule.bits != 8)
            lows[b] = folded(low, Least());
    }
    tile.high = joined(highs, Most());
    if (rule.bits != 8)
        tile.low = joined(lows, Least());
}

// Vectors of four halves fill no register: they gain nothing, and NEON cannot interleave them.
#if HWY_MAX_BYTES >= 32
using HalfVector = hn::Vec<HalfWords>;

/// joined() of 16-bit lanes, the larger of each two. Batches of 8 or 16.
HWY_INLINE HalfVector largestHalves(const HalfVector (&x)[batch])
{
    const HalfWords halves;
    const hn::Repartition<std::uint32_t, HalfWords> pairs;
    const hn::Repartition<std::uint64_t, HalfWords> fours;
    HalfVector eight[8], four[4];
    AQ_UNROLL
    for (std::size_t i = 0; i < 8; ++i)
        if constexpr (lanes == 16)
            eight[i] = hn::Max(hn::ConcatLowerLower(halves, x[i + 8], x[i]),
                hn::ConcatUpperUpper(halves, x[i + 8], x[i]));
        else
            eight[i] = x[i];
    AQ_UNROLL
    for (std::size_t i = 0; i < 4; ++i)
        four[i] = hn::Max(hn::InterleaveLower(halves, eight[2 * i], eight[2 * i + 1]),
            hn::InterleaveUpper(halves, eight[2 * i], eight[2 * i + 1]));
    const auto joinedPairs = [&](HalfVector a, HalfVector b) HWY_ATTR {
        const auto p = hn::BitCast(pairs, a), q = hn::BitCast(pairs, b);
        return hn::BitCast(fours,
            hn::Max(hn::BitCast(halves, hn::InterleaveLower(pairs, p, q)),
                hn::BitCast(halves, hn::InterleaveUpper(pairs, p, q))));
    };
    const auto a = joinedPairs(four[0], four[1]), b = joinedPairs(four[2], four[3]);
    return hn::Max(hn::BitCast(halves, hn::InterleaveLower(fours, a, b)),
        hn::BitCast(halves, hn::InterleaveUpper(fours, a, b)));
}

template <DType type>
HWY_INLINE FloatVector floatsOf(HalfVector bits)
{
    HWY_ALIGN std::uint16_t stored[batch];
    hn::Store(bits, HalfWords(), stored);
    return loadFloats<type>(reinterpret_cast<const std::byte*>(stored));
}

/// findExtremes() of 16-bit floats without converting them: among equal signs the larger number
/// has the larger bits. A block without negative weights has the low -0, without others the high 0.
template <const Rule& rule, DType type>
HWY_INLINE void findExtremesOfHalves(Batch<type>& tile)
{
    const HalfWords halves;
    const auto sign = hn::Set(halves, std::uint16_t(0x8000));
    HalfVector above[batch], below[batch];
    for (std::size_t b = 0; b < batch; ++b) {
        HalfVector flipped[vectors], bits[vectors];
        AQ_UNROLL
        for (std::size_t v = 0; v < vectors; ++v) {
            bits[v] = loadHalves(tile.at(b, v));
            flipped[v] = rule.bits == 8 ? hn::AndNot(sign, bits[v]) : hn::Xor(bits[v], sign);
        }
        AQ_UNROLL
        for (std::size_t v = 1; v < vectors; ++v) {
            flipped[0] = hn::Max(flipped[0], flipped[v]);
            bits[0] = hn::Max(bits[0], bits[v]);
        }
        above[b] = flipped[0];
        below[b] = bits[0];
    }
    const auto high = largestHalves(above);
    if constexpr (rule.bits == 8) {
        tile.high = floatsOf<type>(high);
    } else { // The sign bit says that there was one.
        tile.high = floatsOf<type>(hn::Xor(hn::Max(high, sign), sign));
        tile.low = floatsOf<type>(hn::Max(largestHalves(below), sign));
    }
}
#endif

// ---- The plain rule -------------------------------------------------------------------------

/// BlockMap of each block of a batch; the first three side by side.
struct Maps {
    FloatVector scale, min, inverse;
    HWY_ALIGN float inverses[batch], offsets[batch], biases[batch];
};

/// Blocks whose largest magnitude occurs with both signs take that of the first; +0 if all are 0.
template <DType type>
HWY_INLINE FloatVector signedPeaks(const Batch<type>& tile)
{
    const Floats floats;
    const auto below = hn::Neg(tile.low);
    const auto ties = hn::Eq(tile.high, below);
    auto peak = hn::IfThenElse(hn::Gt(tile.high, below), tile.high, tile.low);
    if (HWY_LIKELY(hn::AllFalse(floats, ties)))
        return peak;
    HWY_ALIGN float peaks[batch], sizes[batch], x[blockSize];
    hn::Store(peak, floats, peaks);
    hn::Store(hn::IfThenElse(ties, tile.high, hn::Set(floats, -1.0f)), floats, sizes);
    for (std::size_t b = 0; b < batch; ++b)
        if (sizes[b] == 0) {
            peaks[b] = 0;
        } else if (sizes[b] > 0) {
            tile.load(b, x);
            peaks[b] = *std::find_if(
                x, x + blockSize, [size = sizes[b]](float each) { return std::abs(each) == size; });
        }
    return hn::Load(floats, peaks);
}

/// The least weights; of several zeros the first, whose sign is stored.
template <DType type>
HWY_INLINE FloatVector minima(const Batch<type>& tile)
{
    const Floats floats;
    const auto zeros = hn::Eq(tile.low, hn::Zero(floats));
    if (HWY_LIKELY(hn::AllFalse(floats, zeros)))
        return tile.low;
    HWY_ALIGN float low[batch], x[blockSize];
    hn::Store(tile.low, floats, low);
    for (std::size_t b = 0; b < batch; ++b)
        if (low[b] == 0) {
            tile.load(b, x);
            low[b] = *std::find(x, x + blockSize, 0.0f); // -0 is equal.
        }
    return hn::Load(floats, low);
}

template <const Rule& rule, DType type>
HWY_INLINE void plainMaps(const Batch<type>& tile, Maps& maps)
{
    const Floats floats;
    const auto zero = hn::Zero(floats), steps = hn::Set(floats, rule.steps);
    maps.min = zero;
    auto bias = hn::Set(floats, rule.bits == 8 ? 0.0f : 0.5f - rule.least);
    if (rule.hasMin) {
        maps.min = minima(tile);
        maps.scale = hn::Div(hn::Add(hn::Sub(tile.high, maps.min), zero), steps); // Never -0.
    } else if (rule.bits == 8) {
        maps.scale = hn::Div(tile.high, steps);
    } else {
        maps.scale = hn::Div(signedPeaks(tile), steps);
    }
    auto inverse = hn::Div(hn::Set(floats, 1.0f), maps.scale);
    inverse = hn::IfThenZeroElse(hn::Eq(maps.scale, zero), inverse);
    const auto isFinite = hn::IsFinite(inverse);
    maps.inverse = hn::IfThenElseZero(isFinite, inverse);
    hn::Store(maps.inverse, floats, maps.inverses);
    hn::Store(maps.min, floats, maps.offsets);
    hn::Store(hn::IfThenElseZero(isFinite, bias), floats, maps.biases);
}

// ---- Codes ----------------------------------------------------------------------------------

/// One block's map, in all lanes.
struct BlockLanes {
    FloatVector inverse, offset, bias;
};
HWY_INLINE BlockLanes lanesOf(const Maps& maps, std::size_t block)
{
    const Floats floats;
    return {hn::Set(floats, maps.inverses[block]), hn::Set(floats, maps.offsets[block]),
        hn::Set(floats, maps.biases[block])};
}

/// Toward zero. The values are within the codes' range, so that no overflow has to be looked for.
HWY_INLINE IntegerVector truncated(FloatVector x)
{
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX3_DL
    return IntegerVector{_mm512_cvttps_epi32(x.raw)};
#elif HWY_TARGET == HWY_AVX2
    return IntegerVector{_mm256_cvttps_epi32(x.raw)};
#elif HWY_TARGET == HWY_SSE4
    return IntegerVector{_mm_cvttps_epi32(x.raw)};
#else
    return hn::ConvertTo(Integers(), x);
#endif
}

/// storedCode() before it is cut off: toward zero from here. Clipped at the lower end only where
/// the range may end inside the block.
template <const Rule& rule, bool clips>
HWY_INLINE FloatVector uncutCode(FloatVector x, const BlockLanes& map)
{
    const Floats floats;
    if constexpr (rule.bits == 8) {
        auto t = hn::Mul(x, map.inverse);
        if constexpr (clips)
            t = hn::Clamp(t, hn::Set(floats, rule.least), hn::Set(floats, rule.most));
        return hn::Add(t, hn::CopySign(hn::Set(floats, simple::almostHalf), t));
    } else {
        const auto y = rule.hasMin ? hn::Sub(x, map.offset) : x;
        auto t = hn::Add(hn::Mul(y, map.inverse), map.bias);
        t = hn::Min(t, hn::Set(floats, rule.most - rule.least));
        return clips ? hn::Max(t, hn::Zero(floats)) : t;
    }
}

HWY_INLINE void storeBytes(IntegerVector q, std::byte* out)
{
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX3_DL
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), _mm512_cvtepi32_epi8(q.raw));
#else
    hn::StoreU(hn::TruncateTo(CodeBytes(), hn::BitCast(Words(), q)), CodeBytes(),
        reinterpret_cast<std::uint8_t*>(out));
#endif
}

/// The parts of a block behind its scale and minimum.
template <const Rule& rule, bool clips, DType type>
HWY_INLINE void storeCodes(
    const Batch<type>& tile, std::size_t block, const BlockLanes& map, std::byte* out)
{
    const Floats floats;
    const Integers integers;
    IntegerVector q[vectors];
    AQ_UNROLL
    for (std::size_t v = 0; v < vectors; ++v)
        q[v] = truncated(uncutCode<rule, clips>(tile.load(block, v), map));
    if constexpr (rule.bits == 8) {
        AQ_UNROLL
        for (std::size_t v = 0; v < vectors; ++v)
            storeBytes(q[v], out + v * lanes);
        return;
    }
    if constexpr (rule.bits == 5) {
        std::uint32_t fifth = 0;
        AQ_UNROLL
        for (std::size_t v = 0; v < vectors; ++v) {
            const auto isSet = hn::Gt(q[v], hn::Set(integers, 15));
            std::uint8_t bits[8] = {};
            hn::StoreMaskBits(integers, isSet, bits);
            std::uint32_t word;
            std::memcpy(&word, bits, sizeof word);
            fifth |= word << v * lanes;
        }
        std::memcpy(out, &fifth, sizeof fifth);
        out += sizeof fifth;
    }
    const auto low = hn::Set(integers, 15);
    AQ_UNROLL
    for (std::size_t v = 0; v < vectors / 2; ++v) {
        const auto first = rule.bits == 5 ? hn::And(q[v], low) : q[v];
        const auto both = hn::Or(first, hn::ShiftLeft<4>(q[v + vectors / 2]));
        storeBytes(rule.bits == 5 ? hn::And(both, hn::Set(integers, 255)) : both, out + v * lanes);
    }
}

/// Codes of four bits of as many blocks as fill a vector, from `first` on.
template <const Rule& rule, bool clips, DType type>
HWY_INLINE void storeFourBits(
    const Batch<type>& tile, std::size_t first, const Maps& maps, std::byte* out)
{
    constexpr std::size_t ofBlock = vectors / 2; // Vectors of paired codes.
    IntegerVector pairs[4];
    AQ_UNROLL
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t block = first + i / ofBlock, v = i % ofBlock;
        const BlockLanes map = lanesOf(maps, block);
        const auto low = truncated(uncutCode<rule, clips>(tile.load(block, v), map));
        const auto high = truncated(uncutCode<rule, clips>(tile.load(block, v + ofBlock), map));
        pairs[i] = hn::Or(low, hn::ShiftLeft<4>(high));
    }
    const auto codes = sortedBytes(mixedBytes(pairs[0], pairs[1], pairs[2], pairs[3]));
#if HWY_TARGET == HWY_AVX3
    const auto store = [out](std::size_t block, __m128i part) HWY_ATTR {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out + block * rule.format.bytes), part);
    };
    store(0, _mm512_castsi512_si128(codes.raw));
    store(1, _mm512_extracti32x4_epi32(codes.raw, 1));
    store(2, _mm512_extracti32x4_epi32(codes.raw, 2));
    store(3, _mm512_extracti32x4_epi32(codes.raw, 3));
#else
    HWY_ALIGN std::uint8_t bytes[4 * lanes];
    hn::Store(codes, hn::Repartition<std::uint8_t, Floats>(), bytes);
    for (std::size_t block = 0; block < 4 / ofBlock; ++block)
        std::memcpy(out + block * std::size_t(rule.format.bytes), bytes + 16 * block, 16);
#endif
}

/// Fetches a block of the batch after the next.
template <DType type>
HWY_INLINE void fetchNext(const Batch<type>& tile, std::size_t block)
{
    const std::byte* const next = tile.at(2 * batch + block, 0);
    hwy::Prefetch(next);
    if constexpr (type == DType::F32)
        hwy::Prefetch(next + 64);
}

template <const Rule& rule, bool clips, DType type>
HWY_INLINE void storeBatch(const Batch<type>& tile, const Maps& maps, std::byte* out)
{
    constexpr std::size_t together = rule.bits == 4 ? lanes / 4 : 1;
    const Words words;
    HWY_ALIGN std::uint32_t scales[batch], mins[batch];
    hn::Store(halvesFromFloats(maps.scale), words, scales);
    if (rule.hasMin)
        hn::Store(halvesFromFloats(maps.min), words, mins);
    for (std::size_t b = 0; b < batch; ++b) {
        std::byte* const to = out + b * std::size_t(rule.format.bytes);
        std::memcpy(to, &scales[b], 2);
        if (rule.hasMin)
            std::memcpy(to + 2, &mins[b], 2);
        std::byte* const codes = to + (rule.hasMin ? 4 : 2);
        fetchNext(tile, b);
        if constexpr (rule.bits != 4)
            storeCodes<rule, clips>(tile, b, lanesOf(maps, b), codes);
        else if (b % together == 0)
            storeFourBits<rule, clips>(tile, b, maps, codes);
    }
}

// ---- The search -----------------------------------------------------------------------------

HWY_INLINE FloatVector halfRounded(FloatVector x)
{
    HWY_ALIGN std::uint16_t halves[batch];
    storeWords(halvesFromFloats(x), reinterpret_cast<std::byte*>(halves));
    return floatsFromHalves(reinterpret_cast<const std::byte*>(halves));
}

using Tile = Batch<DType::F32>; ///< Converted once, since a search reads it many times.

/// The importance of each block's weights, or null.
struct Importance {
    const float* of[batch];
};

template <const Rule& rule>
HWY_INLINE FloatVector codeAsFloat(FloatVector x, const BlockLanes& map)
{
    const auto whole = hn::Trunc(uncutCode<rule, true>(x, map));
    return rule.bits == 8 ? whole : hn::Add(whole, hn::Set(Floats(), rule.least));
}

/// sum h (x - x')^2 of each block. `scale` and `min` are as stored.
template <const Rule& rule>
HWY_INLINE FloatVector squaredErrors(
    const Tile& tile, const Importance& h, const Maps& maps, FloatVector scale, FloatVector min)
{
    const Floats floats;
    HWY_ALIGN float scales[batch], mins[batch];
    hn::Store(scale, floats, scales);
    hn::Store(min, floats, mins);
    FloatVector errors[batch];
    for (std::size_t b = 0; b < batch; ++b) {
        const BlockLanes map = lanesOf(maps, b);
        const auto step = hn::Set(floats, scales[b]), origin = hn::Set(floats, mins[b]);
        FloatVector terms[vectors];
        AQ_UNROLL
        for (std::size_t v = 0; v < vectors; ++v) {
            const auto x = tile.load(b, v);
            const auto product = hn::Mul(codeAsFloat<rule>(x, map), step);
            const auto error = hn::Sub(x, rule.hasMin ? hn::Add(product, origin) : product);
            const auto square = hn::Mul(error, error);
            terms[v] = h.of[b] ? hn::Mul(hn::LoadU(floats, h.of[b] + v * lanes), square) : square;
        }
        errors[b] = folded(terms, Adding());
    }
    return joined(errors, Adding());
}

struct CodeSums {
    FloatVector h, c, cc, cy, y;
};

template <const Rule& rule>
HWY_INLINE CodeSums codeSums(
    const Tile& tile, const Importance& h, const Maps& maps, const float* origins)
{
    const Floats floats;
    FloatVector hs[batch], cs[batch], ccs[batch], cys[batch], ys[batch];
    for (std::size_t b = 0; b < batch; ++b) {
        const BlockLanes map = lanesOf(maps, b);
        const auto origin = hn::Set(floats, origins[b]);
        FloatVector hv[vectors], hc[vectors], hcc[vectors], hcy[vectors], hy[vectors];
        AQ_UNROLL
        for (std::size_t v = 0; v < vectors; ++v) {
            const auto x = tile.load(b, v);
            const auto c = codeAsFloat<rule>(x, map), y = rule.hasMin ? hn::Sub(x, origin) : x;
            if (h.of[b]) {
                hv[v] = hn::LoadU(floats, h.of[b] + v * lanes);
                hc[v] = hn::Mul(hv[v], c);
                hy[v] = hn::Mul(hv[v], y);
            } else {
                hv[v] = hn::Set(floats, 1.0f);
                hc[v] = c;
                hy[v] = y;
            }
            hcc[v] = hn::Mul(hc[v], c);
            hcy[v] = hn::Mul(hc[v], y);
        }
        ccs[b] = folded(hcc, Adding());
        cys[b] = folded(hcy, Adding());
        if constexpr (rule.hasMin) {
            hs[b] = folded(hv, Adding());
            cs[b] = folded(hc, Adding());
            ys[b] = folded(hy, Adding());
        }
    }
    const auto zero = hn::Zero(floats);
    CodeSums sums{zero, zero, joined(ccs, Adding()), joined(cys, Adding()), zero};
    if constexpr (rule.hasMin) {
        sums.h = joined(hs, Adding());
        sums.c = joined(cs, Adding());
        sums.y = joined(ys, Adding());
    }
    return sums;
}

struct Fit {
    FloatVector scale, gain; ///< 0 where there is none.
};
template <const Rule& rule>
HWY_INLINE Fit fit(const CodeSums& s)
{
    const Floats floats;
    auto over = s.cy, under = s.cc;
    if constexpr (rule.hasMin) {
        over = hn::Sub(hn::Mul(s.h, s.cy), hn::Mul(s.c, s.y));
        under = hn::Sub(hn::Mul(s.h, s.cc), hn::Mul(s.c, s.c));
    }
    const auto scale = hn::Div(over, under);
    const auto isFit = hn::And(hn::Gt(under, hn::Zero(floats)),
        hn::Le(hn::Abs(scale), hn::Set(floats, simple::largestHalf)));
    return {hn::IfThenElseZero(isFit, scale), hn::IfThenElseZero(isFit, hn::Mul(over, scale))};
}

/// searchedMap() of each block.
template <const Rule& rule>
HWY_INLINE void searchMaps(const Tile& tile, const Importance& h, Maps& maps)
{
    const Floats floats;
    const auto zero = hn::Zero(floats);
    const auto plainBias = hn::Load(floats, maps.biases);
    Fit best{zero, zero};
    CodeSums bestSums{zero, zero, zero, zero, zero};
    Maps tried = maps;
    for (const float steps : simple::stepsTried) {
        const float factor = 1 + steps / std::abs(rule.steps);
        hn::Store(hn::Mul(maps.inverse, hn::Set(floats, factor)), floats, tried.inverses);
        if (rule.hasMin)
            hn::Store(hn::Sub(plainBias, hn::Set(floats, 0.5f * steps)), floats, tried.biases);
        const CodeSums sums = codeSums<rule>(tile, h, tried, maps.offsets);
        const Fit found = fit<rule>(sums);
        const auto isBetter = hn::Gt(found.gain, best.gain);
        best.scale = hn::IfThenElse(isBetter, found.scale, best.scale);
        best.gain = hn::IfThenElse(isBetter, found.gain, best.gain);
        if constexpr (rule.hasMin) {
            bestSums.h = hn::IfThenElse(isBetter, sums.h, bestSums.h);
            bestSums.c = hn::IfThenElse(isBetter, sums.c, bestSums.c);
            bestSums.y = hn::IfThenElse(isBetter, sums.y, bestSums.y);
        }
    }
    tried.scale = halfRounded(best.scale);
    tried.min = zero;
    if constexpr (rule.hasMin) {
        const auto left = hn::Sub(bestSums.y, hn::Mul(tried.scale, bestSums.c));
        tried.min = halfRounded(hn::Add(hn::Div(left, bestSums.h), maps.min));
    }
    const auto isUsable = hn::Ne(tried.scale, zero);
    tried.inverse = hn::IfThenElseZero(isUsable, hn::Div(hn::Set(floats, 1.0f), tried.scale));
    const auto bias = hn::Set(floats, 0.5f - rule.least);
    hn::Store(tried.inverse, floats, tried.inverses);
    hn::Store(tried.min, floats, tried.offsets);
    hn::Store(bias, floats, tried.biases);
    const auto errors = squaredErrors<rule>(tile, h, tried, tried.scale, tried.min);
    const auto plainErrors
        = squaredErrors<rule>(tile, h, maps, halfRounded(maps.scale), halfRounded(maps.min));
    const auto isBetter = hn::And(isUsable, hn::Lt(errors, plainErrors));
    maps.scale = hn::IfThenElse(isBetter, tried.scale, maps.scale);
    maps.min = hn::IfThenElse(isBetter, tried.min, maps.min);
    const auto choose = [&](float* mine, FloatVector other) HWY_ATTR {
        hn::Store(hn::IfThenElse(isBetter, other, hn::Load(floats, mine)), floats, mine);
    };
    choose(maps.inverses, tried.inverse);
    choose(maps.offsets, tried.min);
    choose(maps.biases, bias);
}

// ---- Runs -----------------------------------------------------------------------------------

HWY_INLINE Importance importanceOf(const BlockRun& run, std::size_t firstBlock)
{
    Importance h;
    for (std::size_t b = 0; b < batch; ++b)
        h.of[b]
            = run.h.empty() ? nullptr : run.h.data() + (firstBlock + b) * blockSize % run.h.size();
    return h;
}

/// One batch, or two: what finds their maps are long chains of arithmetic, of which a CPU does two
/// at once.
template <const Rule& rule, DType type, std::size_t count>
HWY_INLINE void encodePlain(const std::byte* in, std::byte* out)
{
    Batch<type> tiles[count];
    Maps maps[count];
    for (std::size_t t = 0; t < count; ++t) {
        tiles[t].in = in + t * batch * blockSize * Batch<type>::weightBytes;
#if HWY_MAX_BYTES >= 32
        if constexpr (type != DType::F32 && !rule.hasMin) {
            findExtremesOfHalves<rule>(tiles[t]);
            continue;
        }
#endif
        findExtremes<rule>(tiles[t]);
    }
    for (std::size_t t = 0; t < count; ++t)
        plainMaps<rule>(tiles[t], maps[t]);
    for (std::size_t t = 0; t < count; ++t)
        storeBatch<rule, false>(
            tiles[t], maps[t], out + t * batch * std::size_t(rule.format.bytes));
}

template <const Rule& rule, DType type>
HWY_NOINLINE void encodeSearching(const Batch<type>& source, const Importance& h, std::byte* out)
{
    HWY_ALIGN float x[batch * blockSize];
    for (std::size_t b = 0; b < batch; ++b)
        source.load(b, x + b * blockSize);
    Tile tile{reinterpret_cast<const std::byte*>(x), {}, {}};
    Maps maps;
    findExtremes<rule>(tile);
    plainMaps<rule>(tile, maps);
    searchMaps<rule>(tile, h, maps);
    storeBatch<rule, true>(tile, maps, out);
}

template <const Rule& rule, DType type>
void encodeRun(const BlockRun& run, MutableBytes out)
{
    using Source = Batch<type>;
    const std::size_t blocks = std::size_t(run.x.count() / blockSize);
    const std::byte* const in = run.x.bytes.data();
    const bool isSearch = simple::searches(run);
    std::size_t block = 0;
    for (; !isSearch && block + 2 * batch <= blocks; block += 2 * batch)
        encodePlain<rule, type, 2>(in + block * blockSize * Source::weightBytes,
            out.data() + block * std::size_t(rule.format.bytes));
    for (; block + batch <= blocks; block += batch) {
        const Source source{in + block * blockSize * Source::weightBytes, {}, {}};
        std::byte* const to = out.data() + block * std::size_t(rule.format.bytes);
        if (HWY_UNLIKELY(isSearch))
            encodeSearching<rule>(source, importanceOf(run, block), to);
        else
            encodePlain<rule, type, 1>(source.in, to);
    }
    for (const Source source{in, {}, {}}; block < blocks; ++block) {
        HWY_ALIGN float x[blockSize];
        source.load(block, x);
        const float* h = run.h.empty() ? nullptr : run.h.data() + block * blockSize % run.h.size();
        simple::encodeBlock(
            rule, x, h, isSearch, out.data() + block * std::size_t(rule.format.bytes));
    }
}

template <const Rule& rule>
void encodeAny(const BlockRun& run, MutableBytes out)
{
    switch (run.x.type) {
    case DType::F16:
        return encodeRun<rule, DType::F16>(run, out);
    case DType::BF16:
        return encodeRun<rule, DType::BF16>(run, out);
    default:
        return encodeRun<rule, DType::F32>(run, out);
    }
}

// ---- Decoding -------------------------------------------------------------------------------

/// A half in all lanes, as floats.
HWY_INLINE FloatVector broadcastHalf(const std::byte* in)
{
    std::uint16_t half;
    std::memcpy(&half, in, sizeof half);
#if AQ_HAS_F16C
    const hn::Rebind<hwy::float16_t, Floats> halves;
    return hn::PromoteTo(Floats(), hn::BitCast(halves, hn::Set(HalfWords(), half)));
#else
    return hn::Set(Floats(), floatFromHalf(half));
#endif
}

/// Codes c of a block, `lanes` from the one at v * lanes on.
template <const Rule& rule>
HWY_INLINE IntegerVector loadCodes(const std::byte* in, std::size_t v)
{
    const Integers integers;
    if constexpr (rule.bits == 8) {
        return hn::PromoteTo(integers,
            hn::LoadU(SignedBytes(), reinterpret_cast<const std::int8_t*>(in) + v * lanes));
    } else {
        const std::byte* const codes = in + (rule.bits == 5 ? 4 : 0);
        const auto bytes = hn::PromoteTo(integers,
            hn::LoadU(CodeBytes(),
                reinterpret_cast<const std::uint8_t*>(codes) + v % (vectors / 2) * lanes));
        auto q = v < vectors / 2 ? hn::And(bytes, hn::Set(integers, 15)) : hn::ShiftRight<4>(bytes);
        if constexpr (rule.bits == 5) {
            std::uint32_t fifth;
            std::memcpy(&fifth, in, sizeof fifth);
            const auto one = hn::Set(integers, 1);
            const auto bit = hn::Shl(one, hn::Iota(integers, 0));
            const auto mine = hn::Set(integers, std::int32_t(fifth >> v * lanes));
            q = hn::Add(q, hn::IfThenElseZero(hn::TestBit(mine, bit), hn::Set(integers, 16)));
        }
        return rule.hasMin ? q : hn::Add(q, hn::Set(integers, std::int32_t(rule.least)));
    }
}

template <const Rule& rule>
void decodeRun(Bytes in, std::span<float> x)
{
    const Floats floats;
    const std::byte* from = in.data();
    for (std::size_t i = 0; i < x.size(); i += blockSize, from += rule.format.bytes) {
        const auto scale = broadcastHalf(from);
        const auto min = rule.hasMin ? broadcastHalf(from + 2) : scale;
        AQ_UNROLL
        for (std::size_t v = 0; v < vectors; ++v) {
            const auto c = loadCodes<rule>(from + (rule.hasMin ? 4 : 2), v);
            const auto product = hn::Mul(hn::ConvertTo(floats, c), scale);
            hn::StoreU(rule.hasMin ? hn::Add(product, min) : product, floats, &x[i + v * lanes]);
        }
    }
}

} // namespace

void encodeSimple(const Rule& rule, const BlockRun& run, MutableBytes out)
{
    if (&rule == &simple::q8_0)
        return encodeAny<simple::q8_0>(run, out);
    if (&rule == &simple::q4_0)
        return encodeAny<simple::q4_0>(run, out);
    if (&rule == &simple::q4_1)
        return encodeAny<simple::q4_1>(run, out);
    if (&rule == &simple::q5_0)
        return encodeAny<simple::q5_0>(run, out);
    encodeAny<simple::q5_1>(run, out);
}

void decodeSimple(const Rule& rule, Bytes in, std::span<float> x)
{
    if (&rule == &simple::q8_0)
        return decodeRun<simple::q8_0>(in, x);
    if (&rule == &simple::q4_0)
        return decodeRun<simple::q4_0>(in, x);
    if (&rule == &simple::q4_1)
        return decodeRun<simple::q4_1>(in, x);
    if (&rule == &simple::q5_0)
        return decodeRun<simple::q5_0>(in, x);
    decodeRun<simple::q5_1>(in, x);
}
#endif

} // namespace aq::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace aq::simple {

HWY_EXPORT(encodeSimple);
HWY_EXPORT(decodeSimple);

void encode(const Rule& rule, const BlockRun& run, MutableBytes out)
{
    HWY_DYNAMIC_DISPATCH(encodeSimple)(rule, run, out);
}

void decode(const Rule& rule, Bytes in, std::span<float> x)
{
    HWY_DYNAMIC_DISPATCH(decodeSimple)(rule, in, x);
}

} // namespace aq::simple
#endif // HWY_ONCE
