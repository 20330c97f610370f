// Weights to codes, codes to bytes, and back. Included once per instruction set.
#if defined(AQ_CODES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AQ_CODES_INL_H
#undef AQ_CODES_INL_H
#else
#define AQ_CODES_INL_H
#endif

#include "core/quant/kernels/convert_inl.h"
#include "core/quant/kernels/kernels.h"

#include <algorithm>
#include <cstring>

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {

using Integers = hn::RebindToSigned<Floats>;
using CodeBytes = hn::Rebind<std::uint8_t, Floats>;

inline MinMax minMax(std::span<const float> x)
{
    const Floats floats;
    if (x.size() < lanes)
        return scalarKernels.minMax(x);
    auto low = hn::LoadU(floats, x.data()), high = low;
    for (std::size_t i = lanes; i + lanes <= x.size(); i += lanes) {
        const auto value = hn::LoadU(floats, x.data() + i);
        low = hn::Min(low, value);
        high = hn::Max(high, value);
    }
    const auto last = hn::LoadU(floats, x.data() + (x.size() - lanes)); // Twice does not matter.
    return {hn::GetLane(hn::MinOfLanes(floats, hn::Min(low, last))),
        hn::GetLane(hn::MaxOfLanes(floats, hn::Max(high, last)))};
}

inline void toCodes(std::span<const float> x, const CodeMap& map, std::uint8_t* codes)
{
    const Floats floats;
    const auto inverse = hn::Set(floats, map.inverse), zero = hn::Set(floats, map.zero);
    const auto levels = hn::Set(floats, map.levels), none = hn::Zero(floats);
    std::size_t i = 0;
    for (; i + lanes <= x.size(); i += lanes) {
        const auto t = hn::Add(hn::Mul(hn::LoadU(floats, x.data() + i), inverse), zero);
        const auto q = hn::NearestInt(hn::Min(hn::Max(t, none), levels)); // Ties to even.
        hn::StoreU(hn::DemoteTo(CodeBytes(), q), CodeBytes(), codes + i);
    }
    scalarKernels.toCodes(x.subspan(i), map, codes + i);
}

inline void fromCodes(const std::uint8_t* codes, float zero, float scale, std::span<float> x)
{
    const Floats floats;
    const auto zeros = hn::Set(floats, zero), scales = hn::Set(floats, scale);
    std::size_t i = 0;
    for (; i + lanes <= x.size(); i += lanes) {
        const auto q = hn::PromoteTo(Integers(), hn::LoadU(CodeBytes(), codes + i));
        const auto value = hn::Mul(hn::Sub(hn::ConvertTo(floats, q), zeros), scales);
        hn::StoreU(value, floats, x.data() + i);
    }
    scalarKernels.fromCodes(codes + i, zero, scale, x.subspan(i));
}

// Two codes in the low halves of two bytes move together into one.
HWY_INLINE std::size_t packFours(std::span<const std::uint8_t> codes, std::byte* out)
{
    const hn::ScalableTag<std::uint16_t> pairs;
    const hn::Rebind<std::uint8_t, decltype(pairs)> bytes;
    const std::size_t step = 2 * hn::Lanes(pairs);
    std::size_t i = 0;
    for (; i + step <= codes.size(); i += step) {
        const auto two = hn::LoadU(hn::Repartition<std::uint8_t, decltype(pairs)>(), &codes[i]);
        const auto v = hn::BitCast(pairs, two);
        const auto joined
            = hn::And(hn::Or(v, hn::ShiftRight<4>(v)), hn::Set(pairs, std::uint16_t(0xff)));
        hn::StoreU(hn::DemoteTo(bytes, hn::BitCast(hn::RebindToSigned<decltype(pairs)>(), joined)),
            bytes, reinterpret_cast<std::uint8_t*>(out) + i / 2);
    }
    return i;
}

HWY_INLINE std::size_t unpackFours(const std::byte* in, std::span<std::uint8_t> codes)
{
    const hn::ScalableTag<std::uint16_t> pairs;
    const hn::Rebind<std::uint8_t, decltype(pairs)> bytes;
    const hn::Repartition<std::uint8_t, decltype(pairs)> single;
    const std::size_t step = 2 * hn::Lanes(pairs);
    std::size_t i = 0;
    for (; i + step <= codes.size(); i += step) {
        const auto packed = hn::LoadU(bytes, reinterpret_cast<const std::uint8_t*>(in) + i / 2);
        const auto v = hn::PromoteTo(pairs, packed);
        const auto two
            = hn::And(hn::Or(v, hn::ShiftLeft<4>(v)), hn::Set(pairs, std::uint16_t(0x0f0f)));
        hn::StoreU(hn::BitCast(single, two), single, &codes[i]);
    }
    return i;
}

// Likewise four in one: what is shifted too far or too little lies outside the low byte.
HWY_INLINE std::size_t packTwos(std::span<const std::uint8_t> codes, std::byte* out)
{
    const hn::ScalableTag<std::uint32_t> fours;
    const hn::Rebind<std::uint8_t, decltype(fours)> bytes;
    const std::size_t step = 4 * hn::Lanes(fours);
    std::size_t i = 0;
    for (; i + step <= codes.size(); i += step) {
        const auto four = hn::LoadU(hn::Repartition<std::uint8_t, decltype(fours)>(), &codes[i]);
        const auto v = hn::BitCast(fours, four);
        const auto joined = hn::Or(
            hn::Or(v, hn::ShiftRight<6>(v)), hn::Or(hn::ShiftRight<12>(v), hn::ShiftRight<18>(v)));
        const auto low = hn::And(joined, hn::Set(fours, 0xffu));
        hn::StoreU(hn::DemoteTo(bytes, hn::BitCast(hn::RebindToSigned<decltype(fours)>(), low)),
            bytes, reinterpret_cast<std::uint8_t*>(out) + i / 4);
    }
    return i;
}

HWY_INLINE std::size_t unpackTwos(const std::byte* in, std::span<std::uint8_t> codes)
{
    const hn::ScalableTag<std::uint32_t> fours;
    const hn::Rebind<std::uint8_t, decltype(fours)> bytes;
    const hn::Repartition<std::uint8_t, decltype(fours)> single;
    const std::size_t step = 4 * hn::Lanes(fours);
    std::size_t i = 0;
    for (; i + step <= codes.size(); i += step) {
        const auto packed = hn::LoadU(bytes, reinterpret_cast<const std::uint8_t*>(in) + i / 4);
        const auto v = hn::PromoteTo(fours, packed);
        const auto spread = hn::Or(
            hn::Or(v, hn::ShiftLeft<6>(v)), hn::Or(hn::ShiftLeft<12>(v), hn::ShiftLeft<18>(v)));
        const auto four = hn::And(spread, hn::Set(fours, 0x03030303u));
        hn::StoreU(hn::BitCast(single, four), single, &codes[i]);
    }
    return i;
}

// Any width, 8 codes in a word at a time: neighbours join in pairs, then pairs, then fours.
template <int bits>
std::size_t packEights(std::span<const std::uint8_t> codes, std::byte* out)
{
    std::size_t i = 0;
    for (; i + 8 <= codes.size(); i += 8) {
        std::uint64_t v;
        std::memcpy(&v, &codes[i], sizeof v);
        v = (v & 0x00ff00ff00ff00ff) | (v & 0xff00ff00ff00ff00) >> (8 - bits);
        v = (v & 0x0000ffff0000ffff) | (v & 0xffff0000ffff0000) >> (16 - 2 * bits);
        v = (v & 0x00000000ffffffff) | (v & 0xffffffff00000000) >> (32 - 4 * bits);
        std::memcpy(out + i / 8 * bits, &v, bits);
    }
    return i;
}

template <int bits>
std::size_t unpackEights(const std::byte* in, std::span<std::uint8_t> codes)
{
    constexpr std::uint64_t code = (1u << bits) - 1, two = code << bits | code;
    constexpr std::uint64_t four = two << 2 * bits | two;
    const std::size_t bytes = (codes.size() * bits + 7) / 8;
    std::size_t i = 0;
    for (; i + 8 <= codes.size() && i / 8 * bits + 8 <= bytes; i += 8) {
        std::uint64_t v; // Of these 8 bytes `bits` belong to these 8 codes.
        std::memcpy(&v, in + i / 8 * bits, sizeof v);
        v = (v & four) | (v & four << 4 * bits) << (32 - 4 * bits);
        v = (v & (two | two << 32)) | (v & (two | two << 32) << 2 * bits) << (16 - 2 * bits);
        const std::uint64_t ones = 0x0001000100010001;
        v = (v & code * ones) | (v & (code * ones) << bits) << (8 - bits);
        std::memcpy(&codes[i], &v, sizeof v);
    }
    return i;
}

inline void pack(std::span<const std::uint8_t> codes, int bits, std::byte* out)
{
    if (bits == 8) {
        std::copy_n(reinterpret_cast<const std::byte*>(codes.data()), codes.size(), out);
        return;
    }
    std::size_t done = 0; // A multiple of 8, so that the rest starts at a byte.
    switch (bits) {
    case 2:
        done = packTwos(codes, out);
        break;
    case 3:
        done = packEights<3>(codes, out);
        break;
    case 4:
        done = packFours(codes, out);
        break;
    case 5:
        done = packEights<5>(codes, out);
        break;
    case 6:
        done = packEights<6>(codes, out);
        break;
    }
    scalarKernels.pack(codes.subspan(done), bits, out + done / 8 * std::size_t(bits));
}

inline void unpack(const std::byte* in, int bits, std::span<std::uint8_t> codes)
{
    if (bits == 8) {
        std::copy_n(reinterpret_cast<const std::uint8_t*>(in), codes.size(), codes.data());
        return;
    }
    std::size_t done = 0;
    switch (bits) {
    case 2:
        done = unpackTwos(in, codes);
        break;
    case 3:
        done = unpackEights<3>(in, codes);
        break;
    case 4:
        done = unpackFours(in, codes);
        break;
    case 5:
        done = unpackEights<5>(in, codes);
        break;
    case 6:
        done = unpackEights<6>(in, codes);
        break;
    }
    scalarKernels.unpack(in + done / 8 * std::size_t(bits), bits, codes.subspan(done));
}

} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();
#endif // AQ_CODES_INL_H
