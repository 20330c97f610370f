#pragma once
#include "core/jobs/repair_job.h"

namespace aq {

/// What a repair would write in place of the finished file.
struct RepairChoice {
    QuantPlan plan; ///< Of the recipe with all raises.
    bool isChanged = false;
};

/// Raises the tensors that missed a limit, measures them on the source, and raises those again that
/// still miss theirs: until all hold, no width is left, or the file would exceed the budget. Worst
/// tensors are served first. Reads the raised tensors only and writes nothing.
/// @return Cancelled, or what reading the source or planning said.
Result<RepairChoice> chooseRepair(const RepairRequest& request, const JobControl& control);

} // namespace aq
