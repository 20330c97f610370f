// Affine rows, one group at a time: what is meant, and what runs where groups are unusual.
#include "core/quant/schemes/affine_layout.h"
#include "core/quant/schemes/affine_tiles.h"
#include "core/quant/to_float.h"

#include <algorithm>
#include <array>

namespace aq {
namespace {

/// Codes on their way between a row's groups and its bytes, which share no boundary when the group
/// size is not a multiple of 8. Fits L1.
constexpr std::int64_t blockCodes = 4096;

/// Collects the codes of one row and packs them, a block at a time.
class RowPacker {
public:
    RowPacker(const Kernels& kernels, const AffineRule& rule, std::byte* out)
        : m_kernels(kernels)
        , m_rule(rule)
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
            toCodes(m_kernels, m_rule, range, piece, m_codes + m_used);
            x = x.subspan(piece.size());
            m_used += piece.size();
            if (m_used == std::size_t(blockCodes))
                flush();
        }
    }

private:
    void flush()
    {
        m_kernels.pack({m_codes, m_used}, m_rule.bits, m_out);
        m_out += m_used / 8 * std::size_t(m_rule.bits);
        m_used = 0;
    }

    const Kernels& m_kernels;
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

/// Codes of a row in the range of the whole tensor.
void encodeRow(const Kernels& kernels, const AffineTile& tile, std::int64_t row)
{
    std::array<float, blockCodes> x;
    const std::int64_t columns = tile.shape.columns;
    RowPacker packer(
        kernels, tile.rule, tile.out.codes.data() + row * layoutOf(tile.rule, columns).codesBytes);
    for (std::int64_t at = 0; at < columns; at += blockCodes) {
        const std::int64_t size = std::min(blockCodes, columns - at);
        const auto piece = std::span(x).first(std::size_t(size));
        toFloat(tile.x.type, tile.x.subspan(row * columns + at, size).bytes, piece);
        packer.add({tile.whole->scale, tile.whole->zero}, piece);
    }
}

void decodeRow(const Kernels& kernels, const AffineRule& rule, EncodedRowsView in,
    const std::byte* codesIn, std::int64_t firstGroup, std::span<float> x)
{
    std::uint8_t codes[blockCodes];
    const auto columns = std::int64_t(x.size());
    const std::int64_t step = rule.options.groupSize ? rule.options.groupSize : columns;
    for (std::int64_t block = 0; block < columns; block += blockCodes) {
        const std::int64_t end = std::min(block + blockCodes, columns);
        kernels.unpack(
            codesIn + block / 8 * rule.bits, rule.bits, {codes, std::size_t(end - block)});
        for (std::int64_t at = block; at < end;) {
            const std::int64_t group = at / step;
            const std::int64_t stop = std::min((group + 1) * step, end);
            kernels.fromCodes(codes + (at - block), loadZero(rule, in.zeros, firstGroup + group),
                loadScale(rule.options.scaleType, in.scales, firstGroup + group),
                x.subspan(std::size_t(at), std::size_t(stop - at)));
            at = stop;
        }
    }
}

} // namespace

Result<void> encodeGroups(const Kernels& kernels, const AffineTile& tile, std::int64_t row,
    std::int64_t first, std::int64_t end)
{
    const AffineRule& rule = tile.rule;
    const std::int64_t columns = tile.shape.columns, step = rule.options.groupSize;
    const RowLayout layout = layoutOf(rule, columns);
    std::vector<float> x(std::size_t(std::min(step, columns)));
    RowPacker packer(kernels, rule,
        tile.out.codes.data() + row * layout.codesBytes + first * step * rule.bits / 8);
    for (std::int64_t group = first; group < end; ++group) {
        const std::int64_t at = group * step, size = std::min(step, columns - at);
        const auto values = std::span(x).first(std::size_t(size));
        toFloat(tile.x.type, tile.x.subspan(row * columns + at, size).bytes, values);
        const float* h = tile.importance.empty() ? nullptr : tile.importance.data() + at;
        const StoredRange range = groupRange(kernels, rule, values, h);
        if (!range.survives)
            return doesNotFit(range, row, group);
        const std::int64_t index = row * layout.groups + group;
        storeScale(rule.options.scaleType, tile.out.scales, index, range.scale);
        storeZero(rule.options.zeroType, tile.out.zeros, index, range.zero);
        packer.add(range, values);
    }
    return {};
}

Result<void> encodeAffineRows(const Kernels& kernels, const AffineTile& tile)
{
    if (const char* problem = problemOf(tile.rule))
        return Error{ErrorCode::Unsupported, QString::fromLatin1(problem), {}};
    const std::int64_t groups = layoutOf(tile.rule, tile.shape.columns).groups;
    for (std::int64_t row = 0; row < tile.shape.rows; ++row) {
        if (tile.whole)
            encodeRow(kernels, tile, row);
        else if (const auto done = encodeGroups(kernels, tile, row, 0, groups); !done)
            return done.error();
    }
    return {};
}

Result<void> encodeAffineReference(const AffineTile& tile)
{
    return encodeAffineRows(scalarKernels, tile);
}

void decodeAffineRows(const Kernels& kernels, const AffineRule& rule, EncodedRowsView in,
    Matrix tile, std::span<float> x)
{
    const RowLayout layout = layoutOf(rule, tile.columns);
    for (std::int64_t row = 0; row < tile.rows; ++row)
        decodeRow(kernels, rule, in, in.codes.data() + row * layout.codesBytes, row * layout.groups,
            x.subspan(std::size_t(row * tile.columns), std::size_t(tile.columns)));
}

void decodeAffineReference(
    const AffineRule& rule, EncodedRowsView in, Matrix tile, std::span<float> x)
{
    decodeAffineRows(scalarKernels, rule, in, tile, x);
}

} // namespace aq
