#pragma once
#include "core/analysis/importance.h"
#include "core/plan/quant_plan.h"

namespace aq {

/// What an importance matrix does to the tensors that a plan quantizes. Casts to another float type
/// are not counted: nothing is chosen there.
struct Weighing {
    std::int64_t quantized = 0; ///< All of them; the next four are disjoint parts.
    std::int64_t weighed = 0;   ///< Their columns' weights are used.
    std::int64_t misfits = 0;   ///< The matrix has another number of columns for them.
    std::int64_t silent = 0;    ///< All of their weights are zero.
    std::int64_t ignored = 0;   ///< Their scheme and options take no weights.
};

/// @pre `plan` is of `header`.
Weighing weighingOf(
    const ModelHeader& header, const QuantPlan& plan, const ImportanceMatrix& importance);

} // namespace aq
