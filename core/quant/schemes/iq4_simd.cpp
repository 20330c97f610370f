// IQ4_NL and IQ4_XS, once per instruction set: what iq4.cpp does, 16 runs at a time.
#include "core/quant/schemes/iq4.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/quant/schemes/iq4_simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <cstring>

#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
#include "core/quant/kernels/signed_scales_inl.h"
#endif

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {
namespace {
#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128

void encodeIq4nlLanes(const BlockRun& run, MutableBytes out) { encodeIq4nlReference(run, out); }
void decodeIq4nlLanes(Bytes in, std::span<float> x) { decodeIq4nlReference(in, x); }
void encodeIq4xsLanes(const BlockRun& run, MutableBytes out) { encodeIq4xsReference(run, out); }
void decodeIq4xsLanes(Bytes in, std::span<float> x) { decodeIq4xsReference(in, x); }

#else

using Integers = hn::RebindToSigned<Floats>;
using CodeBytes = hn::Rebind<std::uint8_t, Floats>;
using Bytes16 = hn::FixedTag<std::uint8_t, 16>;

#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX2

/// TableGrid, where a register holds the table or half of it: the code is found bit by bit.
struct TableLanes {
    using Codes = hn::Vec<Integers>;
    FloatVector lowLevels, highLevels, middle7, middle3, middle11, middlesOf4, middlesOf2;

    HWY_INLINE TableLanes()
        : lowLevels(hn::LoadU(Floats(), iq4Levels.data()))
        , highLevels(hn::LoadU(Floats(), iq4Levels.data() + 16 - lanes))
        , middle7(hn::Set(Floats(), iq4Middles[7]))
        , middle3(hn::Set(Floats(), iq4Middles[3]))
        , middle11(hn::Set(Floats(), iq4Middles[11]))
        , middlesOf4(every<4>())
        , middlesOf2(every<2>())
    {
    }
    /// The middles that decide about a bit when all above it are known: those in the centre of each
    /// stretch of `size` codes.
    template <std::size_t size>
    static HWY_INLINE FloatVector every()
    {
        static constexpr auto middles = [] {
            std::array<float, 16> chosen{};
            for (std::size_t i = 0; i < 16 / size; ++i)
                chosen[i] = iq4Middles[size * i + size / 2 - 1];
            return chosen;
        }();
        return hn::LoadU(Floats(), middles.data());
    }
    static HWY_INLINE FloatVector look(FloatVector table, Codes at)
    {
        return hn::TableLookupLanes(table, hn::IndicesFromVec(Floats(), at));
    }
    /// `code` and one more bit, set if z >= middle.
    static HWY_INLINE Codes withBit(FloatVector z, FloatVector middle, Codes code)
    {
        const auto isAbove
            = hn::VecFromMask(Integers(), hn::RebindMask(Integers(), hn::Ge(z, middle)));
        return hn::Sub(hn::Add(code, code), isAbove);
    }
    HWY_INLINE Codes codes(FloatVector z) const
    {
        const auto isHigh = hn::Ge(z, middle7);
        const auto second = hn::IfThenElse(isHigh, middle11, middle3);
        const auto first
            = hn::IfThenElseZero(hn::RebindMask(Integers(), isHigh), hn::Set(Integers(), 1));
        const Codes two = withBit(z, second, first);
        const Codes three = withBit(z, look(middlesOf4, two), two);
        return withBit(z, look(middlesOf2, three), three);
    }
    HWY_INLINE FloatVector nearest(FloatVector z) const
    {
        if constexpr (lanes == 16)
            return look(lowLevels, codes(z));
        const auto at = hn::And(codes(z), hn::Set(Integers(), 7));
        return hn::IfThenElse(hn::Ge(z, middle7), look(highLevels, at), look(lowLevels, at));
    }
    template <bool weighted>
    HWY_INLINE FloatVector ofTarget(FloatVector z) const
    {
        return nearest(z);
    }
};

#else

/// TableGrid, middle by middle.
struct TableLanes {
    HWY_INLINE hn::Vec<Integers> codes(FloatVector z) const
    {
        auto code = hn::Zero(Integers());
        for (std::size_t k = 0; k < 15; ++k) {
            const auto isAbove = hn::Ge(z, hn::Set(Floats(), iq4Middles[k]));
            code = hn::Sub(code, hn::BitCast(Integers(), hn::VecFromMask(Floats(), isAbove)));
        }
        return code;
    }
    HWY_INLINE FloatVector nearest(FloatVector z) const
    {
        auto level = hn::Set(Floats(), iq4Levels[0]);
        for (std::size_t k = 0; k < 15; ++k) {
            const auto isAbove = hn::Ge(z, hn::Set(Floats(), iq4Middles[k]));
            const auto rise = hn::Set(Floats(), iq4Levels[k + 1] - iq4Levels[k]);
            level = hn::Add(level, hn::IfThenElseZero(isAbove, rise));
        }
        return level;
    }
    template <bool weighted>
    HWY_INLINE FloatVector ofTarget(FloatVector z) const
    {
        return nearest(z);
    }
};

#endif

template <DType type>
HWY_INLINE void packRunOf(
    const TableLanes& grid, const std::byte* in, float inverse, std::byte* out)
{
    const auto inverses = hn::Set(Floats(), inverse);
    for (std::size_t i = 0; i < 16; i += lanes) {
        const auto low = grid.codes(hn::Mul(loadWeights<type>(in, i), inverses));
        const auto high = grid.codes(hn::Mul(loadWeights<type>(in, i + 16), inverses));
        const auto both = hn::DemoteTo(CodeBytes(), hn::Or(low, hn::ShiftLeft<4>(high)));
        hn::StoreU(both, CodeBytes(), reinterpret_cast<std::uint8_t*>(out) + i);
    }
}

HWY_INLINE void packRun(
    const TableLanes& grid, DType type, const std::byte* in, float inverse, std::byte* out)
{
    if (type == DType::F16)
        packRunOf<DType::F16>(grid, in, inverse, out);
    else if (type == DType::BF16)
        packRunOf<DType::BF16>(grid, in, inverse, out);
    else
        packRunOf<DType::F32>(grid, in, inverse, out);
}

HWY_INLINE void unpackRun(const std::byte* in, float scale, float* x)
{
    const hn::FixedTag<std::int8_t, 16> signedBytes;
    static constexpr auto table = [] {
        std::array<std::int8_t, 16> levels{};
        for (std::size_t k = 0; k < 16; ++k)
            levels[k] = std::int8_t(iq4Levels[k]);
        return levels;
    }();
    const auto levels = hn::LoadU(signedBytes, table.data());
    const auto codes = hn::LoadU(Bytes16(), reinterpret_cast<const std::uint8_t*>(in));
    const auto scales = hn::Set(Floats(), scale);
    std::int8_t q[32];
    const auto low = hn::And(codes, hn::Set(Bytes16(), std::uint8_t(15)));
    const auto high = hn::ShiftRight<4>(codes);
    hn::StoreU(hn::TableLookupBytes(levels, hn::BitCast(signedBytes, low)), signedBytes, q);
    hn::StoreU(hn::TableLookupBytes(levels, hn::BitCast(signedBytes, high)), signedBytes, q + 16);
    const hn::Rebind<std::int8_t, Floats> quarter;
    for (std::size_t i = 0; i < 32; i += lanes) {
        const auto level = hn::PromoteTo(Integers(), hn::LoadU(quarter, q + i));
        hn::StoreU(hn::Mul(scales, hn::ConvertTo(Floats(), level)), Floats(), x + i);
    }
}

/// 16 runs of weights and their importances, if any.
struct SixteenRuns {
    DType type;
    const std::byte* in;
    const float* h;
};

/// Importances of 16 runs from element `first` of all on, across the ends of rows.
HWY_INLINE const float* importanceOfRuns(const BlockRun& run, std::size_t first, float* room)
{
    constexpr std::size_t count = 16 * iq4Run;
    if (run.h.empty())
        return nullptr;
    const std::size_t at = first % run.h.size();
    if (at + count <= run.h.size())
        return run.h.data() + at;
    for (std::size_t i = 0; i < count; i += iq4Run) {
        const auto part = importanceOf(run, first + i, iq4Run);
        std::copy(part.begin(), part.end(), room + i);
    }
    return room;
}

/// Calls encode(runs, out) with 16 runs at a time. What is missing at the end is filled up with
/// copies of the last block.
template <typename Encode>
HWY_INLINE void forSixteenRuns(
    const BlockFormat& format, const BlockRun& run, MutableBytes out, const Encode& encode)
{
    constexpr std::size_t count = 16 * iq4Run;
    const std::size_t weightBytes = std::size_t(bitsOf(run.x.type)) / 8;
    const std::size_t outBytes = count / std::size_t(format.elements) * std::size_t(format.bytes);
    const auto total = std::size_t(run.x.count());
    float room[count];
    std::size_t first = 0;
    for (; first + count <= total; first += count)
        encode({run.x.type, run.x.bytes.data() + first * weightBytes,
                   importanceOfRuns(run, first, room)},
            out.data() + first / count * outBytes);
    if (first == total)
        return;
    const std::size_t blockBytes = std::size_t(format.elements) * weightBytes;
    std::byte in[count * sizeof(float)], encoded[16 * 18]; // Of IQ4_NL; IQ4_XS needs less.
    const Bytes rest = run.x.bytes.subspan(first * weightBytes);
    std::copy(rest.begin(), rest.end(), in);
    for (std::size_t i = rest.size(); i < count * weightBytes; i += blockBytes)
        std::copy(rest.end() - std::ptrdiff_t(blockBytes), rest.end(), in + i);
    encode({run.x.type, in, importanceOfRuns(run, first, room)}, encoded);
    const MutableBytes end = out.subspan(first / count * outBytes);
    std::copy_n(encoded, end.size(), end.begin());
}

void encodeIq4nlLanes(const BlockRun& run, MutableBytes out)
{
    const SignedSearch search = iq4Search(run);
    const TableLanes grid;
    const std::size_t weightBytes = std::size_t(bitsOf(run.x.type)) / 8;
    forSixteenRuns(
        iq4nlFormat, run, out, [&](const SixteenRuns& sixteen, std::byte* blocks) HWY_ATTR {
            SignedRuns<iq4Run> runs;
            float scales[16];
            if (sixteen.h) {
                loadRuns<true>(sixteen.type, sixteen.in, sixteen.h, runs);
                bestScales<true>(grid, runs, search.targets, scales);
            } else {
                loadRuns<false>(sixteen.type, sixteen.in, nullptr, runs);
                bestScales<false>(grid, runs, search.targets, scales);
            }
            for (std::size_t r = 0; r < 16; ++r) {
                std::byte* block = blocks + r * std::size_t(iq4nlFormat.bytes);
                BlockScales scale;
                setScale(scale, scales[r]);
                std::memcpy(block, &scale.half, sizeof scale.half);
                packRun(grid, sixteen.type, sixteen.in + r * iq4Run * weightBytes,
                    inverseOf(scale.d), block + 2);
            }
        });
}

void encodeIq4xsLanes(const BlockRun& run, MutableBytes out)
{
    const SignedSearch search = iq4Search(run);
    const TableLanes grid;
    const std::size_t runBytes = iq4Run * std::size_t(bitsOf(run.x.type)) / 8;
    forSixteenRuns(iq4xsFormat, run, out, [&](const SixteenRuns& runs, std::byte* out16) HWY_ATTR {
        BlockScales scales[16 / iq4xsRuns];
        if (runs.h)
            searchBlocks<true, iq4xsRuns, iq4Run>(
                grid, runs.type, runs.in, runs.h, iq4xsLevels, search, scales);
        else
            searchBlocks<false, iq4xsRuns, iq4Run>(
                grid, runs.type, runs.in, nullptr, iq4xsLevels, search, scales);
        for (std::size_t r = 0; r < 16; ++r) {
            const BlockScales& of = scales[r / iq4xsRuns];
            std::byte* block = out16 + r / iq4xsRuns * std::size_t(iq4xsFormat.bytes);
            if (r % iq4xsRuns == 0)
                packIq4xsScales(of, block);
            packRun(grid, runs.type, runs.in + r * runBytes,
                inverseOf(of.d * of.steps[r % iq4xsRuns]), block + 8 + 16 * (r % iq4xsRuns));
        }
    });
}

void decodeIq4nlLanes(Bytes in, std::span<float> x)
{
    for (std::size_t b = 0; b < x.size() / iq4Run; ++b) {
        const std::byte* block = in.data() + b * std::size_t(iq4nlFormat.bytes);
        std::uint16_t half = 0;
        std::memcpy(&half, block, sizeof half);
        unpackRun(block + 2, floatFromHalf(half), x.data() + b * iq4Run);
    }
}

void decodeIq4xsLanes(Bytes in, std::span<float> x)
{
    for (std::size_t b = 0; b < x.size() / std::size_t(iq4xsFormat.elements); ++b) {
        const std::byte* block = in.data() + b * std::size_t(iq4xsFormat.bytes);
        const BlockScales scales = unpackIq4xsScales(block);
        for (std::size_t r = 0; r < iq4xsRuns; ++r)
            unpackRun(block + 8 + 16 * r, scales.d * scales.steps[r],
                x.data() + (b * iq4xsRuns + r) * iq4Run);
    }
}

#endif
} // namespace
} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "core/quant/kernels/dispatch.h"

namespace aq {
namespace {

HWY_EXPORT(encodeIq4nlLanes);
HWY_EXPORT(decodeIq4nlLanes);
HWY_EXPORT(encodeIq4xsLanes);
HWY_EXPORT(decodeIq4xsLanes);

} // namespace

void encodeIq4nl(const BlockRun& run, MutableBytes out)
{
    HWY_DYNAMIC_DISPATCH(encodeIq4nlLanes)(run, out);
}
void decodeIq4nl(Bytes in, std::span<float> x) { HWY_DYNAMIC_DISPATCH(decodeIq4nlLanes)(in, x); }
void encodeIq4xs(const BlockRun& run, MutableBytes out)
{
    HWY_DYNAMIC_DISPATCH(encodeIq4xsLanes)(run, out);
}
void decodeIq4xs(Bytes in, std::span<float> x) { HWY_DYNAMIC_DISPATCH(decodeIq4xsLanes)(in, x); }

} // namespace aq
#endif // HWY_ONCE
