#pragma once
#include "core/fit/evolution.h"

namespace aq {

/// Where a refinement may begin besides the start: the solver's answers within the budget when only
/// choices count that miss nothing (if the objective asks), when no tensor's error may be more than
/// some part of the start's worst (likewise), and when the costs of bad blocks count more and more
/// (likewise). Few; none when nothing is so good.
std::vector<std::vector<int>> evolutionSeeds(
    const FitModel& model, const FitAnswer& start, const EvolutionOptions& options);

} // namespace aq
