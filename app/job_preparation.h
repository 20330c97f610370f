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
    bool otherModel = false; ///< The error: the file is not the one that was queued.
};

/// Opens the model (or takes `known`, when it is that model), checks that it is the one that was
/// meant, plans, and reads the importance matrix. Touches the disk: for the background.
Preparation prepare(const JobSpec& spec, const ModelSource& known);

/// Notes in `spec` which file its model is, so that prepare() can tell when it is another one.
void stamp(JobSpec& spec, const ModelSource& model);
/// Likewise for a model that is not open, by its path. Nothing when there is no such file.
void stampFile(JobSpec& spec);

} // namespace aq
