#include "core/fit/evolution_seeds.h"
#include "core/fit/fit_blocks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace aq {
namespace {

/// The solver's answer for other costs of the usable choices; nothing: none is within the budget.
/// @param costOf  by position and choice; nothing: the choice is not allowed
template <typename CostOf>
std::optional<std::vector<int>> solvedFor(
    const FitModel& model, std::int64_t budget, const CostOf& costOf)
{
    FitProblem problem{{}, model.problem.fixedBytes, 0};
    std::vector<std::vector<int>> indices;
    for (std::size_t i = 0; i < model.free.size(); ++i) {
        const std::vector<FitChoice>& all = model.problem.tensors[i];
        std::vector<FitChoice> choices;
        std::vector<int> allowed;
        for (int j = 0; j < int(all.size()); ++j) {
            const std::optional<double> cost
                = isUsable(model, i, j) ? costOf(i, j) : std::optional<double>();
            if (!cost)
                continue;
            choices.push_back({all[std::size_t(j)].bytes, *cost});
            allowed.push_back(j);
        }
        if (choices.empty())
            return {};
        problem.tensors.push_back(std::move(choices));
        indices.push_back(std::move(allowed));
    }
    auto answer = leastCost(problem, budget);
    if (!answer)
        return {};
    for (std::size_t i = 0; i < answer->chosen.size(); ++i)
        answer->chosen[i] = indices[i][std::size_t(answer->chosen[i])];
    return std::move(answer->chosen);
}

/// Only choices for which `allowed(position, choice)` holds.
template <typename Allowed>
std::optional<std::vector<int>> answerWith(
    const FitModel& model, std::int64_t budget, const Allowed& allowed)
{
    return solvedFor(model, budget, [&](std::size_t i, int j) {
        return allowed(i, j) ? std::optional(model.problem.tensors[i][std::size_t(j)].cost)
                             : std::nullopt;
    });
}

/// Answers in which the costs of bad blocks count more and more, so that they become alike.
class BlockBalance {
public:
    BlockBalance(const FitModel& model, const FitAnswer& start)
        : m_model(model)
        , m_blocks(model)
        , m_factors(m_blocks.fixedCosts.size(), 1)
        , m_chosen(start.chosen)
    {
    }
    /// The next one; nothing: there is none.
    std::optional<std::vector<int>> next(std::int64_t budget)
    {
        sharpen();
        auto chosen = solvedFor(m_model, budget, [&](std::size_t i, int j) {
            return std::optional(cost(i, j) * m_factors[m_blocks.ofGene[i]]);
        });
        if (chosen)
            m_chosen = *chosen;
        return chosen;
    }

private:
    double cost(std::size_t i, int j) const
    {
        return m_model.problem.tensors[i][std::size_t(j)].cost;
    }
    void sharpen()
    {
        std::vector<double> costs = m_blocks.fixedCosts;
        for (std::size_t i = 0; i < m_chosen.size(); ++i)
            costs[m_blocks.ofGene[i]] += cost(i, m_chosen[i]);
        const double worst = *std::ranges::max_element(costs);
        constexpr double mildest = 0.01; // Blocks without errors are not given away altogether.
        for (std::size_t b = 0; b < costs.size() && worst > 0; ++b)
            m_factors[b] *= std::sqrt(std::max(mildest, costs[b] / worst));
        const double most = *std::ranges::max_element(m_factors);
        for (double& factor : m_factors)
            factor /= most;
    }

    const FitModel& m_model;
    FitBlocks m_blocks;
    std::vector<double> m_factors;
    std::vector<int> m_chosen;
};

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
    if (options.objective.block > 0 && !model.free.empty()) {
        constexpr int rounds = 5;
        BlockBalance balance(model, start);
        for (int i = 0; i < rounds; ++i)
            add(balance.next(options.budget));
    }
    return seeds;
}

} // namespace aq
