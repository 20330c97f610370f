#pragma once
#include "app/cli_arguments.h"
#include "core/jobs/scan.h"

namespace aq::cli {

extern const std::vector<Option> scanOptions; ///< --full and --no-cache: how much is measured.

/// What every type costs every tensor of a model.
struct Scan {
    std::shared_ptr<const Candidates> candidates;
    SensitivityPtr sensitivity;
};

/// Measures what the cache does not know, with --threads, --memory, --full and --no-cache; the
/// progress is told on standard error. The cache is the window's own. Cancelled: interrupted.
/// InvalidPlan, not located: the recipe's target leaves no choice.
Result<Scan> scanFor(const ModelSource& source, const Recipe& recipe,
    const ImportancePtr& importance, const Arguments& arguments);

/// `measure --all`: prints them all, for people or as JSON. The status to exit with.
int measureAll(const Arguments& arguments);

} // namespace aq::cli
