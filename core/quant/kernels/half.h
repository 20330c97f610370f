#pragma once
#include <bit>
#include <cstdint>

/// 16-bit floats, one at a time and without hardware: what every faster conversion is compared
/// with. IEEE 754 binary16 (F16) and bfloat16 (BF16, the upper half of a binary32).
namespace aq {

/// Exact. A signalling NaN becomes quiet, its payload stays.
inline float floatFromHalf(std::uint16_t half)
{
    const std::uint32_t sign = std::uint32_t(half & 0x8000u) << 16;
    const std::uint32_t magnitude = half & 0x7fffu;
    if (magnitude >= 0x7c00u) // Infinity or NaN.
        return std::bit_cast<float>(sign | 0x7f800000u | (magnitude & 0x3ffu) << 13
            | (magnitude > 0x7c00u ? 0x400000u : 0u));
    if (magnitude < 0x400u) { // Zero or subnormal: a multiple of 2^-24.
        const float value = float(magnitude) * 0x1p-24f;
        return sign ? -value : value;
    }
    return std::bit_cast<float>(sign | ((magnitude << 13) + (112u << 23)));
}

/// To nearest, ties to even. 65520 and more become infinity; NaN becomes a quiet NaN that keeps
/// the upper bits of its payload.
inline std::uint16_t halfFromFloat(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = std::uint16_t(bits >> 16 & 0x8000u);
    const std::uint32_t magnitude = bits & 0x7fffffffu;
    if (magnitude > 0x7f800000u)
        return std::uint16_t(sign | 0x7e00u | (magnitude >> 13 & 0x3ffu));
    if (magnitude >= 0x477ff000u) // 65520, half way between 65504 and the 65536 that is not there.
        return std::uint16_t(sign | 0x7c00u);
    if (magnitude < 0x38800000u) { // Below 2^-14: one addition rounds to a multiple of 2^-24.
        const float shifted = std::bit_cast<float>(magnitude) + 0.5f;
        return std::uint16_t(sign | (std::bit_cast<std::uint32_t>(shifted) - 0x3f000000u));
    }
    const std::uint32_t even = magnitude >> 13 & 1u; // Adding 0xfff, or 0x1000 if odd, rounds.
    return std::uint16_t(sign | ((magnitude - (112u << 23) + 0xfffu + even) >> 13));
}

/// Exact, NaNs included: the bits are the upper half.
inline float floatFromBfloat(std::uint16_t bits)
{
    return std::bit_cast<float>(std::uint32_t(bits) << 16);
}

/// To nearest, ties to even; NaN becomes a quiet NaN that keeps the upper bits of its payload.
inline std::uint16_t bfloatFromFloat(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if ((bits & 0x7fffffffu) > 0x7f800000u)
        return std::uint16_t(bits >> 16 | 0x40u);
    return std::uint16_t((bits + 0x7fffu + (bits >> 16 & 1u)) >> 16);
}

} // namespace aq
