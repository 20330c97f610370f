#pragma once
#include "core/fit/knapsack.h"

namespace aq {

/// A knapsack problem and what its relaxation says.
struct RelaxedKnapsack {
    const std::vector<KnapsackClass>& classes;
    const std::vector<KnapsackStep>& steps;
    const Relaxation& start; ///< With a step that does not fit.
    std::int64_t capacity;
};

/// Improves `answer`, which is within the capacity, and proves it optimal if it can.
///
/// Dynamic programming over a core that grows: first the class whose step did not fit, then, by
/// turns, the class with the steepest step not yet taken and that with the flattest one taken; all
/// others stay as the relaxation left them. A state is an answer for the core. It is dropped when
/// another is as light and as cheap, and when even the next steps' slopes, taken in part, cannot
/// make it better than the best answer so far. No state left: proved.
///
/// It runs with short lists of the most promising states first, for a better answer prunes more,
/// and with whole ones last.
///
/// @param work  states made and what takes as long, over all runs: a count, not a clock, so that
///              the answer is the same on any machine. When it is spent the best so far stands.
/// @see Pisinger, "A minimal algorithm for the multiple-choice knapsack problem", European Journal
///      of Operational Research 83 (1995): the core and its order. The lists are ours.
void searchCore(const RelaxedKnapsack& problem, std::int64_t work, KnapsackAnswer& answer);

} // namespace aq
