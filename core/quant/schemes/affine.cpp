// 2 to 8 bits, one scale and one zero point per group: x' = (q - z) * s. docs/schemes/affine.md
// Formula: Jacob et al. 2018, arXiv:1712.05877, eq. 1, with a zero point that may be any real.
#include "core/quant/scheme.h"

#include "core/quant/kernels/half.h"
#include "core/quant/schemes/affine_range.h"
#include "core/quant/to_float.h"

#include <algorithm>
#include <cstring>

namespace aq {

std::int64_t bytesOf(ScaleType type) { return type == ScaleType::F16 ? 2 : 4; }

std::int64_t bytesOf(ZeroType type)
{
    switch (type) {
    case ZeroType::None:
        return 0;
    case ZeroType::U8:
        return 1;
    case ZeroType::F16:
        return 2;
    case ZeroType::F32:
        return 4;
    }
    return 0;
}

namespace {

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

void storeScale(ScaleType type, MutableBytes out, std::int64_t index, float scale)
{
    type == ScaleType::F16 ? store(out, index, halfFromFloat(scale)) : store(out, index, scale);
}

float loadScale(ScaleType type, Bytes in, std::int64_t index)
{
    return type == ScaleType::F16 ? floatFromHalf(load<std::uint16_t>(in, index))
                                  : load<float>(in, index);
}

void storeZero(ZeroType type, MutableBytes out, std::int64_t index, float zero)
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

float loadZero(const AffineRule& rule, Bytes in, std::int64_t index)
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

/// Codes on their way between a row's groups and its bytes, which share no boundary when the group
/// size is not a multiple of 8. Fits L1.
constexpr std::int64_t blockCodes = 4096;

RowLayout layoutOf(const AffineRule& rule, std::int64_t columns)
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

/// Collects the codes of one row and packs them, a block at a time.
class RowPacker {
public:
    RowPacker(const AffineRule& rule, std::byte* out)
        : m_rule(rule)
        , m_out(out)
    {
    }
    RowPacker(const RowPacker&) = delete;
    RowPacker& operator=(const RowPacker&) = delete;
    ~RowPacker() { flush(); }

    void add(const AffineRange& range, std::span<const float> x)
    {
        while (!x.empty()) {
            const auto piece = x.first(std::min(x.size(), std::size_t(blockCodes) - m_used));
            toCodes(m_rule, range, piece, m_codes + m_used);
            x = x.subspan(piece.size());
            m_used += piece.size();
            if (m_used == std::size_t(blockCodes))
                flush();
        }
    }

private:
    void flush()
    {
        kernels().pack({m_codes, m_used}, m_rule.bits, m_out);
        m_out += m_used / 8 * std::size_t(m_rule.bits);
        m_used = 0;
    }

    const AffineRule& m_rule;
    std::byte* m_out;
    std::size_t m_used = 0;
    std::uint8_t m_codes[blockCodes];
};

Error doesNotFit(const StoredRange& range, std::int64_t row, std::int64_t group)
{
    return {ErrorCode::Unsupported,
        QStringLiteral("scale %1 with zero point %2 is not exact enough in F16")
            .arg(double(range.scale))
            .arg(double(range.zero)),
        QStringLiteral("row %1, group %2").arg(row).arg(group)};
}

StoredRange groupRange(const AffineRule& rule, std::span<const float> x, const float* weights)
{
    const MinMax limits = kernels().minMax(x);
    return rule.searches() ? searchedRange(rule, x, weights, limits)
                           : rangeFor(rule, limits.min, limits.max);
}

Result<void> encodeAffine(const AffineRule& rule, const Weights& weightsOfTile, Matrix tile,
    const TensorRange* whole, std::span<const float> importance, EncodedRows out)
{
    std::vector<float> x(std::size_t(tile.elements()));
    toFloat(weightsOfTile.type, weightsOfTile.bytes, x);
    if (const char* problem = problemOf(rule))
        return Error{ErrorCode::Unsupported, QString::fromLatin1(problem), {}};
    const RowLayout layout = layoutOf(rule, tile.columns);
    const std::int64_t step = rule.options.groupSize ? rule.options.groupSize : tile.columns;
    for (std::int64_t row = 0; row < tile.rows; ++row) {
        RowPacker packer(rule, out.codes.data() + row * layout.codesBytes);
        for (std::int64_t at = 0, group = 0; at < tile.columns; at += step, ++group) {
            const std::int64_t size = std::min(step, tile.columns - at);
            const auto values = std::span<const float>(x).subspan(
                std::size_t(row * tile.columns + at), std::size_t(size));
            StoredRange range;
            if (whole) {
                range = {{whole->scale, whole->zero}};
            } else {
                const float* weights = importance.empty() ? nullptr : importance.data() + at;
                range = groupRange(rule, values, weights);
                if (!range.survives)
                    return doesNotFit(range, row, group);
                const std::int64_t index = row * layout.groups + group;
                storeScale(rule.options.scaleType, out.scales, index, range.scale);
                storeZero(rule.options.zeroType, out.zeros, index, range.zero);
            }
            packer.add(range, values);
        }
    }
    return {};
}

void decodeRow(const AffineRule& rule, EncodedRowsView in, const std::byte* codesIn,
    std::int64_t firstGroup, std::span<float> x)
{
    std::uint8_t codes[blockCodes];
    const auto columns = std::int64_t(x.size());
    const std::int64_t step = rule.options.groupSize ? rule.options.groupSize : columns;
    for (std::int64_t block = 0; block < columns; block += blockCodes) {
        const std::int64_t end = std::min(block + blockCodes, columns);
        kernels().unpack(
            codesIn + block / 8 * rule.bits, rule.bits, {codes, std::size_t(end - block)});
        for (std::int64_t at = block; at < end;) {
            const std::int64_t group = at / step;
            const std::int64_t stop = std::min((group + 1) * step, end);
            kernels().fromCodes(codes + (at - block), loadZero(rule, in.zeros, firstGroup + group),
                loadScale(rule.options.scaleType, in.scales, firstGroup + group),
                x.subspan(std::size_t(at), std::size_t(stop - at)));
            at = stop;
        }
    }
}

void decodeAffine(const AffineRule& rule, EncodedRowsView in, Matrix tile, std::span<float> x)
{
    const RowLayout layout = layoutOf(rule, tile.columns);
    for (std::int64_t row = 0; row < tile.rows; ++row)
        decodeRow(rule, in, in.codes.data() + row * layout.codesBytes, row * layout.groups,
            x.subspan(std::size_t(row * tile.columns), std::size_t(tile.columns)));
}

template <int bits>
constexpr Scheme affine(const char* id, const char* title)
{
    return {
        .id = id,
        .title = title,
        .family = "affine",
        .codeBits = bits,
        .layout =
            [](std::int64_t columns, const SchemeOptions& options) {
                return layoutOf(AffineRule(bits, options), columns);
            },
        .encode =
            [](const Weights& x, Matrix tile, const SchemeOptions& options,
                const TensorRange* range, std::span<const float> importance, EncodedRows out) {
                return encodeAffine(AffineRule(bits, options), x, tile, range, importance, out);
            },
        .decode = [](EncodedRowsView in, Matrix tile, const SchemeOptions& options,
                      std::span<float> x) { decodeAffine(AffineRule(bits, options), in, tile, x); },
    };
}

} // namespace

extern constinit const Scheme affine2 = affine<2>("int2", "INT2");
extern constinit const Scheme affine3 = affine<3>("int3", "INT3");
extern constinit const Scheme affine4 = affine<4>("int4", "INT4");
extern constinit const Scheme affine5 = affine<5>("int5", "INT5");
extern constinit const Scheme affine6 = affine<6>("int6", "INT6");
extern constinit const Scheme affine8 = affine<8>("int8", "INT8");

void storeRange(
    const TensorRange& range, const SchemeOptions& options, MutableBytes scale, MutableBytes zero)
{
    storeScale(options.scaleType, scale, 0, range.scale);
    storeZero(options.zeroType, zero, 0, range.zero);
}

} // namespace aq
