#pragma once
#include "core/fit/fit.h"

namespace aq {

// Of a tensor without candidates, by its index in the header: what the base plan does to it.
double fixedCost(const FitModel& model, std::size_t tensor); ///< 0 when it was not measured.
double fixedRelRmse(const FitModel& model, std::size_t tensor);
bool isFixedMissed(const FitModel& model, std::size_t tensor);

} // namespace aq
