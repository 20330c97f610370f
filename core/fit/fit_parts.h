#pragma once
#include "core/fit/fit.h"

namespace aq {

// Of a tensor without candidates, by its index in the header: what the base plan does to it.
double fixedRelRmse(const FitModel& model, std::size_t tensor);
bool isFixedMissed(const FitModel& model, std::size_t tensor);

} // namespace aq
