#pragma once
#include "core/plan/quant_plan.h"
#include "core/validate/validation_report.h"

namespace aq {

/// A better way to store one tensor.
struct Raise {
    std::size_t tensor = 0; ///< Index in the header.
    Action action;          ///< To be its override.
    TensorPlan plan;        ///< What the target makes of that.
};

/// The tensors below their floor or the minimum cosine, worst first (by relative RMSE, then as they
/// lie in the source).
std::vector<std::size_t> missedTensors(const ValidationReport& report);

/// The next of 3, 4, 5, 6 and 8 bits that gives the tensor more bits than `now` and makes it no
/// larger than kept; then kept. Nothing when it is kept, or cast to floats, already, or when a
/// keep-list chose for it.
std::optional<Raise> nextRaise(
    const ModelHeader& header, const QuantPlan& plan, std::size_t tensor, const TensorPlan& now);

/// The recipe with each raise as the override of its tensor.
Recipe withRaises(Recipe recipe, const ModelHeader& header, const std::vector<Raise>& raises);

} // namespace aq
