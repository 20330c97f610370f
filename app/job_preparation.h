#pragma once
#include "core/jobs/job.h"
#include "core/jobs/queue_item.h"

namespace aq {

/// All that a job needs before its first tensor, or why there is none of it.
struct Preparation {
    ModelSource model = {};
    std::shared_ptr<const QuantPlan> plan = {};
    ImportancePtr importance = {};
    QString forced = {}; ///< Findings that were overruled; empty: none.
    std::optional<Error> error = {};
    bool otherModel = false; ///< The error: its files are not those that were meant.
};

/// Opens the model, or takes `known`, when it is the one that is meant and the disk still has it as
/// it was opened. Checks that it is the one that was meant, plans, and reads the importance matrix.
/// Touches the disk: for the background.
Preparation prepare(const JobSpec& spec, const ModelSource& known);

/// Notes in `spec` which files its model is, as it was when it was opened, so that prepare() can
/// tell when it is another one. Touches no disk.
void stamp(JobSpec& spec, const ModelSource& model);
/// Likewise for a model that is not open, by its path: opens it, for all its files count. For the
/// background. Nothing when there is no such file.
void stampFile(JobSpec& spec);

} // namespace aq
