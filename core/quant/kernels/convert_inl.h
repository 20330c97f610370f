// Conversions between 16-bit and 32-bit floats. Included once per instruction set.
#if defined(AQ_CONVERT_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AQ_CONVERT_INL_H
#undef AQ_CONVERT_INL_H
#else
#define AQ_CONVERT_INL_H
#endif

#include "core/quant/kernels/kernels.h"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::CappedTag<float, 16>;
using Words = hn::RebindToUnsigned<Floats>;
using HalfWords = hn::Rebind<std::uint16_t, Floats>;
using FloatVector = hn::Vec<Floats>;
constexpr std::size_t lanes = hn::MaxLanes(Floats());

#define AQ_HAS_F16C (HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX3_DL)

HWY_INLINE hn::Vec<HalfWords> loadHalves(const std::byte* in)
{
    return hn::LoadU(HalfWords(), reinterpret_cast<const std::uint16_t*>(in));
}

#if AQ_HAS_F16C
HWY_INLINE FloatVector floatsFromHalves(const std::byte* in)
{
    const hn::Rebind<hwy::float16_t, Floats> halves;
    return hn::PromoteTo(Floats(), hn::BitCast(halves, loadHalves(in)));
}
#else
// The half's exponent and fraction, moved into place, are a float 2^112 times too small; that also
// holds for subnormals, so one exact product does. Infinities and NaNs get their exponent back.
HWY_INLINE FloatVector floatsFromHalves(const std::byte* in)
{
    const Words words;
    const auto half = hn::PromoteTo(words, loadHalves(in));
    const auto magnitude = hn::And(half, hn::Set(words, 0x7fffu));
    const auto moved = hn::ShiftLeft<13>(magnitude);
    const auto scaled = hn::Mul(hn::BitCast(Floats(), moved), hn::Set(Floats(), 0x1p112f));
    const auto isSpecial = hn::Gt(magnitude, hn::Set(words, 0x7bffu));
    const auto quiet
        = hn::IfThenElseZero(hn::Gt(magnitude, hn::Set(words, 0x7c00u)), hn::Set(words, 0x400000u));
    const auto special = hn::Or3(moved, hn::Set(words, 0x7f800000u), quiet);
    const auto bits = hn::IfThenElse(isSpecial, special, hn::BitCast(words, scaled));
    const auto sign = hn::ShiftLeft<16>(hn::And(half, hn::Set(words, 0x8000u)));
    return hn::BitCast(Floats(), hn::Or(bits, sign));
}
#endif

// halfFromFloat(), all cases side by side.
HWY_INLINE hn::Vec<Words> halvesFromFloats(FloatVector value)
{
    const Words words;
    const auto bits = hn::BitCast(words, value);
    const auto magnitude = hn::And(bits, hn::Set(words, 0x7fffffffu));
    const auto odd = hn::And(hn::ShiftRight<13>(magnitude), hn::Set(words, 1u));
    const auto rebased = hn::Sub(magnitude, hn::Set(words, (112u << 23) - 0xfffu));
    const auto normal = hn::ShiftRight<13>(hn::Add(rebased, odd));
    const auto shifted
        = hn::Add(hn::BitCast(Floats(), magnitude), hn::Set(Floats(), 0.5f)); // Rounds to 2^-24.
    const auto tiny = hn::Sub(hn::BitCast(words, shifted), hn::Set(words, 0x3f000000u));
    const auto payload = hn::And(hn::ShiftRight<13>(magnitude), hn::Set(words, 0x3ffu));
    const auto nan = hn::Or(payload, hn::Set(words, 0x7e00u));

    auto half = hn::IfThenElse(hn::Lt(magnitude, hn::Set(words, 0x38800000u)), tiny, normal);
    half = hn::IfThenElse(
        hn::Gt(magnitude, hn::Set(words, 0x477fefffu)), hn::Set(words, 0x7c00u), half);
    half = hn::IfThenElse(hn::Gt(magnitude, hn::Set(words, 0x7f800000u)), nan, half);
    return hn::Or(half, hn::And(hn::ShiftRight<16>(bits), hn::Set(words, 0x8000u)));
}

// bfloatFromFloat(), both cases side by side.
HWY_INLINE hn::Vec<Words> bfloatsFromFloats(FloatVector value)
{
    const Words words;
    const auto bits = hn::BitCast(words, value);
    const auto upper = hn::ShiftRight<16>(bits);
    const auto odd = hn::And(upper, hn::Set(words, 1u));
    const auto rounded = hn::ShiftRight<16>(hn::Add(hn::Add(bits, hn::Set(words, 0x7fffu)), odd));
    const auto magnitude = hn::And(bits, hn::Set(words, 0x7fffffffu));
    return hn::IfThenElse(hn::Gt(magnitude, hn::Set(words, 0x7f800000u)),
        hn::Or(upper, hn::Set(words, 0x40u)), rounded);
}

HWY_INLINE void storeWords(hn::Vec<Words> words, std::byte* out) // Each fits 16 bits.
{
    const auto narrow = hn::DemoteTo(HalfWords(), hn::BitCast(hn::RebindToSigned<Words>(), words));
    hn::StoreU(narrow, HalfWords(), reinterpret_cast<std::uint16_t*>(out));
}

inline void fromHalf(const std::byte* in, std::span<float> out)
{
    std::size_t i = 0;
    for (; i + lanes <= out.size(); i += lanes)
        hn::StoreU(floatsFromHalves(in + 2 * i), Floats(), out.data() + i);
    scalarKernels.fromHalf(in + 2 * i, out.subspan(i));
}

inline void fromBfloat(const std::byte* in, std::span<float> out)
{
    std::size_t i = 0;
    for (; i + lanes <= out.size(); i += lanes) {
        const auto words = hn::ShiftLeft<16>(hn::PromoteTo(Words(), loadHalves(in + 2 * i)));
        hn::StoreU(hn::BitCast(Floats(), words), Floats(), out.data() + i);
    }
    scalarKernels.fromBfloat(in + 2 * i, out.subspan(i));
}

inline void toHalf(std::span<const float> in, std::byte* out)
{
    std::size_t i = 0;
    for (; i + lanes <= in.size(); i += lanes)
        storeWords(halvesFromFloats(hn::LoadU(Floats(), in.data() + i)), out + 2 * i);
    scalarKernels.toHalf(in.subspan(i), out + 2 * i);
}

inline void toBfloat(std::span<const float> in, std::byte* out)
{
    std::size_t i = 0;
    for (; i + lanes <= in.size(); i += lanes)
        storeWords(bfloatsFromFloats(hn::LoadU(Floats(), in.data() + i)), out + 2 * i);
    scalarKernels.toBfloat(in.subspan(i), out + 2 * i);
}

inline std::size_t firstNonFinite(std::span<const float> x)
{
    const Words words;
    const auto exponent = hn::Set(words, 0x7f800000u);
    std::size_t i = 0;
    for (; i + lanes <= x.size(); i += lanes) {
        const auto bits = hn::BitCast(words, hn::LoadU(Floats(), x.data() + i));
        if (!hn::AllFalse(words, hn::Eq(hn::And(bits, exponent), exponent)))
            break; // The reference finds which one.
    }
    return i + scalarKernels.firstNonFinite(x.subspan(i));
}

} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();
#endif // AQ_CONVERT_INL_H
