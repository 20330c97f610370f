#pragma once
#include "core/jobs/job.h"
#include "core/jobs/tensor_task.h"

namespace aq {

/// What quantizeModel() does with each tensor, in the order in which the file holds them, and all
/// that its writer must know before the first byte.
struct PlannedFile {
    std::vector<TensorTask> tasks; ///< They refer to the request's source.
    OutputManifest manifest;
};

/// @param importance  of the columns, for the tasks that are to be run; null where only the file's
///                    layout is of interest, which does not depend on it
/// @return Unsupported, located at file and tensor, as of quantizeTasks().
Result<PlannedFile> plannedFile(const QuantizeRequest& request, const ImportanceMatrix* importance);

/// The format of the plan's target; it has a writer.
const Format& outputFormat(const QuantPlan& plan);

/// Key under which files that go out among other programs say what they were made from.
QString sourceHashKey();
bool hashesSource(const QuantizeRequest& request);

} // namespace aq
