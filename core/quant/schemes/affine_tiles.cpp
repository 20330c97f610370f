// Affine tiles: groups whose codes fill whole bytes go sixteen at a time, the rest one by one.
#include "core/quant/schemes/affine_tiles.h"

#include "core/quant/schemes/affine_groups.h"
#include "core/quant/schemes/affine_layout.h"
#include "core/quant/to_float.h"

#include <algorithm>
#include <array>
#include <bit>

namespace aq {
namespace {

constexpr std::int64_t batchGroups = GroupBatch::groups, mostBatches = GroupBatch::most;

class TileEncoder {
public:
    TileEncoder(const AffineTile& tile, BatchEncoder encoder)
        : m_tile(tile)
        , m_encode(encoder)
        , m_layout(layoutOf(tile.rule, tile.shape.columns))
        , m_size(tile.rule.options.groupSize)
        , m_codesBytes(m_size * tile.rule.bits / 8)
        , m_scaleBytes(bytesOf(tile.rule.options.scaleType))
        , m_zeroBytes(bytesOf(tile.rule.options.zeroType))
    {
    }

    /// Rows of whole groups are one long run.
    Result<void> encodeAll()
    {
        const std::int64_t whole = m_tile.shape.columns / m_size;
        if (whole == m_layout.groups)
            return encodeRun(0, 0, m_tile.shape.rows * whole);
        for (std::int64_t row = 0; row < m_tile.shape.rows; ++row) {
            if (auto done = encodeRun(row, 0, whole); !done)
                return done;
            if (auto done = encodeGroups(kernels(), m_tile, row, whole, whole + 1); !done)
                return done;
        }
        return {};
    }

private:
    /// `count` groups from one of a row on, beyond its end only when rows are whole groups.
    Result<void> encodeRun(std::int64_t row, std::int64_t group, std::int64_t count)
    {
        for (std::int64_t done = 0, taken = 0; done < count; done += taken) {
            const std::int64_t left = count - done;
            const std::int64_t batches = std::min(left / batchGroups, mostBatches);
            taken = batches ? batches * batchGroups : left;
            std::uint32_t irregular = batches ? encodeBatches(row, group + done, batches)
                                              : encodePart(row, group + done, left);
            for (; irregular != 0; irregular &= irregular - 1) {
                const std::int64_t bad = group + done + std::countr_zero(irregular);
                const std::int64_t at = row + bad / m_layout.groups, first = bad % m_layout.groups;
                if (auto fixed = encodeGroups(kernels(), m_tile, at, first, first + 1); !fixed)
                    return fixed;
            }
        }
        return {};
    }

    GroupBatch batchAt(std::int64_t row, std::int64_t group) const
    {
        const std::int64_t index = row * m_layout.groups + group;
        GroupBatch batch;
        batch.size = std::size_t(m_size);
        batch.x = m_tile.x.subspan(row * m_tile.shape.columns + group * m_size, 0).bytes.data();
        batch.codes = m_tile.out.codes.data() + row * m_layout.codesBytes + group * m_codesBytes;
        batch.scales = m_tile.out.scales.data() + index * m_scaleBytes;
        batch.zeros = m_tile.out.zeros.data() + index * m_zeroBytes;
        if (!m_tile.importance.empty())
            batch.h = m_tile.importance.data();
        batch.firstInRow = std::size_t(group % m_layout.groups);
        batch.perRow = std::size_t(m_tile.shape.columns / m_size); // Whole ones.
        return batch;
    }

    std::uint32_t encodeBatches(std::int64_t row, std::int64_t group, std::int64_t count) const
    {
        std::array<GroupBatch, GroupBatch::most> batches;
        for (std::int64_t b = 0; b < count; ++b)
            batches[std::size_t(b)] = batchAt(row, group + b * batchGroups);
        return m_encode(m_tile.rule, batches.data(), std::size_t(count));
    }

    /// Fewer than 16 groups: filled up with copies of the first.
    std::uint32_t encodePart(std::int64_t row, std::int64_t group, std::int64_t count)
    {
        const GroupBatch part = batchAt(row, group);
        const std::int64_t bytes = m_size * bitsOf(m_tile.x.type) / 8;
        m_scratch.resize(std::size_t(batchGroups * (bytes + m_codesBytes + 8)));
        std::byte* const x = m_scratch.data();
        GroupBatch batch = part;
        batch.x = x;
        batch.codes = x + batchGroups * bytes;
        batch.scales = batch.codes + batchGroups * m_codesBytes;
        batch.zeros = batch.scales + batchGroups * 4;
        for (std::int64_t g = 0; g < batchGroups; ++g) {
            const std::int64_t from = g < count ? g : 0;
            std::copy_n(part.x + from * bytes, bytes, x + g * bytes);
        }
        const std::uint32_t irregular = m_encode(m_tile.rule, &batch, 1);
        std::copy_n(batch.codes, count * m_codesBytes, part.codes);
        std::copy_n(batch.scales, count * m_scaleBytes, part.scales);
        std::copy_n(batch.zeros, count * m_zeroBytes, part.zeros);
        return irregular & ((1u << count) - 1);
    }

    const AffineTile& m_tile;
    const BatchEncoder m_encode;
    const RowLayout m_layout;
    const std::int64_t m_size, m_codesBytes, m_scaleBytes, m_zeroBytes;
    std::vector<std::byte> m_scratch;
};

} // namespace

Result<void> encodeAffine(const AffineTile& tile)
{
    const AffineRule& rule = tile.rule;
    const bool isPlain = tile.whole || rule.options.groupSize > tile.shape.columns;
    const BatchEncoder encoder
        = isPlain ? nullptr : batchEncoder(rule, tile.x.type, rule.options.groupSize);
    if (!encoder || problemOf(rule))
        return encodeAffineRows(kernels(), tile);
    return TileEncoder(tile, encoder).encodeAll();
}

void decodeAffine(const AffineRule& rule, EncodedRowsView in, Matrix tile, std::span<float> x)
{
    decodeAffineRows(kernels(), rule, in, tile, x);
}

} // namespace aq
