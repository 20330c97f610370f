#include "core/jobs/job_parts.h"
#include "core/jobs/report_parts.h"

#include <QElapsedTimer>

namespace aq {

JobEnd measureModel(const MeasureRequest& request, const JobControl& control)
{
    QElapsedTimer clock;
    clock.start();
    auto tasks = quantizeTasks(request.source.header(), request.plan, request.importance.get());
    if (!tasks)
        return failedWith(tasks.error().in(request.source.path()));
    TensorPipeline pipeline({.source = request.source,
                                .tasks = *std::move(tasks),
                                .limits = request.limits,
                                .stage = QStringLiteral("measure")},
        control);
    if (const auto end = endOf(pipeline))
        return *end;
    ValidationReport report = measuredReport(pipeline.outcomes());
    report.source = request.source.path();
    report.thresholds = request.thresholds;
    report.summary.bytesBefore = request.source.fileBytes();
    addDecisions(report, request.plan, pipeline.outcomes());
    report.summary.seconds = double(clock.nsecsElapsed()) / 1e9;
    return Finished{std::move(report), {}};
}

} // namespace aq
