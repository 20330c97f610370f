#include "core/validate/tile_span.h"

#include <algorithm>

namespace aq {

std::vector<TileSpan> cut(const Matrix& matrix, std::int64_t limit)
{
    std::vector<TileSpan> spans;
    if (matrix.elements() == 0)
        return spans;
    if (matrix.columns <= limit) {
        const std::int64_t rows = limit / matrix.columns;
        for (std::int64_t row = 0; row < matrix.rows; row += rows)
            spans.push_back({row, std::min(rows, matrix.rows - row), 0, matrix.columns});
        return spans;
    }
    for (std::int64_t row = 0; row < matrix.rows; ++row)
        for (std::int64_t column = 0; column < matrix.columns; column += limit)
            spans.push_back({row, 1, column, std::min(limit, matrix.columns - column)});
    return spans;
}

StreamOffsets offsetsOf(const Scheme& scheme, const SchemeOptions& options, std::int64_t columns,
    std::int64_t row, std::int64_t column)
{
    const RowLayout whole = scheme.layout(columns, options);
    StreamOffsets at{row * whole.codesBytes, row * whole.scalesBytes, row * whole.zerosBytes};
    if (column > 0) {
        const RowLayout before = scheme.layout(column, options);
        at.codes += before.codesBytes;
        at.scales += before.scalesBytes;
        at.zeros += before.zerosBytes;
    }
    return at;
}

StreamOffsets sizesOf(const Scheme& scheme, const SchemeOptions& options, const Matrix& piece)
{
    const RowLayout row = scheme.layout(piece.columns, options);
    if (options.groupSize == 0 && scheme.blockElements == 0)
        return {piece.rows * row.codesBytes, bytesOf(options.scaleType), bytesOf(options.zeroType)};
    return {piece.rows * row.codesBytes, piece.rows * row.scalesBytes, piece.rows * row.zerosBytes};
}

} // namespace aq
