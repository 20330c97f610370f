// Codes of Q2_K, Q4_K and Q5_K to bytes and back, 16 at a time. Included once per instruction set.
#if defined(AQ_K_MIN_LAYOUT_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AQ_K_MIN_LAYOUT_INL_H
#undef AQ_K_MIN_LAYOUT_INL_H
#else
#define AQ_K_MIN_LAYOUT_INL_H
#endif

#include "core/quant/schemes/k_min.h"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {
namespace {
namespace hn = hwy::HWY_NAMESPACE;

using Bytes16 = hn::FixedTag<std::uint8_t, 16>;
using ByteVector = hn::Vec<Bytes16>;

HWY_INLINE ByteVector loadBytes(const void* in)
{
    return hn::LoadU(Bytes16(), static_cast<const std::uint8_t*>(in));
}

HWY_INLINE void storeBytes(ByteVector bytes, void* out)
{
    hn::StoreU(bytes, Bytes16(), static_cast<std::uint8_t*>(out));
}

HWY_INLINE ByteVector masked(ByteVector bytes, std::uint8_t mask)
{
    return hn::And(bytes, hn::Set(Bytes16(), mask));
}

void packNibbles(const std::uint8_t* codes, std::byte* out)
{
    for (int i = 0; i < 128; i += 16) {
        const std::uint8_t* code = codes + i / 32 * 64 + i % 32;
        const auto low = masked(loadBytes(code), 15), high = masked(loadBytes(code + 32), 15);
        storeBytes(hn::Or(low, hn::ShiftLeft<4>(high)), out + i);
    }
}

void unpackNibbles(const std::byte* in, std::uint8_t* codes)
{
    for (int i = 0; i < 128; i += 16) {
        std::uint8_t* code = codes + i / 32 * 64 + i % 32;
        const auto both = loadBytes(in + i);
        storeBytes(masked(both, 15), code);
        storeBytes(hn::ShiftRight<4>(both), code + 32);
    }
}

/// Each format's scales and codes to bytes and back: Scales, codes of 256 weights, a block.
struct FormatQ2k {
    static constexpr kmin::Shape shape = kmin::q2k;
    static constexpr BlockFormat format = kmin::formatQ2k;
    static constexpr auto reference = kmin::encodeReferenceQ2k;

    static void pack(const kmin::Scales& scales, const std::uint8_t* codes, std::byte* out)
    {
        kmin::packScalesQ2k(scales, out);
        for (int i = 0; i < 64; i += 16) {
            const std::uint8_t* code = codes + i / 32 * 128 + i % 32;
            const auto low = hn::Or(loadBytes(code), hn::ShiftLeft<2>(loadBytes(code + 32)));
            const auto high = hn::Or(loadBytes(code + 64), hn::ShiftLeft<2>(loadBytes(code + 96)));
            storeBytes(hn::Or(low, hn::ShiftLeft<4>(high)), out + 16 + i);
        }
    }

    static void unpack(const std::byte* in, kmin::Scales& scales, std::uint8_t* codes)
    {
        kmin::unpackScalesQ2k(in, scales);
        for (int i = 0; i < 64; i += 16) {
            std::uint8_t* code = codes + i / 32 * 128 + i % 32;
            const auto four = loadBytes(in + 16 + i);
            storeBytes(masked(four, 3), code);
            storeBytes(masked(hn::ShiftRight<2>(four), 3), code + 32);
            storeBytes(masked(hn::ShiftRight<4>(four), 3), code + 64);
            storeBytes(hn::ShiftRight<6>(four), code + 96);
        }
    }
};

struct FormatQ4k {
    static constexpr kmin::Shape shape = kmin::q4k;
    static constexpr BlockFormat format = kmin::formatQ4k;
    static constexpr auto reference = kmin::encodeReferenceQ4k;

    static void pack(const kmin::Scales& scales, const std::uint8_t* codes, std::byte* out)
    {
        kmin::packScalesQ4k(scales, out);
        packNibbles(codes, out + 16);
    }

    static void unpack(const std::byte* in, kmin::Scales& scales, std::uint8_t* codes)
    {
        kmin::unpackScalesQ4k(in, scales);
        unpackNibbles(in + 16, codes);
    }
};

struct FormatQ5k {
    static constexpr kmin::Shape shape = kmin::q5k;
    static constexpr BlockFormat format = kmin::formatQ5k;
    static constexpr auto reference = kmin::encodeReferenceQ5k;

    static void pack(const kmin::Scales& scales, const std::uint8_t* codes, std::byte* out)
    {
        kmin::packScalesQ4k(scales, out);
        packNibbles(codes, out + 48);
        for (int i = 0; i < 32; i += 16) {
            auto bits = hn::Zero(Bytes16()); // The last code's bit moves in first.
            for (int k = 7; k >= 0; --k)
                bits
                    = hn::Or(hn::Add(bits, bits), hn::ShiftRight<4>(loadBytes(codes + 32 * k + i)));
            storeBytes(bits, out + 16 + i);
        }
    }

    static void unpack(const std::byte* in, kmin::Scales& scales, std::uint8_t* codes)
    {
        kmin::unpackScalesQ4k(in, scales);
        unpackNibbles(in + 48, codes);
        for (int i = 0; i < 32; i += 16) {
            auto bits = loadBytes(in + 16 + i);
            for (int k = 0; k < 8; ++k) {
                const auto fifth = hn::ShiftLeft<4>(masked(bits, 1));
                storeBytes(hn::Or(loadBytes(codes + 32 * k + i), fifth), codes + 32 * k + i);
                bits = hn::ShiftRight<1>(bits);
            }
        }
    }
};

} // namespace
} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();
#endif // AQ_K_MIN_LAYOUT_INL_H
