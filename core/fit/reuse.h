#pragma once
#include "core/fit/sensitivity.h"

namespace aq {

/// What was measured of the same model for other candidates, put together for `wanted`: locking a
/// row, or freeing it, measures nothing anew. Null: something of `wanted` was not measured.
SensitivityPtr reusedSensitivity(
    const Candidates& wanted, const Candidates& had, const Sensitivity& measured);

} // namespace aq
