#pragma once
#include "app/cli_planned.h"
#include "core/jobs/fit_job.h"

namespace aq::cli {

extern const std::vector<Option> fitOptions; ///< Part of the plan options.

/// --fit, --max-error, --max-tensor-error and --error-weight, as a recipe holds them. What the
/// recipe's file had chosen is forgotten: the wish is another one. InvalidPlan: wrong usage.
Result<void> applyFit(Recipe& recipe, const Arguments& arguments);

/// A size or an error is asked for, and nothing was chosen for it yet.
bool wantsFit(const Recipe& recipe);

struct Fitted {
    FitModelPtr model;
    FittedFile file;
};
/// Where the plan's recipe asks for it, measures what is not known yet and puts the plan of the
/// types that were chosen in place of `planned.plan`; nothing where it does not.
/// @param metadata  more entries that the file will have
/// @return Cancelled: interrupted while measuring. InvalidPlan, located at the model: nothing fits.
Result<std::optional<Fitted>> fitPlanned(
    Planned& planned, const Arguments& arguments, const QMap<QString, QString>& metadata = {});

/// "6.43 MiB of 6.50 MiB, error 0.0312 (30.1 dB), worst 0.071 blk.3.weight": one line for people.
QString fitText(const Fitted& fitted);

} // namespace aq::cli
