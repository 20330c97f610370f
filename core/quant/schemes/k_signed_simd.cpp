// Q3_K and Q6_K, once per instruction set: what k_signed.cpp does, for a block at a time.
#include "core/quant/schemes/k_signed.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/quant/schemes/k_signed_simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
#include "core/quant/kernels/signed_scales_inl.h"
#endif

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {
namespace {
#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128

void encodeQ3kLanes(const BlockRun& run, MutableBytes out) { encodeQ3kReference(run, out); }
void decodeQ3kLanes(Bytes in, std::span<float> x) { decodeQ3kReference(in, x); }
void encodeQ6kLanes(const BlockRun& run, MutableBytes out) { encodeQ6kReference(run, out); }
void decodeQ6kLanes(Bytes in, std::span<float> x) { decodeQ6kReference(in, x); }

#else

using Bytes16 = hn::FixedTag<std::uint8_t, 16>;
using ByteVector = hn::Vec<Bytes16>;
using CodeBytes = hn::Rebind<std::uint8_t, Floats>;
using Integers = hn::RebindToSigned<Floats>;

HWY_INLINE ByteVector loadBytes(const void* in)
{
    return hn::LoadU(Bytes16(), static_cast<const std::uint8_t*>(in));
}

HWY_INLINE void storeBytes(ByteVector bytes, std::byte* out)
{
    hn::StoreU(bytes, Bytes16(), reinterpret_cast<std::uint8_t*>(out));
}

HWY_INLINE ByteVector lowBits(ByteVector bytes, std::uint8_t mask)
{
    return hn::And(bytes, hn::Set(Bytes16(), mask));
}

/// Codes of a whole block in the order of its weights.
template <DType type>
HWY_INLINE void codesOfBlock(
    const SignedK& k, const std::byte* in, const float* inverses, std::uint8_t* codes)
{
    const IntegerLanes grid(k.grid);
    for (std::size_t r = 0; r < kRuns; ++r) {
        const auto inverse = hn::Set(Floats(), inverses[r]);
        for (std::size_t i = r * kRun; i < (r + 1) * kRun; i += lanes) {
            const auto words = grid.codes(hn::Mul(loadWeights<type>(in, i), inverse));
            hn::StoreU(hn::U8FromU32(words), CodeBytes(), codes + i);
        }
    }
}

HWY_INLINE void codesOfBlock(
    const SignedK& k, DType type, const std::byte* in, const float* inverses, std::uint8_t* codes)
{
    if (type == DType::F16)
        codesOfBlock<DType::F16>(k, in, inverses, codes);
    else if (type == DType::BF16)
        codesOfBlock<DType::BF16>(k, in, inverses, codes);
    else
        codesOfBlock<DType::F32>(k, in, inverses, codes);
}

using PackCodes = void (*)(const std::uint8_t*, std::byte*);

template <PackCodes packCodes>
HWY_INLINE void encodeBlocksOf(const SignedK& k, void (*packScales)(const BlockScales&, std::byte*),
    const SignedSearch& search, const BlockRun& run, MutableBytes out)
{
    const std::size_t blocks = out.size() / std::size_t(k.format.bytes);
    const IntegerLanes grid(k.grid);
    for (std::size_t b = 0; b < blocks; ++b) {
        const std::byte* in = run.x.subspan(std::int64_t(b) * kElements, kElements).bytes.data();
        std::byte* block = out.data() + b * std::size_t(k.format.bytes);
        const std::span<const float> h = importanceOf(run, b * kElements, kElements);
        BlockScales scales;
        if (h.empty())
            searchBlocks<false, kRuns, kRun>(
                grid, run.x.type, in, nullptr, k.levels, search, &scales);
        else
            searchBlocks<true, kRuns, kRun>(
                grid, run.x.type, in, h.data(), k.levels, search, &scales);
        float inverses[kRuns];
        std::uint8_t codes[kElements];
        inverseScales(scales, inverses);
        codesOfBlock(k, run.x.type, in, inverses, codes);
        packCodes(codes, block);
        packScales(scales, block);
    }
}

/// x' = (d * step) * q
HWY_INLINE void decodeCodes(
    const SignedK& k, const std::uint8_t* codes, const BlockScales& scales, float* x)
{
    const Floats floats;
    const auto low = hn::Set(floats, k.grid.low);
    for (std::size_t r = 0; r < kRuns; ++r) {
        const auto scale = hn::Set(floats, scales.d * scales.steps[r]);
        for (std::size_t i = r * kRun; i < (r + 1) * kRun; i += lanes) {
            const auto code = hn::PromoteTo(Integers(), hn::LoadU(CodeBytes(), codes + i));
            const auto q = hn::Add(hn::ConvertTo(floats, code), low);
            hn::StoreU(hn::Mul(scale, q), floats, x + i);
        }
    }
}

HWY_INLINE void packQ3kCodes(const std::uint8_t* codes, std::byte* out)
{
    for (std::size_t i = 0; i < 32; i += 16) {
        auto high = hn::Zero(Bytes16());
        for (std::size_t half = 2; half-- > 0;) {
            auto low = hn::Zero(Bytes16());
            for (std::size_t quarter = 4; quarter-- > 0;) {
                const auto code = loadBytes(codes + 128 * half + 32 * quarter + i);
                low = hn::Or(hn::ShiftLeft<2>(low), lowBits(code, 3));
                high = hn::Or(hn::Add(high, high), hn::ShiftRight<2>(code));
            }
            storeBytes(low, out + 32 + 32 * half + i);
        }
        storeBytes(high, out + i);
    }
}

HWY_INLINE void unpackQ3kCodes(const std::byte* in, std::uint8_t* codes)
{
    for (std::size_t i = 0; i < 32; i += 16) {
        auto high = loadBytes(in + i);
        for (std::size_t half = 0; half < 2; ++half) {
            auto low = loadBytes(in + 32 + 32 * half + i);
            for (std::size_t quarter = 0; quarter < 4; ++quarter) {
                const auto third = hn::ShiftLeft<2>(lowBits(high, 1));
                hn::StoreU(hn::Or(lowBits(low, 3), third), Bytes16(),
                    codes + 128 * half + 32 * quarter + i);
                low = hn::ShiftRight<2>(low);
                high = hn::ShiftRight<1>(high);
            }
        }
    }
}

HWY_INLINE void packQ6kCodes(const std::uint8_t* codes, std::byte* out)
{
    for (std::size_t half = 0; half < 2; ++half)
        for (std::size_t i = 0; i < 32; i += 16) {
            const std::uint8_t* at = codes + 128 * half + i;
            const auto a = loadBytes(at), b = loadBytes(at + 32);
            const auto c = loadBytes(at + 64), d = loadBytes(at + 96);
            std::byte* low = out + 64 * half + i;
            storeBytes(hn::Or(lowBits(a, 15), hn::ShiftLeft<4>(c)), low);
            storeBytes(hn::Or(lowBits(b, 15), hn::ShiftLeft<4>(d)), low + 32);
            const auto first = hn::Or(hn::ShiftRight<4>(a), hn::ShiftLeft<2>(hn::ShiftRight<4>(b)));
            const auto last = hn::Or(hn::ShiftRight<4>(c), hn::ShiftLeft<2>(hn::ShiftRight<4>(d)));
            storeBytes(hn::Or(first, hn::ShiftLeft<4>(last)), out + 128 + 32 * half + i);
        }
}

HWY_INLINE void unpackQ6kCodes(const std::byte* in, std::uint8_t* codes)
{
    for (std::size_t half = 0; half < 2; ++half)
        for (std::size_t i = 0; i < 32; i += 16) {
            const auto low = loadBytes(in + 64 * half + i),
                       next = loadBytes(in + 64 * half + i + 32);
            const auto high = loadBytes(in + 128 + 32 * half + i);
            const auto join = [&](ByteVector four, ByteVector two, std::size_t quarter) HWY_ATTR {
                const auto code = hn::Or(four, hn::ShiftLeft<4>(lowBits(two, 3)));
                hn::StoreU(code, Bytes16(), codes + 128 * half + 32 * quarter + i);
            };
            join(lowBits(low, 15), high, 0);
            join(lowBits(next, 15), hn::ShiftRight<2>(high), 1);
            join(hn::ShiftRight<4>(low), hn::ShiftRight<4>(high), 2);
            join(hn::ShiftRight<4>(next), hn::ShiftRight<6>(high), 3);
        }
}

void encodeQ3kLanes(const BlockRun& run, MutableBytes out)
{
    encodeBlocksOf<packQ3kCodes>(q3k, packQ3kScales, q3kSearch(run), run, out);
}

void encodeQ6kLanes(const BlockRun& run, MutableBytes out)
{
    encodeBlocksOf<packQ6kCodes>(q6k, packQ6kScales, q6kSearch(run), run, out);
}

void decodeQ3kLanes(Bytes in, std::span<float> x)
{
    std::uint8_t codes[kElements];
    for (std::size_t b = 0; b < x.size() / kElements; ++b) {
        const std::byte* block = in.data() + b * std::size_t(q3k.format.bytes);
        unpackQ3kCodes(block, codes);
        decodeCodes(q3k, codes, unpackQ3kScales(block), x.data() + b * kElements);
    }
}

void decodeQ6kLanes(Bytes in, std::span<float> x)
{
    std::uint8_t codes[kElements];
    for (std::size_t b = 0; b < x.size() / kElements; ++b) {
        const std::byte* block = in.data() + b * std::size_t(q6k.format.bytes);
        unpackQ6kCodes(block, codes);
        decodeCodes(q6k, codes, unpackQ6kScales(block), x.data() + b * kElements);
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

HWY_EXPORT(encodeQ3kLanes);
HWY_EXPORT(decodeQ3kLanes);
HWY_EXPORT(encodeQ6kLanes);
HWY_EXPORT(decodeQ6kLanes);

} // namespace

void encodeQ3k(const BlockRun& run, MutableBytes out)
{
    HWY_DYNAMIC_DISPATCH(encodeQ3kLanes)(run, out);
}
void decodeQ3k(Bytes in, std::span<float> x) { HWY_DYNAMIC_DISPATCH(decodeQ3kLanes)(in, x); }
void encodeQ6k(const BlockRun& run, MutableBytes out)
{
    HWY_DYNAMIC_DISPATCH(encodeQ6kLanes)(run, out);
}
void decodeQ6k(Bytes in, std::span<float> x) { HWY_DYNAMIC_DISPATCH(decodeQ6kLanes)(in, x); }

} // namespace aq
#endif // HWY_ONCE
