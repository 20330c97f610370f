#pragma once
#include "core/jobs/job.h"

namespace aq {

/// Opens the very file that will be committed, and compares it with the source.
Result<ValidationReport> validateWritten(
    const QuantizeRequest& request, const QString& path, const JobControl& control);

/// The control of a later part of a job, whose progress continues that of the first `before` bytes;
/// no TensorDone comes of it. `control` outlives it.
/// @param afterwards  bytes that the part itself reports
JobControl laterPart(const JobControl& control, std::int64_t before, std::int64_t afterwards);

} // namespace aq
