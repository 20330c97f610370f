#pragma once
#include "core/base/result.h"
#include "core/table/arrowquant.h"
#include "core/table/quantize_table.h"

namespace aq {

/// The options of a call, all defaults for null. Programs built with an older header leave the last
/// ones out; of a newer one only those that are 0 can be done without. InvalidPlan otherwise, and
/// for values out of range, which are named.
Result<arrowquant_options> readOptions(const arrowquant_options* options);

TableOptions tableOptions(const arrowquant_options& options); ///< @pre readOptions() took them.

/// Progress and cancellation, as the options ask for them. Once a callback has thrown it is left
/// alone. Keeps a copy of the pointers.
TableControl tableControl(const arrowquant_options& options);

} // namespace aq
