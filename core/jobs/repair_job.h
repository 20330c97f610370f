#pragma once
#include "core/jobs/job.h"

namespace aq {

/// A file that was written and validated, and what its plan and its report were.
struct RepairRequest {
    QuantizeRequest job;     ///< As it was run; `job.output` is the finished file, and replaced.
    ValidationReport report; ///< Of it.
    std::int64_t budget = 0; ///< The repaired file may have no more bytes; 0: no limit.
};

/// The next step: the recipe with every tensor that missed its floor or the minimum cosine raised
/// by one width (2, 3, 4, 5, 6, 8 bits, then kept); nothing when no tensor missed one or none can
/// be raised. Tensors chosen by keep-lists are never touched; overrides of the person are raised as
/// well, for repair was asked for.
std::optional<Recipe> raisedRecipe(
    const ModelHeader& header, const QuantPlan& plan, const ValidationReport& report);

/// Raises what missed a limit, measures it on the source and raises it again, until all pass,
/// nothing can be raised, or the budget is reached; then writes the file that quantizeModel() would
/// write by the recipe so found, byte for byte: only raised tensors are quantized, all others'
/// bytes are taken from the finished file. The file is replaced only by a validated better one; a
/// failure or a cancel leaves it as it was, and nothing besides. Progress has the stage "repair",
/// then "validate"; TensorDone comes for raised tensors only. Finished::report is of the file as it
/// lies there in the end, passed or not.
///
/// quantizeModel() does the same before its file gets its name, if Recipe::repair is set, within
/// Recipe::fitBytes.
JobEnd repairModel(const RepairRequest& request, const JobControl& control);

/// Whether repairModel() put another file in the place of the first: then its report is of that,
/// else the very report that it was given.
bool isReplaced(const ValidationReport& before, const ValidationReport& after);

} // namespace aq
