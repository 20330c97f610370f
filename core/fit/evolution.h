#pragma once
#include "core/base/job_control.h"
#include "core/fit/fit.h"

namespace aq {

/// What the refinement makes small: more than a sum over tensors can say. Each term is 0 when
/// nothing changes.
struct FitObjective {
    double total = 1;  ///< Weight of the total error, relative to the start's.
    double worst = 0;  ///< Of the worst tensor's error, relative to the start's.
    double block = 0;  ///< Of the worst block's summed cost, relative to the start's.
    double missed = 0; ///< Of the share of tensors below their floors.
};

struct EvolutionOptions {
    FitObjective objective = {};
    std::int64_t budget = 0; ///< Bytes, never exceeded; the start is within it.
    std::uint64_t seed = 1;
    int population = 20, generations = 200;
    int stagnant = 40;      ///< Ends after so many generations without progress.
    double crossover = 0.7; ///< Chance that a child has two parents.
    double mutations = 1;   ///< Genes changed per child, on average.
    double elite = 0.1;     ///< Share that lives on unchanged.
    int tournament = 3;
};

struct EvolutionStep {
    int generation = 0;
    double best = 0, mean = 0; ///< Of the objective.
};

struct Evolution {
    FitAnswer answer;             ///< Never worse than the start; the start when cancelled at once.
    double before = 0, after = 0; ///< The objective.
    std::vector<EvolutionStep> history;
    bool cancelled = false;
};

/// Seed 000's evolutionary search over one gene per tensor, begun from the solver's answer.
/// The same seed gives the same answer. Progress has the stage "refine" and counts generations.
/// A start with a choice that is not usable, or without any choice, is returned as it is.
Evolution refine(const FitModel& model, const FitAnswer& start, const EvolutionOptions& options,
    const JobControl& control, const std::function<void(const EvolutionStep&)>& stepped = {});

} // namespace aq
