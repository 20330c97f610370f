#include "core/jobs/job_parts.h"
#include "core/jobs/preflight.h"
#include "core/jobs/report_parts.h"
#include "core/jobs/source_hash.h"
#include "core/plan/target_metadata.h"
#include "core/validate/validate.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

namespace aq {
namespace {

const QString sourceHashKey = QStringLiteral("arrowquant.source_sha256");

/// Files that go out among other programs say what they were made from.
bool hashesSource(const QuantizeRequest& request)
{
    return request.hashSource
        && QLatin1StringView(request.plan.target->format) == QLatin1StringView("gguf");
}

QMap<QString, QString> ourMetadata(const QuantizeRequest& request)
{
    QMap<QString, QString> ours = targetMetadata(request.source.header(), request.plan);
    ours.insert(QStringLiteral("arrowquant.recipe"),
        QString::fromUtf8(toJson(withoutFolders(request.plan.recipe))));
    ours.insert(QStringLiteral("arrowquant.source"),
        QFileInfo(QDir::cleanPath(request.source.path())).fileName());
    ours.insert(QStringLiteral("arrowquant.program"), programText());
    if (hashesSource(request))
        ours.insert(sourceHashKey, SourceHash::placeholder(request.source));
    ours.insert(request.metadata);
    return ours;
}

Result<void> writeHash(
    std::optional<SourceHash>& hash, ModelWriter& writer, const JobControl& control)
{
    if (!hash)
        return {};
    const auto text = hash->text(control.cancelled);
    return text ? writer.setMetadata(sourceHashKey, *text) : text.error();
}

/// Validation is the second half of the job: its progress continues that of the first.
JobControl secondHalf(const JobControl& control, std::int64_t before, std::int64_t afterwards)
{
    JobControl part = control;
    part.tensorDone = [](const TensorDone&) {};
    part.progress = [&control, before, afterwards](const Progress& progress) {
        const double share
            = progress.bytesTotal ? double(progress.bytesDone) / double(progress.bytesTotal) : 1;
        control.progress({before + std::int64_t(share * double(afterwards)), before + afterwards,
            progress.stage, progress.tensor});
    };
    return part;
}

/// Checks that the result fits, and starts its file.
Result<std::unique_ptr<ModelWriter>> startOutput(
    const QuantizeRequest& request, const Format& format, const std::vector<TensorTask>& tasks)
{
    const OutputManifest manifest
        = manifestFor(request.source, tasks, ourMetadata(request), request.overwrite);
    if (const auto fits
        = checkOutput(request.source, request.output, request.overwrite, dataBytes(manifest));
        !fits)
        return fits.error();
    return format.create(request.output, manifest);
}

JobEnd endWith(const Error& error)
{
    return error.code == ErrorCode::Cancelled ? JobEnd(Cancelled{}) : failedWith(error);
}

/// Opens the very file that will be committed, and compares it with the source.
Result<ValidationReport> validateWritten(
    const QuantizeRequest& request, const QString& path, const JobControl& control)
{
    const auto written = openModel(path);
    if (!written)
        return written.error();
    return validate({.original = request.source,
                        .written = *written,
                        .thresholds = request.thresholds,
                        .threads = threadsFor(request.limits),
                        .plan = &request.plan},
        control);
}

} // namespace

JobEnd quantizeModel(const QuantizeRequest& request, const JobControl& control)
{
    QElapsedTimer clock;
    clock.start();
    auto tasks = quantizeTasks(request.source.header(), request.plan, request.importance.get());
    if (!tasks)
        return failedWith(tasks.error().in(request.source.path()));
    const Format* format = formatNamed(QString::fromLatin1(request.plan.target->format));
    Q_ASSERT(format && format->create);
    if (format->wantsAlignment)
        orderByAlignment(*tasks);
    auto writer = startOutput(request, *format, *tasks);
    if (!writer)
        return failedWith(writer.error());

    std::optional<SourceHash> hash;
    if (hashesSource(request))
        hash.emplace(request.source, control.gate);
    const std::int64_t sourceBytes = totalBytes(*tasks);
    TensorPipeline pipeline({.source = request.source,
                                .tasks = *std::move(tasks),
                                .writer = writer->get(),
                                .limits = request.limits,
                                .stage = QStringLiteral("quantize"),
                                .bytesAfterwards = sourceBytes},
        control);
    if (const auto end = endOf(pipeline))
        return *end;
    if (const auto hashed = writeHash(hash, **writer, control); !hashed)
        return endWith(hashed.error());
    if (const auto finished = (*writer)->finish(); !finished)
        return failedWith(finished.error());
    auto report = validateWritten(request, (*writer)->temporaryPath(),
        secondHalf(control, pipeline.stageBytes(), sourceBytes));
    if (!report)
        return endWith(report.error());
    report->source = request.source.path();
    report->output = request.output;
    addDecisions(*report, request.plan, pipeline.outcomes());
    if (control.cancelled())
        return Cancelled{};
    if (const auto committed = (*writer)->commit(); !committed)
        return failedWith(committed.error());
    report->summary.seconds = double(clock.nsecsElapsed()) / 1e9;
    return Finished{*std::move(report), request.output};
}

} // namespace aq
