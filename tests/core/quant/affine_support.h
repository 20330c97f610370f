#pragma once
#include "core/quant/scheme.h"

#include <vector>

namespace aq::test {

/// A tensor, encoded in memory.
struct Encoded {
    std::vector<std::byte> codes, scales, zeros;
    bool operator==(const Encoded&) const = default;
    EncodedRowsView view() const { return {codes, scales, zeros}; }
};

inline SchemeOptions optionsFor(Symmetry symmetry, int groupSize, Search search = Search::None,
    ScaleType scale = ScaleType::F32)
{
    const ZeroType real = scale == ScaleType::F16 ? ZeroType::F16 : ZeroType::F32;
    const ZeroType zero = symmetry == Symmetry::Symmetric ? ZeroType::None
        : symmetry == Symmetry::Asymmetric                ? real
                                                          : ZeroType::U8;
    return {groupSize, symmetry, scale, zero, search};
}

inline Encoded roomFor(const Scheme& scheme, const SchemeOptions& options, Matrix matrix)
{
    const std::int64_t shape[] = {matrix.rows, matrix.columns};
    const Encoding encoding = encodingFor(scheme, options, shape);
    return {std::vector<std::byte>(std::size_t(encoding.codes.bytes)),
        std::vector<std::byte>(std::size_t(encoding.scales.bytes)),
        std::vector<std::byte>(std::size_t(encoding.zeros.bytes))};
}

/// Finds the range of a whole tensor from tiles of `tileSize` elements.
inline Result<TensorRange> rangeOf(const Scheme& scheme, const SchemeOptions& options,
    std::span<const float> x, std::size_t tileSize = 4096)
{
    const std::size_t tiles = (x.size() + tileSize - 1) / tileSize;
    TensorRangeSearch search(scheme, options, std::int64_t(tiles));
    for (int pass = 0; pass < search.passes(); ++pass) {
        for (std::size_t tile = tiles; tile-- > 0;) // Any order will do.
            search.add(pass, std::int64_t(tile),
                x.subspan(tile * tileSize, std::min(tileSize, x.size() - tile * tileSize)));
        search.endPass(pass);
    }
    return search.range();
}

/// Encodes a whole tensor, in tiles of `tileRows` rows; 0: all at once.
inline Result<Encoded> encode(const Scheme& scheme, const SchemeOptions& options,
    std::span<const float> x, Matrix matrix, std::int64_t tileRows = 0,
    std::span<const float> importance = {})
{
    Encoded out = roomFor(scheme, options, matrix);
    const RowLayout row = scheme.layout(matrix.columns, options);
    TensorRange range;
    if (options.groupSize == 0) {
        const Result<TensorRange> found = rangeOf(scheme, options, x);
        if (!found)
            return found.error();
        range = *found;
        storeRange(range, options, out.scales, out.zeros);
    }
    const std::int64_t step = tileRows ? tileRows : matrix.rows;
    for (std::int64_t first = 0; first < matrix.rows; first += step) {
        const Matrix tile{std::min(step, matrix.rows - first), matrix.columns};
        const auto part = [&](std::vector<std::byte>& bytes, std::int64_t rowBytes) {
            return MutableBytes(bytes).subspan(
                std::size_t(first * rowBytes), std::size_t(tile.rows * rowBytes));
        };
        const Result<void> done = scheme.encode(
            x.subspan(std::size_t(first * matrix.columns), std::size_t(tile.elements())), tile,
            options, options.groupSize ? nullptr : &range, importance,
            {part(out.codes, row.codesBytes), part(out.scales, row.scalesBytes),
                part(out.zeros, row.zerosBytes)});
        if (!done)
            return done.error();
    }
    return out;
}

inline std::vector<float> decode(
    const Scheme& scheme, const SchemeOptions& options, const Encoded& encoded, Matrix matrix)
{
    std::vector<float> x(std::size_t(matrix.elements()));
    scheme.decode(encoded.view(), matrix, options, x);
    return x;
}

} // namespace aq::test
