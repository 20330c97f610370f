#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace aq {

/// One choice of a class, in whole numbers: sums are exact in any order, so that answers can be
/// compared and ties broken.
struct KnapsackItem {
    std::int64_t weight = 0;
    std::int64_t cost = 0;
    int choice = 0; ///< Of the problem that this was made from.
};

/// The items of a class that can be part of an answer: weights rise, costs fall, strictly.
using KnapsackClass = std::vector<KnapsackItem>;

/// Leaves the items that no other is as light and as cheap as; of equal ones the lowest choice.
KnapsackClass undominated(KnapsackClass items);

/// From one item of a class to the next on its lower convex hull.
struct KnapsackStep {
    double slope = 0; ///< Cost saved per weight added; falls from step to step of a class.
    std::int32_t owner = 0;
    std::int32_t from = 0, to = 0; ///< Items.
};

/// Those of all classes, steepest first; of equals, lower classes and lighter items first.
std::vector<KnapsackStep> hullSteps(const std::vector<KnapsackClass>& classes);

struct KnapsackSum {
    std::int64_t weight = 0, cost = 0;
    bool operator==(const KnapsackSum&) const = default;
};
/// Of one item per class.
KnapsackSum sumOf(const std::vector<KnapsackClass>& classes, const std::vector<int>& items);

/// The linear relaxation, where one step may be taken in part: greedy along the steps is exact.
struct Relaxation {
    std::vector<int> items;   ///< After all steps before the one that no longer fits.
    KnapsackSum sum;          ///< Of those.
    std::size_t breaking = 0; ///< That step; the number of steps: all fit.
    double bound = 0;         ///< Least cost of the relaxation.
};
/// @pre the lightest items fit.
Relaxation relaxed(const std::vector<KnapsackClass>& classes,
    const std::vector<KnapsackStep>& steps, std::int64_t capacity);

struct KnapsackAnswer {
    std::vector<int> items; ///< Per class.
    KnapsackSum sum;
    double bound = 0; ///< Of the relaxation.
    double slope = 0; ///< Of the step that breaks it: what a unit of weight is worth.
    bool isOptimal = false;
};

/// Least cost within `capacity`; of equals the least weight, then the lexicographically lowest
/// choices. Nothing: the lightest items are too heavy. See core_search.h for what `work` limits;
/// 0: greedy alone.
std::optional<KnapsackAnswer> solveKnapsack(
    const std::vector<KnapsackClass>& classes, std::int64_t capacity, std::int64_t work);

} // namespace aq
