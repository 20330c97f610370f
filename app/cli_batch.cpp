#include "app/cli.h"
#include "app/cli_batch_run.h"
#include "app/cli_options.h"
#include "app/cli_planned.h"
#include "core/io/byte_source.h"

#include <QFileInfo>

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAtOnce = 64;
constexpr std::int64_t longestList = 64 << 20;

Result<int> atOnceFrom(const Arguments& arguments)
{
    if (!arguments.has("--at-once"_L1))
        return 1;
    bool isNumber = false;
    const int count = arguments.value("--at-once"_L1).toInt(&isNumber);
    if (!isNumber || count < 1 || count > mostAtOnce)
        return Error{ErrorCode::InvalidPlan,
            u"--at-once: '%1' is not a number from 1 to %2"_s.arg(arguments.value("--at-once"_L1))
                .arg(mostAtOnce),
            {}};
    return count;
}

Result<BatchSettings> settingsFrom(const Arguments& arguments)
{
    const auto atOnce = atOnceFrom(arguments);
    if (!atOnce)
        return atOnce.error();
    const auto limits = limitsFrom(arguments);
    if (!limits)
        return limits.error();
    const auto style = progressFrom(arguments);
    if (!style)
        return style.error();
    return BatchSettings{.path = arguments.positional[0],
        .atOnce = *atOnce,
        .limits = *limits,
        .force = arguments.has("--force"_L1),
        .forceFindings = arguments.has("--force-findings"_L1),
        .resumes = arguments.has("--resume"_L1),
        .style = *style};
}

Result<std::vector<BatchJob>> jobsIn(const QString& path)
{
    const auto file = openFile(path);
    if (!file)
        return Error{file.error().code, file.error().detail, path};
    if ((*file)->size() > longestList)
        return Error{ErrorCode::Corrupt, u"is too long for a list of jobs"_s, path};
    const auto bytes = readBytes(**file, 0, (*file)->size());
    if (!bytes)
        return Error{bytes.error().code, bytes.error().detail, path};
    auto jobs = batchFrom(
        QByteArray(reinterpret_cast<const char*>(bytes->data()), qsizetype(bytes->size())),
        QFileInfo(path).path());
    if (!jobs)
        return jobs.error().in(path);
    return jobs;
}

} // namespace

int batch(const Arguments& arguments)
{
    const auto settings = settingsFrom(arguments);
    if (!settings)
        return failFor(settings.error(), settings.error().where, "batch");
    auto jobs = jobsIn(settings->path);
    const std::size_t count = jobs ? jobs->size() : 0;
    const int status
        = jobs ? BatchRun(*settings, *std::move(jobs)).run() : fail(jobs.error(), settings->path);
    if (settings->style == ProgressStyle::Json)
        printJsonBatch(status, count);
    return status;
}

} // namespace aq::cli
