#include "core/fit/evolution_seeds.h"

#include <algorithm>
#include <array>

namespace aq {
namespace {

/// The solver's answer with usable choices only for which `allowed(position, choice)` holds;
/// nothing: none is within the budget.
template <typename Allowed>
std::optional<std::vector<int>> answerWith(
    const FitModel& model, std::int64_t budget, const Allowed& allowed)
{
    FitProblem problem{{}, model.problem.fixedBytes, model.problem.fixedCost};
    std::vector<std::vector<int>> indices;
    for (std::size_t i = 0; i < model.free.size(); ++i) {
        std::vector<FitChoice> choices;
        std::vector<int> kept;
        for (int j = 0; j < int(model.problem.tensors[i].size()); ++j)
            if (isUsable(model, i, j) && allowed(i, j)) {
                choices.push_back(model.problem.tensors[i][std::size_t(j)]);
                kept.push_back(j);
            }
        if (choices.empty())
            return {};
        problem.tensors.push_back(std::move(choices));
        indices.push_back(std::move(kept));
    }
    auto answer = leastCost(problem, budget);
    if (!answer)
        return {};
    for (std::size_t i = 0; i < answer->chosen.size(); ++i)
        answer->chosen[i] = indices[i][std::size_t(answer->chosen[i])];
    return std::move(answer->chosen);
}

double worstOf(const FitModel& model, const FitAnswer& answer)
{
    double worst = 0;
    for (std::size_t i = 0; i < answer.chosen.size(); ++i)
        worst = std::max(worst, relRmseOf(model, i, answer.chosen[i]));
    return worst;
}

} // namespace

std::vector<std::vector<int>> evolutionSeeds(
    const FitModel& model, const FitAnswer& start, const EvolutionOptions& options)
{
    std::vector<std::vector<int>> seeds;
    const auto add = [&](std::optional<std::vector<int>> chosen) {
        if (chosen)
            seeds.push_back(*std::move(chosen));
    };
    if (options.objective.missed > 0)
        add(answerWith(
            model, options.budget, [&](std::size_t i, int j) { return !isMissed(model, i, j); }));
    if (options.objective.worst > 0) {
        constexpr std::array parts{0.9, 0.8, 0.65, 0.5, 0.35};
        const double worst = worstOf(model, start);
        for (const double part : parts)
            add(answerWith(model, options.budget,
                [&](std::size_t i, int j) { return relRmseOf(model, i, j) <= part * worst; }));
    }
    return seeds;
}

} // namespace aq
