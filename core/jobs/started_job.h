#pragma once
#include "core/jobs/job.h"

#include <functional>
#include <memory>
#include <optional>

namespace aq {

/// A job in the background. Qt takes no result from a job whose future was cancelled, also when the
/// word came too late: the file may have got its name already. What such a job said in the end is
/// beside its future.
struct StartedJob {
    QFuture<JobEvent> events;
    /// To be read once `events` has finished. Nothing: the end is the last event, or the job was
    /// cancelled before it began.
    std::shared_ptr<const std::optional<JobEnd>> end;
};

/// Runs `job` on `pool`; what it throws becomes Failed. See job.h for what it tells.
StartedJob startJob(
    QThreadPool& pool, std::function<JobEnd(const JobControl&)> job, GatePtr gate = {});

} // namespace aq
