#include "core/table/layer_decoder.h"

#include "core/quant/to_float.h"

#include <algorithm>
#include <vector>

namespace aq {
namespace {

Bytes part(Bytes bytes, std::int64_t from, std::int64_t count)
{
    return bytes.subspan(std::size_t(from), std::size_t(count));
}

/// Part of a row that begins, at a multiple of 8 columns, inside a group: group by group, each from
/// the byte that its codes begin in. Group sizes of other programs may be any number.
void decodeOddGroups(const QuantizedLayer& layer, const TileSpan& span, std::span<float> out)
{
    const std::int64_t size = layer.options.groupSize, end = span.firstColumn + span.columns;
    const StreamOffsets row
        = offsetsOf(*layer.scheme, layer.options, layer.matrix.columns, span.firstRow, 0);
    SchemeOptions whole = layer.options;
    whole.groupSize = 0;
    std::vector<float> floats;
    for (std::int64_t from = span.firstColumn, to = 0; from < end; from = to) {
        const std::int64_t group = from / size, start = from / 8 * 8;
        to = std::min(end, (group + 1) * size);
        const Matrix piece{1, to - start};
        const std::int64_t codes = row.codes + start / 8 * layer.scheme->codeBits;
        const std::int64_t scale = row.scales + group * 4, zero = row.zeros + group * 4; // F32
        floats.resize(std::size_t(piece.columns));
        layer.scheme->decode(
            {part(layer.data.codes, codes, sizesOf(*layer.scheme, whole, piece).codes),
                part(layer.data.scales, scale, 4), part(layer.data.zeros, zero, 4)},
            piece, whole, floats);
        std::copy(
            floats.begin() + (from - start), floats.end(), out.begin() + (from - span.firstColumn));
    }
}

} // namespace

bool canDecode(const QuantizedLayer& layer) { return layer.scheme || isFloat(layer.dtype); }

void decode(const QuantizedLayer& layer, const TileSpan& span, std::span<float> out)
{
    const std::int64_t columns = layer.matrix.columns;
    if (!layer.scheme) {
        const std::int64_t size = bitsOf(layer.dtype) / 8;
        const std::int64_t first = span.firstRow * columns + span.firstColumn;
        toFloat(layer.dtype, part(layer.data.codes, first * size, span.elements() * size), out);
        return;
    }
    if (layer.options.groupSize > 0 && span.firstColumn % layer.options.groupSize != 0)
        return decodeOddGroups(layer, span, out);
    const StreamOffsets at
        = offsetsOf(*layer.scheme, layer.options, columns, span.firstRow, span.firstColumn);
    const StreamOffsets size = sizesOf(*layer.scheme, layer.options, span.matrix());
    layer.scheme->decode({part(layer.data.codes, at.codes, size.codes),
                             part(layer.data.scales, at.scales, size.scales),
                             part(layer.data.zeros, at.zeros, size.zeros)},
        span.matrix(), layer.options, out);
}

} // namespace aq
