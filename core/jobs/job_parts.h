#pragma once
#include "core/jobs/job.h"
#include "core/jobs/tensor_pipeline.h"

#include <optional>

namespace aq {

JobEnd failedWith(const Error& error); ///< One error that ends a job.

/// The first error of a job that did not finish; Cancelled when it was cancelled.
Error errorOf(const JobEnd& end);

/// How a pipeline ended its job; nothing when it is complete and the job goes on.
std::optional<JobEnd> endOf(TensorPipeline& pipeline);

/// All tensors in source order; the source's metadata with `ours` on top.
OutputManifest manifestFor(const ModelSource& source, const std::vector<TensorTask>& tasks,
    const QMap<QString, QString>& ours, bool overwrite);

std::int64_t dataBytes(const OutputManifest& manifest); ///< Of all tensors, without headers.

/// "ArrowQuant 0.1.0", as files and reports name their maker.
QString programText();

} // namespace aq
