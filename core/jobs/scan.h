#pragma once
#include "core/base/job_control.h"
#include "core/fit/sensitivity.h"
#include "core/jobs/job.h"

#include <QFuture>

class QThreadPool;

namespace aq {

/// What is measured, and how much of it.
struct ScanRequest {
    ModelSource source;
    std::shared_ptr<const Candidates> candidates;
    ImportancePtr importance = {};
    JobLimits limits = {};
    /// Tensors with more elements are sampled: runs of whole rows, spread evenly. 0: all is read.
    std::int64_t mostElements = 2 << 20;
    /// Folder of the cache; empty: none. What is found there is not measured again.
    QString cache = {};
};

/// What every candidate costs every tensor, in one streaming pass: each tile is read once and
/// encoded by all. Bounded memory, the same numbers for any number of threads. TensorDone comes per
/// tensor in order (scheme: empty); Progress has the stage "scan". Tensors that cannot be measured
/// (NaN) carry a problem. @return Cancelled, or what reading the files said.
Result<SensitivityPtr> scanModel(const ScanRequest& request, const JobControl& control);

struct Scanned {
    Result<SensitivityPtr> sensitivity;
};
using ScanEvent = std::variant<Progress, Scanned>;
/// The same in the background. A cancelled future may lack its Scanned.
QFuture<ScanEvent> startScan(QThreadPool& pool, ScanRequest request, GatePtr gate = {});

/// Bytes of the whole cache, and emptying it. Errors name the folder.
std::int64_t scanCacheBytes(const QString& folder);
Result<void> clearScanCache(const QString& folder);

} // namespace aq
