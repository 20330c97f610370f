#pragma once
#include "app/cli_arguments.h"
#include "app/cli_progress.h"
#include "core/jobs/job.h"

namespace aq::cli {

/// Everything about a quantize run that can be wrong before the model is opened.
struct QuantizeArguments {
    QString path, output;
    Recipe recipe = {};
    JobLimits limits = {};
    QStringList reports = {};
    ProgressStyle style = ProgressStyle::Quiet;
    Thresholds thresholds = {};
};

/// Checks the arguments of `quantize`. Errors about a file are located at it; all others are wrong
/// usage (InvalidPlan).
/// @param start  the recipe that the options change; null: that of --recipe and --profile
Result<QuantizeArguments> quantizeArguments(
    const Arguments& arguments, const Recipe* start = nullptr);

/// Opens the model, plans, looks for findings that block: what is left is the job.
Result<QuantizeRequest> quantizeRequest(
    const QuantizeArguments& checked, const Arguments& arguments);

/// ".<name>.journal" beside an output: what `--resume` goes on with.
QString journalFor(const QString& output);

Result<ProgressStyle> progressFrom(const Arguments& arguments);

} // namespace aq::cli
