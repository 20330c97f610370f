#pragma once
#include "core/quant/scheme.h"

#include <vector>

namespace aq {

/// A piece of a Matrix: whole rows, or a run of columns in one row that is too long for a piece.
/// Pieces follow each other in row-major order without gaps.
struct TileSpan {
    std::int64_t firstRow = 0;
    std::int64_t rows = 0;
    std::int64_t firstColumn = 0;
    std::int64_t columns = 0; ///< Of each row of the piece.

    std::int64_t elements() const { return rows * columns; }
    Matrix matrix() const { return {rows, columns}; }
    bool operator==(const TileSpan&) const = default;
};

/// Cuts a matrix into pieces of at most `limit` elements. Depends on nothing else, so that sums
/// merged in this order can be reproduced. Cuts inside a row fall on multiples of `limit`, which
/// must be a multiple of every group size and of 8, so that each piece encodes as a row of its own.
std::vector<TileSpan> cut(const Matrix& matrix, std::int64_t limit);

inline constexpr std::int64_t tileElements = 1 << 18;  ///< Read and encoded at once.
inline constexpr std::int64_t stripElements = 1 << 12; ///< Compared at once: floats that fit L1.
inline constexpr std::int64_t copyBytes = 1 << 20;     ///< One piece of a kept tensor.

/// Where a piece begins in the three streams of an encoded matrix with `columns` per row.
struct StreamOffsets {
    std::int64_t codes = 0, scales = 0, zeros = 0;
};
StreamOffsets offsetsOf(const Scheme& scheme, const SchemeOptions& options, std::int64_t columns,
    std::int64_t row, std::int64_t column);

/// How many bytes a piece takes in the three streams; scales and zeros are those of the tensor
/// when one group is the whole tensor.
StreamOffsets sizesOf(const Scheme& scheme, const SchemeOptions& options, const Matrix& piece);

} // namespace aq
