#include "app/cli_report.h"

#include "app/cli_output.h"
#include "core/base/printable.h"
#include "core/interop/report_json.h"
#include "core/io/output_file.h"

namespace aq::cli {

using namespace Qt::StringLiterals;

Result<void> writeReports(const QStringList& paths, const ValidationReport& report, bool force)
{
    for (const QString& path : paths) {
        const auto bytes = reportFor(path, report);
        if (!bytes)
            return bytes.error();
        if (const auto written = writeFile(path, std::as_bytes(std::span(*bytes)), force); !written)
            return written.error();
    }
    return {};
}

void tellErrors(const Failed& failed, int job)
{
    const std::vector<Error> one{failed.error};
    for (const Error& error : failed.errors.empty() ? one : failed.errors) {
        const qsizetype colon = error.where.indexOf(u": "_s); // "model.safetensors: blk.0.weight"
        printJsonError(colon < 0 ? QString() : error.where.mid(colon + 2), error.detail, job);
    }
}

int failedEnd(const JobEnd& end, const QString& path, ProgressStyle style)
{
    if (std::holds_alternative<Cancelled>(end))
        return fail({ErrorCode::Cancelled, u"interrupted"_s, {}}, path);
    const Failed& failed = std::get<Failed>(end);
    if (style == ProgressStyle::Json)
        tellErrors(failed);
    Error error = failed.error;
    if (failed.errors.size() > 1)
        error.detail += u" (and %1 more)"_s.arg(failed.errors.size() - 1);
    return fail(error, path);
}

QString keptText(const ValidationReport& report)
{
    constexpr qsizetype mostNames = 5;
    QStringList names;
    for (const TensorReport& tensor : report.tensors)
        if (tensor.status == aq::Status::Failed)
            names += printable(tensor.name);
    if (names.isEmpty())
        return {};
    const qsizetype others = names.size() - mostNames;
    return u"%1 failed and kept: "_s.arg(names.size()) + names.mid(0, mostNames).join(u", "_s)
        + (others > 0 ? u" and %1 more"_s.arg(others) : QString());
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
