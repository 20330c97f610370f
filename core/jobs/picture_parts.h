#pragma once
#include "core/analysis/picture_builder.h"
#include "core/jobs/picture_job.h"
#include "core/validate/tile_span.h"

#include <vector>

namespace aq {

/// A piece of the tensor that is read for a picture.
struct PicturePart {
    TileSpan span; ///< Within the matrix that is read.
    PictureBuilder::Use use = PictureBuilder::Use::Both;
};

struct PicturePlan {
    std::vector<PicturePart> parts; ///< In row-major order.
    bool isSampled = false;
    std::int64_t sampledRows = 0; ///< Of the picture, read for its numbers.
};

/// Which pieces are read: all for the numbers, or evenly spaced ones; for the heat maps those of
/// their part, likewise.
/// @param read   the rows that are read at once
/// @param shown  the rows of the picture, with the same elements in the same order
PicturePlan picturePlan(const Matrix& read, const Matrix& shown, const PictureRequest& request);

/// Index in the tensor of a strip's first element; `strip` counts from the start of `piece`.
inline std::int64_t firstElement(const Matrix& matrix, const TileSpan& piece, const TileSpan& strip)
{
    return piece.firstRow * matrix.columns + piece.firstColumn + strip.firstRow * piece.columns
        + strip.firstColumn;
}

} // namespace aq
