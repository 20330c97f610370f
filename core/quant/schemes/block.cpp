#include "core/quant/schemes/block.h"

#include "core/quant/kernels/half.h"
#include "core/quant/kernels/instruction_set.h"

#include <cmath>
#include <cstring>

namespace aq {
namespace {

/// The first block with a scale that is infinite or NaN; -1: none.
std::int64_t firstOverflow(const BlockFormat& format, Bytes blocks)
{
    const std::int64_t count = std::int64_t(blocks.size()) / format.bytes;
    for (std::int64_t block = 0; block < count; ++block)
        for (const int at : format.halves) {
            std::uint16_t half = 0;
            if (at >= 0)
                std::memcpy(&half, blocks.data() + block * format.bytes + at, sizeof half);
            if ((half & 0x7c00) == 0x7c00)
                return block;
        }
    return -1;
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
    const BlockRun run{x, importance, options.search};
    const bool isPlain = reference || instructionSet().target == 0;
    (isPlain ? codec.encodeReference : codec.encode)(run, out.codes);
    const std::int64_t bad = firstOverflow(format, out.codes);
    if (bad < 0)
        return {};
    const std::int64_t inRow = tile.columns / format.elements;
    return Error{ErrorCode::Unsupported,
        QStringLiteral("weights too large for the F16 scales of this type"),
        QStringLiteral("row %1, block %2").arg(bad / inRow).arg(bad % inRow)};
}

} // namespace aq
