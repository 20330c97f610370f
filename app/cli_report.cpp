#include "app/cli_report.h"

#include "app/cli_output.h"
#include "core/interop/report_json.h"
#include "core/io/output_file.h"

namespace aq::cli {

using namespace Qt::StringLiterals;

Result<void> writeReports(const QStringList& paths, const ValidationReport& report)
{
    for (const QString& path : paths) {
        const auto bytes = reportFor(path, report);
        if (!bytes)
            return bytes.error();
        if (const auto written = writeFile(path, std::as_bytes(std::span(*bytes)), true); !written)
            return written.error();
    }
    return {};
}

int failedEnd(const JobEnd& end, const QString& path)
{
    if (std::holds_alternative<Cancelled>(end))
        return fail({ErrorCode::Cancelled, u"interrupted"_s, {}}, path);
    const Failed& failed = std::get<Failed>(end);
    Error error = failed.error;
    if (failed.errors.size() > 1)
        error.detail += u" (and %1 more)"_s.arg(failed.errors.size() - 1);
    return fail(error, path);
}

int verdict(const ValidationReport& report, const QString& path)
{
    const ReportSummary& summary = report.summary;
    if (summary.passed)
        return Done;
    const QString first = summary.failures.value(0, u"the model is below the threshold"_s);
    const QString more = summary.failures.size() > 1
        ? u" (and %1 more)"_s.arg(summary.failures.size() - 1)
        : QString();
    fail({ErrorCode::Unsupported, first + more, {}}, path);
    return BelowThreshold;
}

} // namespace aq::cli
