#pragma once
#include "core/tensor/tensor_info.h"

#include <span>
#include <vector>

namespace aq {

/// A run of whole rows of one tensor: the unit of work of every job. Tiles depend only on shapes,
/// never on threads, so results merged in tile order are the same on every machine.
struct Tile {
    std::size_t tensor = 0;    ///< Index into ModelHeader::tensors.
    std::int64_t firstRow = 0; ///< Of matrixOf(shape).
    std::int64_t rows = 0;
    bool operator==(const Tile&) const = default;
};

inline constexpr std::int64_t tileElements = 1 << 18; ///< 1 MiB of float32.

/// Whole rows that fit `elements`, at least one.
std::int64_t rowsPerTile(std::int64_t columns, std::int64_t elements = tileElements);

/// All tiles in tensor order, then row order: as many rows as fit `elements`, at least one. A
/// tensor without elements has no tile.
std::vector<Tile> tilesOf(
    std::span<const TensorInfo> tensors, std::int64_t elements = tileElements);

} // namespace aq
