#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace aq {

/// One choice for one tensor.
struct FitChoice {
    std::int64_t bytes = 0; ///< In the file, padding included.
    double cost = 0;        ///< What it adds to the total error; finite, not negative.
};

/// Choose one of each tensor's choices: the multiple-choice knapsack problem.
struct FitProblem {
    std::vector<std::vector<FitChoice>> tensors; ///< None empty.
    std::int64_t fixedBytes = 0;                 ///< That every answer takes besides.
    double fixedCost = 0;

    std::int64_t smallest() const; ///< Fewest bytes that any answer takes.
    std::int64_t largest() const;  ///< Bytes of the answer of least cost (of these, the smallest).
};

struct FitAnswer {
    std::vector<int> chosen; ///< Per tensor, an index into its choices.
    std::int64_t bytes = 0;  ///< With fixedBytes.
    double cost = 0;         ///< With fixedCost.
    /// What no answer can beat: the linear relaxation's cost (or bytes, for leastBytes()).
    double bound = 0;
    bool isOptimal = false; ///< Proved: no other answer is better.
};

/// These choices, added up: no bound, no proof.
FitAnswer answerFor(const FitProblem& problem, std::vector<int> chosen);

/// Least cost within `budget` bytes; nothing when even smallest() is over it. Exact where the
/// search ends within its limit of work (practically always for a dozen tensors), else within the
/// gap to `bound`. Never over budget; the same answer every time, ties broken by fewer bytes and
/// then by lower indices. Costs that differ by less than 2^-60 of the total count as equal. The
/// bytes of all tensors together stay under 2^62.
std::optional<FitAnswer> leastCost(const FitProblem& problem, std::int64_t budget);

/// Fewest bytes with a total cost of at most `most`, of equals the least cost, then the lowest
/// indices; nothing when there is no such answer (also for NaN).
std::optional<FitAnswer> leastBytes(const FitProblem& problem, double most);

/// The answers on the lower convex hull, from the smallest to the one of least cost: where the
/// linear relaxation is exact. For drawing.
struct FitPoint {
    std::int64_t bytes = 0;
    double cost = 0;
};
std::vector<FitPoint> fitCurve(const FitProblem& problem);

} // namespace aq
