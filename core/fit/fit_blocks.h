#pragma once
#include "core/fit/fit.h"

namespace aq {

/// Which free tensors are in which block of the network (block_name.h). A tensor outside of all
/// blocks is one by itself.
struct FitBlocks {
    explicit FitBlocks(const FitModel& model);

    std::vector<std::size_t> ofGene;               ///< Per free tensor, its block.
    std::vector<std::vector<std::size_t>> members; ///< Per block, positions in FitModel::free.
    std::vector<double> fixedCosts;                ///< Per block, of tensors that are not free.
};

} // namespace aq
