#pragma once
#include "core/jobs/job.h"

#include <QStringList>

namespace aq::cli {

/// Writes a report in each of the files of --report.
Result<void> writeReports(const QStringList& paths, const ValidationReport& report);

/// Prints the one line of a job that did not finish; the status to exit with. `path` is the model.
int failedEnd(const JobEnd& end, const QString& path);

/// Tells on standard error what is below the threshold, when something is; the status to exit with.
int verdict(const ValidationReport& report, const QString& path);

} // namespace aq::cli
