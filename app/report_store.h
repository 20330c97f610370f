#pragma once
#include "core/base/result.h"
#include "core/validate/validation_report.h"

#include <QSet>

namespace aq {

/// The reports of finished jobs, each a file in a folder beside the queue's list: they are read
/// only when somebody looks at one. A file is known by its name; other names than ours are nothing
/// that would be read or removed.

QString newReportName(int job); ///< Of no other file. Touches no disk.

// For the background.
Result<void> writeReport(const QString& name, const ValidationReport& report);
Result<ValidationReport> readReport(const QString& name);
void removeReport(const QString& name);
/// Those that no job has any more. @param kept  names of those that have
QStringList strayReports(const QSet<QString>& kept);

} // namespace aq
