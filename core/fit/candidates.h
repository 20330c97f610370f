#pragma once
#include "core/plan/quant_plan.h"

namespace aq {

/// One way to store a tensor, and exactly what it takes in the file.
struct Candidate {
    Action action;   ///< That makes a plan choose it: a rule of Recipe::fitted.
    TensorPlan plan; ///< What the target makes of it. Its chain is left out: there are many.
};

/// Whether both store the same values in the same bytes: all groups of a whole row and more are
/// one.
bool isAlike(const TensorPlan& a, const TensorPlan& b);

/// What the solver may choose from, tensor by tensor, in the order of the header. A tensor that the
/// recipe speaks about (keep-list, rule, pattern, override), and one that is no float, has none:
/// the plan decides.
struct Candidates {
    QuantPlan base; ///< Of the recipe without what was fitted before: what the others get.
    std::vector<std::vector<Candidate>> tensors; ///< Fewest bytes first; no two alike.
    std::vector<QString> names;                  ///< Of all tensors, as in the header.

    std::int64_t count() const; ///< Of all tensors.
};

/// Every type that the target's readers take and have fast code for, and for affine types every
/// group size of groupSizes() but 0; "keep" as well, and F16 where that is smaller. What does not
/// fit a tensor is left out; of group sizes that are alike the recipe's is taken, else the
/// smallest. Errors as of makePlan(); InvalidPlan when the target writes decoded floats, for no
/// choice changes their size.
Result<Candidates> candidatesFor(const ModelHeader& header, const Recipe& recipe);

} // namespace aq
