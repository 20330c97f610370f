#pragma once
#include "core/fit/fit.h"

namespace aq {

/// What a tensor's data takes in a file that pads it to a multiple of `alignment`.
inline std::int64_t alignedUp(std::int64_t bytes, std::int64_t alignment)
{
    return (bytes + alignment - 1) / alignment * alignment;
}

// Of a tensor without candidates, by its index in the header: what the base plan does to it.
double fixedCost(const FitModel& model, std::size_t tensor); ///< 0 when it was not measured.
double fixedRelRmse(const FitModel& model, std::size_t tensor);
bool isFixedMissed(const FitModel& model, std::size_t tensor);

} // namespace aq
