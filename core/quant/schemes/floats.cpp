// F16 BF16 F32 as schemes: every weight by itself, rounded once. docs/schemes/floats.md
#include "core/quant/scheme.h"

#include "core/quant/kernels/half.h"
#include "core/quant/to_float.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace aq {
namespace {

constexpr std::int64_t pieceWeights = 2048; ///< Between types; its floats fit L1.

/// One weight, by the conversions that every faster one is compared with.
void castOne(DType from, const std::byte* in, DType to, std::byte* out)
{
    std::uint16_t half;
    float x;
    if (from == DType::F32) {
        std::memcpy(&x, in, sizeof x);
    } else {
        std::memcpy(&half, in, sizeof half);
        x = from == DType::F16 ? floatFromHalf(half) : floatFromBfloat(half);
    }
    if (to == DType::F32) {
        std::memcpy(out, &x, sizeof x);
    } else {
        half = to == DType::F16 ? halfFromFloat(x) : bfloatFromFloat(x);
        std::memcpy(out, &half, sizeof half);
    }
}

/// The first 16-bit float that is infinite; nothing when all are finite.
std::int64_t firstInfinite(DType type, Bytes floats)
{
    const std::uint16_t exponent = type == DType::F16 ? 0x7c00 : 0x7f80;
    for (std::size_t at = 0; at + 2 <= floats.size(); at += 2) {
        std::uint16_t bits;
        std::memcpy(&bits, floats.data() + at, sizeof bits);
        if ((bits & exponent) == exponent)
            return std::int64_t(at / 2);
    }
    return -1;
}

/// A finite weight that rounds to infinity is an error with row and column.
Result<void> checkFinite(DType type, Matrix tile, Bytes out)
{
    const std::int64_t bad = type == DType::F32 ? -1 : firstInfinite(type, out);
    if (bad < 0)
        return {};
    return Error{ErrorCode::Unsupported,
        QStringLiteral("a weight is too large for %1").arg(QLatin1StringView(nameOf(type))),
        QStringLiteral("row %1, column %2").arg(bad / tile.columns).arg(bad % tile.columns)};
}

template <DType type>
Result<void> encode(const Weights& x, Matrix tile, const SchemeOptions&, const TensorRange*,
    std::span<const float>, EncodedRows out)
{
    if (x.type == type) {
        std::ranges::copy(x.bytes, out.codes.begin());
        return {};
    }
    const std::int64_t size = bitsOf(type) / 8;
    std::array<float, pieceWeights> floats;
    for (std::int64_t first = 0; first < x.count(); first += pieceWeights) {
        const std::int64_t count = std::min(pieceWeights, x.count() - first);
        const auto piece = std::span(floats).first(std::size_t(count));
        toFloat(x.type, x.subspan(first, count).bytes, piece);
        fromFloat(
            type, piece, out.codes.subspan(std::size_t(first * size), std::size_t(count * size)));
    }
    return checkFinite(type, tile, out.codes);
}

template <DType type>
Result<void> encodeReference(const Weights& x, Matrix tile, const SchemeOptions&,
    const TensorRange*, std::span<const float>, EncodedRows out)
{
    const std::int64_t from = bitsOf(x.type) / 8, to = bitsOf(type) / 8;
    for (std::int64_t i = 0; i < x.count(); ++i)
        castOne(x.type, x.bytes.data() + i * from, type, out.codes.data() + i * to);
    return checkFinite(type, tile, out.codes);
}

template <DType type>
void decode(EncodedRowsView in, Matrix, const SchemeOptions&, std::span<float> x)
{
    toFloat(type, in.codes, x);
}

template <DType type>
void decodeReference(EncodedRowsView in, Matrix, const SchemeOptions&, std::span<float> x)
{
    for (std::size_t i = 0; i < x.size(); ++i)
        castOne(type, in.codes.data() + i * std::size_t(bitsOf(type) / 8), DType::F32,
            reinterpret_cast<std::byte*>(&x[i]));
}

template <DType type>
constexpr Scheme castTo(const char* id, const char* title, int bits)
{
    return {
        .id = id,
        .title = title,
        .family = "float",
        .codeBits = bits,
        .blockElements = 1,
        .layout =
            [](std::int64_t columns, const SchemeOptions&) {
                return RowLayout{columns * (bitsOf(type) / 8), 0, 0, 0};
            },
        .encode = encode<type>,
        .decode = decode<type>,
        .encodeReference = encodeReference<type>,
        .decodeReference = decodeReference<type>,
    };
}

} // namespace

extern constinit const Scheme floatF16 = castTo<DType::F16>("f16", "F16", 16);
extern constinit const Scheme floatBF16 = castTo<DType::BF16>("bf16", "BF16", 16);
extern constinit const Scheme floatF32 = castTo<DType::F32>("f32", "F32", 32);

} // namespace aq
