#include "core/quant/schemes/block.h"

#include "core/quant/kernels/dispatch.h"
#include "core/quant/kernels/half.h"

#include <algorithm>
#include <cstring>

namespace aq {
namespace {

constexpr std::int64_t pieceWeights = 1 << 14; ///< A whole number of any batch of blocks.

/// The bits of an F16 without its sign, one to the left.
unsigned magnitudeAt(const std::byte* half)
{
    std::uint16_t bits;
    std::memcpy(&bits, half, sizeof bits);
    return std::uint16_t(bits << 1);
}

/// Whether the half at `at` of any block is infinite or NaN. Without branches and a few blocks side
/// by side, since this runs over all that the fastest codecs write.
bool anyOverflow(const BlockFormat& format, int at, Bytes blocks)
{
    constexpr std::int64_t side = 4;
    std::array<unsigned, side> sums{}; // Bit 16 of one: an exponent without a zero bit.
    const std::int64_t count = std::int64_t(blocks.size()) / format.bytes, step = format.bytes;
    const std::byte* half = blocks.data() + at;
    std::int64_t block = 0;
    for (; block + side <= count; block += side, half += side * step)
        for (std::int64_t i = 0; i < side; ++i)
            sums[std::size_t(i)] |= magnitudeAt(half + i * step) + 0x800u;
    for (; block < count; ++block, half += step)
        sums[0] |= magnitudeAt(half) + 0x800u;
    return (sums[0] | sums[1] | sums[2] | sums[3]) & 0x10000u;
}

/// The first block with a scale that is infinite or NaN; -1: none.
std::int64_t firstOverflow(const BlockFormat& format, Bytes blocks)
{
    std::int64_t first = -1;
    for (const int at : format.halves) {
        if (at < 0 || !anyOverflow(format, at, blocks))
            continue;
        std::int64_t block = 0;
        while (magnitudeAt(blocks.data() + block * format.bytes + at) < 0xf800)
            ++block;
        first = first < 0 ? block : std::min(first, block);
    }
    return first;
}

} // namespace

Result<void> encodeBlocks(const BlockCodec& codec, bool reference, const Weights& x, Matrix tile,
    const SchemeOptions& options, std::span<const float> importance, EncodedRows out)
{
    const BlockFormat& format = codec.format;
    if (tile.columns % format.elements != 0)
        return Error{ErrorCode::Unsupported,
            QStringLiteral("rows of %1 elements are not whole blocks of %2")
                .arg(tile.columns)
                .arg(format.elements),
            {}};
    const auto encode = reference || isScalar() ? codec.encodeReference : codec.encode;
    // In pieces whose bytes are still in L1 when they are checked; importance starts with a row.
    const std::int64_t step = importance.empty() ? std::int64_t(pieceWeights) : x.count();
    std::int64_t bad = -1;
    for (std::int64_t first = 0; first < x.count() && bad < 0; first += step) {
        const std::int64_t count = std::min(step, x.count() - first);
        const auto bytes = [&](std::int64_t weights) {
            return std::size_t(weights / format.elements * format.bytes);
        };
        const MutableBytes piece = out.codes.subspan(bytes(first), bytes(count));
        encode({x.subspan(first, count), importance, options.search}, piece);
        if (const std::int64_t block = firstOverflow(format, piece); block >= 0)
            bad = first / format.elements + block;
    }
    if (bad < 0)
        return {};
    const std::int64_t inRow = tile.columns / format.elements;
    return Error{ErrorCode::Unsupported,
        QStringLiteral("weights too large for the F16 scales of this type"),
        QStringLiteral("row %1, block %2").arg(bad / inRow).arg(bad % inRow)};
}

void decodeBlocks(const BlockCodec& codec, bool reference, Bytes in, std::span<float> x)
{
    (reference || isScalar() ? codec.decodeReference : codec.decode)(in, x);
}

} // namespace aq
