#pragma once
#include "core/jobs/scan.h"
#include "core/jobs/scan_memory.h"

namespace aq {

/// scanModel() without a cache: what `memory` knows is not measured, what is measured is added to
/// it, also by a pass that is cancelled.
Result<SensitivityPtr> scanPass(
    const ScanRequest& request, const JobControl& control, ScanMemory& memory);

} // namespace aq
