#pragma once
#include "app/cli_progress.h"
#include "core/jobs/job.h"

#include <QStringList>

namespace aq::cli {

/// Writes a report in each of the files of --report. Existing files are replaced with `force`.
Result<void> writeReports(const QStringList& paths, const ValidationReport& report, bool force);

/// Prints the one line of a job that did not finish; the status to exit with. `path` is the model.
/// JSON progress also has an event for each of the errors.
int failedEnd(const JobEnd& end, const QString& path, ProgressStyle style = ProgressStyle::Quiet);

/// An event of JSON progress for each of the errors.
void tellErrors(const Failed& failed, int job = -1);

/// "2 failed and kept: a.weight, b.weight": five names at most. Empty: none failed.
QString keptText(const ValidationReport& report);

/// Tells on standard error what is below the threshold, when something is; the status to exit with.
int verdict(const ValidationReport& report, const QString& path);

} // namespace aq::cli
