#pragma once
#include "core/validate/tile_span.h"

namespace aq {

/// The pieces of a tensor that a scan measures.
struct ScanPieces {
    std::vector<TileSpan> spans; ///< In row-major order.
    std::int64_t all = 0;        ///< Equal pieces that the tensor has.
    bool isSampled() const { return std::int64_t(spans.size()) < all; }
    std::int64_t elements() const;
};

/// All tiles, as every job cuts them. More than `mostElements` (0: no limit): about 64 shorter runs
/// of whole rows with so many elements together, one in each equal part of the tensor; rows too
/// long for a run are cut at multiples of every group and block. At least two runs, so that their
/// spread is known.
ScanPieces scanPieces(const Matrix& matrix, std::int64_t mostElements);

} // namespace aq
