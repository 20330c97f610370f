#pragma once
#include "core/jobs/job.h"
#include "core/jobs/tensor_task.h"

#include <QJsonObject>

namespace aq {

/// What a journal must agree on with a job that goes on with it. Two jobs of one identity write the
/// same bytes to the same place:
///
/// - `program`: name and version, as other ones may encode otherwise;
/// - `files`: path, size in bytes and time of change (ms since 1970) of every file of the model;
/// - `header`: SHA-256 over names, types, shapes and places of its tensors and over its metadata;
/// - `plan`: SHA-256 over what is done with each tensor, in the order they are written, with the
///   importance of its columns, and over everything else that goes into the file;
/// - `output`: the final path.
QJsonObject jobIdentity(const QuantizeRequest& request, const std::vector<TensorTask>& tasks,
    const OutputManifest& manifest);

} // namespace aq
