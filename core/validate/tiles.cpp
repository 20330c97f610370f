#include "core/validate/tiles.h"

#include <algorithm>

namespace aq {

std::int64_t rowsPerTile(std::int64_t columns, std::int64_t elements)
{
    return columns > 0 ? std::max<std::int64_t>(1, elements / columns) : 1;
}

std::vector<Tile> tilesOf(std::span<const TensorInfo> tensors, std::int64_t elements)
{
    std::vector<Tile> tiles;
    for (std::size_t tensor = 0; tensor < tensors.size(); ++tensor) {
        const Matrix matrix = matrixOf(tensors[tensor].shape);
        if (matrix.elements() == 0)
            continue;
        const std::int64_t step = rowsPerTile(matrix.columns, elements);
        for (std::int64_t row = 0; row < matrix.rows; row += step)
            tiles.push_back({tensor, row, std::min(step, matrix.rows - row)});
    }
    return tiles;
}

} // namespace aq
