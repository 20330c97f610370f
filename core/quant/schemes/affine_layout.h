#pragma once
#include "core/quant/kernels/half.h"
#include "core/quant/scheme.h"
#include "core/quant/schemes/affine_range.h"

#include <cstring>

/// Where the numbers of an affine tensor lie. docs/schemes/affine.md
namespace aq {

template <typename T>
void store(MutableBytes out, std::int64_t index, T value)
{
    std::memcpy(out.data() + index * std::int64_t(sizeof value), &value, sizeof value);
}

template <typename T>
T load(Bytes in, std::int64_t index)
{
    T value;
    std::memcpy(&value, in.data() + index * std::int64_t(sizeof value), sizeof value);
    return value;
}

inline void storeScale(ScaleType type, MutableBytes out, std::int64_t index, float scale)
{
    type == ScaleType::F16 ? store(out, index, halfFromFloat(scale)) : store(out, index, scale);
}

inline float loadScale(ScaleType type, Bytes in, std::int64_t index)
{
    return type == ScaleType::F16 ? floatFromHalf(load<std::uint16_t>(in, index))
                                  : load<float>(in, index);
}

inline void storeZero(ZeroType type, MutableBytes out, std::int64_t index, float zero)
{
    switch (type) {
    case ZeroType::None:
        return;
    case ZeroType::U8:
        return store(out, index, std::uint8_t(zero));
    case ZeroType::F16:
        return store(out, index, halfFromFloat(zero));
    case ZeroType::F32:
        return store(out, index, zero);
    }
}

inline float loadZero(const AffineRule& rule, Bytes in, std::int64_t index)
{
    switch (rule.options.zeroType) {
    case ZeroType::None:
        return rule.range.middle;
    case ZeroType::U8:
        return load<std::uint8_t>(in, index);
    case ZeroType::F16:
        return floatFromHalf(load<std::uint16_t>(in, index));
    case ZeroType::F32:
        return load<float>(in, index);
    }
    return 0;
}

inline RowLayout layoutOf(const AffineRule& rule, std::int64_t columns)
{
    RowLayout row;
    row.codesBytes = columns / 8 * rule.bits + (columns % 8 * rule.bits + 7) / 8;
    if (const std::int64_t group = rule.options.groupSize) {
        row.groups = columns / group + (columns % group != 0);
        row.scalesBytes = row.groups * bytesOf(rule.options.scaleType);
        row.zerosBytes = row.groups * bytesOf(rule.options.zeroType);
    }
    return row;
}

} // namespace aq
