#include "core/fit/solver.h"
#include "core/fit/knapsack.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <tuple>

namespace aq {
namespace {

/// States of the exact search: less than a tenth of a second.
constexpr std::int64_t searchWork = 2'500'000;
/// Bits of the largest sum of costs as a whole number. What is lost is 2^-60 of it, far less than
/// doubles lose, and a sum of twice as much still fits.
constexpr int costBits = 60;
/// Problems are scaled again while the answer costs so little of the largest sum.
constexpr double coarse = 0x1p-12;

enum class Goal : std::uint8_t { Cost, Bytes };
using Choices = std::vector<std::vector<int>>; ///< Per tensor, into its choices.

/// Costs as whole numbers, by a power of two: costs of few digits stay exact.
class CostScale {
public:
    explicit CostScale(double largestSum)
        : m_exponent(largestSum > 0 ? costBits - 1 - std::ilogb(largestSum) : 0)
    {
    }
    double scaled(double cost) const { return std::ldexp(cost, m_exponent); }
    std::int64_t whole(double cost) const
    {
        return cost > 0 ? std::max<std::int64_t>(1, std::llround(scaled(cost))) : 0;
    }
    /// At most a quarter of what a sum can hold.
    std::int64_t floored(double cost) const
    {
        return std::int64_t(std::floor(std::min(scaled(cost), 0x1p61)));
    }
    double cost(double whole) const { return std::ldexp(whole, -m_exponent); }

private:
    int m_exponent;
};

/// The best choice of every tensor by itself.
template <typename Rank>
FitAnswer separately(const FitProblem& problem, Goal goal, Rank rank)
{
    std::vector<int> chosen;
    chosen.reserve(problem.tensors.size());
    for (const std::vector<FitChoice>& choices : problem.tensors)
        chosen.push_back(int(std::ranges::min_element(choices, {}, rank) - choices.begin()));
    FitAnswer answer = answerFor(problem, std::move(chosen));
    answer.bound = goal == Goal::Cost ? answer.cost : double(answer.bytes);
    answer.isOptimal = true;
    return answer;
}

FitAnswer cheapest(const FitProblem& problem, Goal goal)
{
    return separately(problem, goal,
        [](const FitChoice& choice) { return std::pair(choice.cost, choice.bytes); });
}

FitAnswer lightest(const FitProblem& problem, Goal goal)
{
    return separately(problem, goal,
        [](const FitChoice& choice) { return std::pair(choice.bytes, choice.cost); });
}

/// The choices that no other of the tensor beats or equals, fewest bytes first.
Choices undominated(const FitProblem& problem)
{
    Choices all(problem.tensors.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::vector<FitChoice>& choices = problem.tensors[i];
        std::vector<int> order(choices.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::sort(order, {}, [&](int j) {
            const FitChoice& choice = choices[std::size_t(j)];
            return std::tuple(choice.bytes, choice.cost, j);
        });
        for (const int j : order)
            if (all[i].empty()
                || choices[std::size_t(j)].cost < choices[std::size_t(all[i].back())].cost)
                all[i].push_back(j);
    }
    return all;
}

/// Some of a problem's choices in whole numbers: what is asked for is the cost, the rest the
/// weight.
class Scaled {
public:
    Scaled(const FitProblem& problem, Goal goal, const Choices& choices)
        : m_problem(problem)
        , m_goal(goal)
        , m_choices(choices)
        , m_sum(largestSum())
        , m_scale(m_sum)
        , m_classes(whole())
    {
    }
    std::optional<KnapsackAnswer> solve(std::int64_t capacity, std::int64_t work) const
    {
        return solveKnapsack(m_classes, capacity, work);
    }
    const std::vector<KnapsackClass>& classes() const { return m_classes; }
    const FitChoice& choiceOf(std::int32_t owner, std::int32_t item) const
    {
        return choice(std::size_t(owner), m_classes[std::size_t(owner)][std::size_t(item)].choice);
    }
    const CostScale& scale() const { return m_scale; }
    double sum() const { return m_sum; } ///< Of the largest costs.
    std::vector<int> chosen(const KnapsackAnswer& answer) const;
    Choices promising(const KnapsackAnswer& answer, std::int64_t rounding) const;

private:
    const FitChoice& choice(std::size_t tensor, int index) const
    {
        return m_problem.tensors[tensor][std::size_t(index)];
    }
    double largestSum() const;
    std::vector<KnapsackClass> whole() const;

    const FitProblem& m_problem;
    Goal m_goal;
    const Choices& m_choices;
    double m_sum;
    CostScale m_scale;
    std::vector<KnapsackClass> m_classes;
};

/// The first is the smallest, so it costs most.
double Scaled::largestSum() const
{
    double sum = 0;
    for (std::size_t i = 0; i < m_choices.size(); ++i)
        sum += choice(i, m_choices[i].front()).cost;
    return sum;
}

std::vector<KnapsackClass> Scaled::whole() const
{
    std::vector<KnapsackClass> classes(m_choices.size());
    for (std::size_t i = 0; i < classes.size(); ++i) {
        for (const int j : m_choices[i]) {
            const FitChoice& from = choice(i, j);
            const std::int64_t cost = m_scale.whole(from.cost);
            classes[i].push_back(m_goal == Goal::Cost ? KnapsackItem{from.bytes, cost, j}
                                                      : KnapsackItem{cost, from.bytes, j});
        }
        classes[i] = aq::undominated(std::move(classes[i]));
    }
    return classes;
}

std::vector<int> Scaled::chosen(const KnapsackAnswer& answer) const
{
    std::vector<int> chosen(answer.items.size());
    for (std::size_t i = 0; i < chosen.size(); ++i)
        chosen[i] = m_classes[i][std::size_t(answer.items[i])].choice;
    return chosen;
}

/// The choices that an answer as good as this one can have: with the breaking slope as the price of
/// weight, what one adds to the bound by itself is within the gap. Computed from the unrounded
/// costs; the gap is widened by all that rounding may hide.
Choices Scaled::promising(const KnapsackAnswer& answer, std::int64_t rounding) const
{
    const double hidden
        = 2 * double(rounding) * (1 + answer.slope) + double(answer.sum.cost) * 0x1p-40;
    const double gap = double(answer.sum.cost) - answer.bound + hidden;
    const auto priced = [&](std::size_t tensor, int index) {
        const FitChoice& from = choice(tensor, index);
        const double cost = m_scale.scaled(from.cost);
        return m_goal == Goal::Cost ? cost + answer.slope * double(from.bytes)
                                    : double(from.bytes) + answer.slope * cost;
    };
    Choices kept(m_choices.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        double least = priced(i, m_choices[i].front());
        for (const int j : m_choices[i])
            least = std::min(least, priced(i, j));
        const double error = least * 0x1p-48;
        std::ranges::copy_if(m_choices[i], std::back_inserter(kept[i]),
            [&](int j) { return priced(i, j) - least <= gap + error; });
    }
    return kept;
}

/// What is not to be exceeded, as a capacity. The goal is the other one.
struct Limit {
    Goal goal;
    std::int64_t bytes; ///< With Goal::Cost.
    double cost;        ///< With Goal::Bytes.
    double total;       ///< Likewise, with the problem's fixed cost.

    /// @param slack  whole numbers by which rounding may have made a sum of costs larger
    std::int64_t capacity(const Scaled& scaled, std::int64_t slack) const
    {
        return goal == Goal::Cost ? bytes : scaled.scale().floored(cost) + slack;
    }
    /// By how much a sum of costs in whole numbers may differ from one in doubles.
    std::int64_t rounding(const Scaled& scaled, std::size_t tensors) const
    {
        const double terms = double(tensors) + 1;
        return std::int64_t(tensors) + scaled.scale().floored(total * terms * 0x1p-53);
    }
};

/// What a greedy answer leaves worth looking at: of that little, sums are small and can be scaled
/// finer.
Choices narrowed(const FitProblem& problem, const Limit& limit)
{
    constexpr int rounds = 4;
    Choices choices = undominated(problem);
    for (int round = 0; round < rounds; ++round) {
        const Scaled scaled(problem, limit.goal, choices);
        const std::int64_t rounding = limit.rounding(scaled, choices.size());
        const auto answer = scaled.solve(limit.capacity(scaled, -rounding), 0);
        if (!answer || answer->isOptimal)
            break;
        const double cost
            = limit.goal == Goal::Cost ? scaled.scale().cost(double(answer->sum.cost)) : limit.cost;
        Choices fewer = scaled.promising(*answer, rounding);
        choices = std::move(fewer);
        if (cost > coarse * scaled.sum())
            break;
    }
    return choices;
}

} // namespace

FitAnswer answerFor(const FitProblem& problem, std::vector<int> chosen)
{
    FitAnswer answer{std::move(chosen), problem.fixedBytes, problem.fixedCost, 0, false};
    for (std::size_t i = 0; i < answer.chosen.size(); ++i) {
        const FitChoice& choice = problem.tensors[i][std::size_t(answer.chosen[i])];
        answer.bytes += choice.bytes;
        answer.cost += choice.cost;
    }
    return answer;
}

std::int64_t FitProblem::smallest() const { return lightest(*this, Goal::Bytes).bytes; }
std::int64_t FitProblem::largest() const { return cheapest(*this, Goal::Cost).bytes; }

std::optional<FitAnswer> leastCost(const FitProblem& problem, std::int64_t budget)
{
    if (problem.smallest() > budget)
        return {};
    if (FitAnswer best = cheapest(problem, Goal::Cost); best.bytes <= budget)
        return best;
    const Limit limit{Goal::Cost, budget - problem.fixedBytes, 0, 0};
    const Choices choices = narrowed(problem, limit);
    const Scaled scaled(problem, Goal::Cost, choices);
    const auto found = scaled.solve(limit.bytes, searchWork);
    FitAnswer answer = answerFor(problem, scaled.chosen(*found));
    answer.bound = std::min(answer.cost, problem.fixedCost + scaled.scale().cost(found->bound));
    answer.isOptimal = found->isOptimal;
    return answer;
}

std::optional<FitAnswer> leastBytes(const FitProblem& problem, double most)
{
    if (FitAnswer best = lightest(problem, Goal::Bytes); best.cost <= most)
        return best;
    FitAnswer answer = cheapest(problem, Goal::Bytes);
    if (!(answer.cost <= most))
        return {};
    const Limit limit{Goal::Bytes, 0, most - problem.fixedCost, most};
    const Choices choices = narrowed(problem, limit);
    const Scaled scaled(problem, Goal::Bytes, choices);
    const std::int64_t rounding = limit.rounding(scaled, choices.size());
    for (const std::int64_t slack : {rounding, std::int64_t(0), -rounding}) {
        const auto found = scaled.solve(limit.capacity(scaled, slack), searchWork);
        if (!found)
            continue;
        FitAnswer candidate = answerFor(problem, scaled.chosen(*found));
        if (candidate.cost > most) // By less than the rounding of sums.
            continue;
        candidate.bound
            = std::min(double(candidate.bytes), double(problem.fixedBytes) + found->bound);
        candidate.isOptimal = found->isOptimal;
        return candidate;
    }
    answer.bound = 0;
    answer.isOptimal = false;
    return answer;
}

std::vector<FitPoint> fitCurve(const FitProblem& problem)
{
    const Choices choices = undominated(problem);
    const Scaled scaled(problem, Goal::Cost, choices);
    const std::vector<KnapsackStep> steps = hullSteps(scaled.classes());
    std::vector<FitPoint> points(steps.size() + 1);
    const FitAnswer last = cheapest(problem, Goal::Cost);
    points.back() = {last.bytes, last.cost};
    for (std::size_t i = steps.size(); i-- > 0;) { // Backwards, as adding loses no digits.
        const FitChoice& from = scaled.choiceOf(steps[i].owner, steps[i].from);
        const FitChoice& to = scaled.choiceOf(steps[i].owner, steps[i].to);
        points[i] = {points[i + 1].bytes - (to.bytes - from.bytes),
            points[i + 1].cost + (from.cost - to.cost)};
    }
    return points;
}

} // namespace aq
