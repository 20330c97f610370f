#include "core/quant/to_float.h"

#include "core/quant/kernels/kernels.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace aq {
namespace {

static_assert(std::endian::native == std::endian::little);

/// An 8-bit float with `mantissaBits` of fraction. Subnormals are multiples of the least value.
constexpr float floatFromByte(unsigned code, int mantissaBits, int bias)
{
    const unsigned fraction = code & ((1u << mantissaBits) - 1);
    const unsigned exponent = (code & 0x7fu) >> mantissaBits;
    const unsigned significand = exponent ? fraction | 1u << mantissaBits : fraction;
    double value = significand;
    for (int e = int(exponent ? exponent : 1) - bias - mantissaBits; e != 0; e < 0 ? ++e : --e)
        value = e < 0 ? value / 2 : value * 2;
    return float(code & 0x80u ? -value : value);
}

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float quietNaN = std::numeric_limits<float>::quiet_NaN();

/// OCP FP8 E4M3: bias 7, no infinities, S.1111.111 is NaN.
constexpr std::array<float, 256> e4m3Table = [] {
    std::array<float, 256> table{};
    for (unsigned code = 0; code < 256; ++code)
        table[code] = (code & 0x7f) == 0x7f ? quietNaN : floatFromByte(code, 3, 7);
    return table;
}();

/// OCP FP8 E5M2: bias 15, infinities and NaNs as in IEEE 754.
constexpr std::array<float, 256> e5m2Table = [] {
    std::array<float, 256> table{};
    for (unsigned code = 0; code < 256; ++code) {
        const unsigned magnitude = code & 0x7f;
        table[code] = magnitude > 0x7c ? quietNaN
            : magnitude == 0x7c        ? (code & 0x80 ? -infinity : infinity)
                                       : floatFromByte(code, 2, 15);
    }
    return table;
}();

void fromTable(const std::array<float, 256>& table, Bytes in, std::span<float> out)
{
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = table[std::to_integer<std::size_t>(in[i])];
}

void fromDouble(Bytes in, std::span<float> out)
{
    for (std::size_t i = 0; i < out.size(); ++i) {
        double value;
        std::memcpy(&value, in.data() + sizeof value * i, sizeof value);
        out[i] = float(value);
    }
}

} // namespace

void toFloat(DType dtype, Bytes in, std::span<float> out)
{
    Q_ASSERT(isFloat(dtype) && in.size() * 8 == out.size() * std::size_t(bitsOf(dtype)));
    switch (dtype) {
    case DType::F64:
        return fromDouble(in, out);
    case DType::F32:
        if (!in.empty())
            std::memcpy(out.data(), in.data(), in.size());
        return;
    case DType::F16:
        return kernels().fromHalf(in.data(), out);
    case DType::BF16:
        return kernels().fromBfloat(in.data(), out);
    case DType::F8_E4M3:
        return fromTable(e4m3Table, in, out);
    case DType::F8_E5M2:
        return fromTable(e5m2Table, in, out);
    default:
        Q_UNREACHABLE();
    }
}

void fromFloat(DType dtype, std::span<const float> in, MutableBytes out)
{
    Q_ASSERT(out.size() * 8 == in.size() * std::size_t(bitsOf(dtype)));
    switch (dtype) {
    case DType::F32:
        if (!in.empty())
            std::memcpy(out.data(), in.data(), out.size());
        return;
    case DType::F16:
        return kernels().toHalf(in, out.data());
    case DType::BF16:
        return kernels().toBfloat(in, out.data());
    default:
        Q_UNREACHABLE();
    }
}

std::optional<std::size_t> firstNonFinite(std::span<const float> x)
{
    const std::size_t at = kernels().firstNonFinite(x);
    return at < x.size() ? std::optional(at) : std::nullopt;
}

namespace {

/// Whatever has no kernel of its own: a strip at a time.
std::optional<std::size_t> firstNonFiniteConverted(const Weights& x)
{
    std::array<float, 2048> strip;
    for (std::int64_t at = 0; at < x.count(); at += std::int64_t(strip.size())) {
        const auto count = std::min(x.count() - at, std::int64_t(strip.size()));
        const std::span<float> floats = std::span(strip).first(std::size_t(count));
        toFloat(x.type, x.subspan(at, count).bytes, floats);
        if (const auto bad = firstNonFinite(std::span<const float>(floats)))
            return std::size_t(at) + *bad;
    }
    return std::nullopt;
}

std::optional<std::size_t> firstNonFiniteOf(ElementBits bits, Bytes x)
{
    const std::size_t count = x.size() / std::size_t(bits.bytes);
    const std::size_t at = kernels().firstNonFiniteStored(bits, x.data(), count);
    return at < count ? std::optional(at) : std::nullopt;
}

} // namespace

std::optional<std::size_t> firstNonFinite(const Weights& x)
{
    switch (x.type) {
    case DType::F32:
        return firstNonFiniteOf({4, 0x7f800000}, x.bytes);
    case DType::F16:
        return firstNonFiniteOf({2, 0x7c00}, x.bytes);
    case DType::BF16:
        return firstNonFiniteOf({2, 0x7f80}, x.bytes);
    default:
        return firstNonFiniteConverted(x);
    }
}

} // namespace aq
