#include "core/base/printable.h"
#include "core/jobs/job.h"
#include "core/jobs/job_parts.h"
#include "core/jobs/preflight.h"
#include "core/jobs/report_parts.h"
#include "core/validate/loaded_piece.h"

#include <QElapsedTimer>

namespace aq {
namespace {

Result<std::vector<TensorTask>> checkedTasks(const DequantizeRequest& request)
{
    bool isQuantized = false;
    for (const TensorInfo& tensor : request.source.header().tensors) {
        isQuantized = isQuantized || tensor.encoding;
        if (const QString problem = undecodable(tensor); !problem.isEmpty())
            return Error{ErrorCode::Unsupported, problem, printable(tensor.name)};
    }
    if (!isQuantized)
        return Error{ErrorCode::Unsupported, QStringLiteral("holds no quantized tensor"), {}};
    auto tasks = dequantizeTasks(request.source.header(), request.dtype);
    orderByAlignment(tasks);
    return tasks;
}

QMap<QString, QString> ourMetadata()
{
    return {{QStringLiteral("arrowquant.program"), programText()}};
}

/// What the conversion to floats changed: rounding to the narrower type.
ValidationReport roundingReport(
    const DequantizeRequest& request, const std::vector<TensorOutcome>& outcomes)
{
    ValidationReport report = measuredReport(outcomes);
    report.source = request.source.path();
    report.output = request.output;
    report.summary.bytesBefore = request.source.fileBytes();
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const TensorTask& task = outcomes[i].done;
        if (!task.floats)
            continue;
        report.tensors[i].scheme = task.tensor->encoding->scheme;
        report.tensors[i].reason
            = QStringLiteral("dequantized to %1").arg(QLatin1StringView(nameOf(*task.floats)));
    }
    summarise(report);
    return report;
}

} // namespace

JobEnd dequantizeModel(const DequantizeRequest& request, const JobControl& control)
{
    QElapsedTimer clock;
    clock.start();
    const auto tasks = checkedTasks(request);
    if (!tasks)
        return failedWith(tasks.error().in(request.source.path()));
    const OutputManifest manifest
        = manifestFor(request.source, *tasks, ourMetadata(), request.overwrite);
    if (const auto fits
        = checkOutput(request.source, request.output, request.overwrite, dataBytes(manifest));
        !fits)
        return failedWith(fits.error());
    auto writer = formatNamed(u"safetensors")->create(request.output, manifest);
    if (!writer)
        return failedWith(writer.error());

    TensorPipeline pipeline({.source = request.source,
                                .tasks = *tasks,
                                .writer = writer->get(),
                                .limits = request.limits,
                                .stage = QStringLiteral("dequantize")},
        control);
    if (const auto end = endOf(pipeline))
        return *end;
    if (const auto finished = (*writer)->finish(); !finished)
        return failedWith(finished.error());
    if (control.cancelled())
        return Cancelled{};
    if (const auto committed = (*writer)->commit(); !committed)
        return failedWith(committed.error());
    ValidationReport report = roundingReport(request, pipeline.outcomes());
    report.summary.seconds = double(clock.nsecsElapsed()) / 1e9;
    return Finished{std::move(report), request.output};
}

} // namespace aq
