// Rounding to stored types, lane by lane. Included once per instruction set.
#if defined(AQ_LANE_MATH_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AQ_LANE_MATH_INL_H
#undef AQ_LANE_MATH_INL_H
#else
#define AQ_LANE_MATH_INL_H
#endif

#include "core/quant/kernels/convert_inl.h"

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {

/// halfRounded() of each. Positive or negative, finite.
HWY_INLINE FloatVector halfRoundedLanes(FloatVector value)
{
    const Words words;
    const Floats floats;
    const auto magnitude = hn::Abs(value);
    const auto bits = hn::BitCast(words, magnitude);
    const auto odd = hn::And(hn::ShiftRight<13>(bits), hn::Set(words, 1u));
    const auto sum = hn::Add(hn::Add(bits, hn::Set(words, 0xfffu)), odd);
    const auto normal = hn::BitCast(floats, hn::And(sum, hn::Set(words, ~0x1fffu)));
    const auto half = hn::Set(floats, 0.5f);
    const auto tiny = hn::Sub(hn::Add(magnitude, half), half); // Rounds to 2^-24.
    auto rounded = hn::IfThenElse(hn::Lt(magnitude, hn::Set(floats, 0x1p-14f)), tiny, normal);
    rounded
        = hn::IfThenElse(hn::Ge(magnitude, hn::Set(floats, 65520.0f)), hn::Inf(floats), rounded);
    return hn::CopySign(rounded, value);
}

} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();
#endif // AQ_LANE_MATH_INL_H
