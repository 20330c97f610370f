#pragma once
#include "core/quant/schemes/affine_range.h"

#include "core/tensor/dtype.h"

#include <cstddef>

namespace aq {

/// 16 groups side by side, each of as many weights, and where their bytes go.
struct GroupBatch {
    static constexpr int groups = 16;
    static constexpr std::size_t most = 2; ///< Batches encoded together.

    const std::byte* x = nullptr; ///< groups * size weights.
    std::size_t size = 0;         ///< Of a group, a multiple of 32.
    const float* h = nullptr;     ///< Importance of each column; null: all alike.
    std::size_t firstInRow = 0;   ///< Which group of a row the first is ...
    std::size_t perRow = 1;       ///< ... of how many.
    std::byte* codes = nullptr;
    std::byte* scales = nullptr;
    std::byte* zeros = nullptr;
};

/// Encodes a batch or two that follow each other, the same bytes as group by group. Bit g of the
/// result is set where that cannot be done in group g, 16 and up being those of the second:
/// constant or tiny weights, a scale that does not fit. Such groups' bytes are undefined.
using BatchEncoder
    = std::uint32_t (*)(const AffineRule& rule, const GroupBatch* batches, std::size_t count);

/// For groups of `size` weights of F32, F16 or BF16. Null: there is none, or not on this CPU.
BatchEncoder batchEncoder(const AffineRule& rule, DType type, std::int64_t size);

} // namespace aq
