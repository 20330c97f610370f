#include "core/jobs/job.h"
#include "core/jobs/job_parts.h"
#include "core/jobs/progress_throttle.h"
#include "core/jobs/started_job.h"
#include "core/validate/validate.h"

#include <QPromise>
#include <QtConcurrent/QtConcurrentRun>
#include <exception>

namespace aq {
namespace {

constexpr int progressSteps = 1000;

JobEnd internalFailure(const QString& what) { return failedWith({ErrorCode::Internal, what, {}}); }

/// Runs an algorithm and turns what it tells into results of `promise`. An exception, bad_alloc
/// above all, would otherwise end the program: Qt rethrows it where nobody can catch it.
/// @param lost  gets the end where the promise takes none any more
void runJob(QPromise<JobEvent>& promise, const GatePtr& gate,
    const std::function<JobEnd(const JobControl&)>& job, std::optional<JobEnd>& lost)
{
    promise.setProgressRange(0, progressSteps);
    ProgressThrottle throttle([&](const Progress& progress) {
        const double share
            = progress.bytesTotal ? double(progress.bytesDone) / double(progress.bytesTotal) : 1;
        promise.addResult(JobEvent(progress));
        promise.setProgressValueAndText(int(progressSteps * share), progress.tensor);
    });
    const JobControl control{
        .cancelled = [&] { return promise.isCanceled(); },
        .progress = [&](const Progress& progress) { throttle.add(progress); },
        .tensorDone = [&](const TensorDone& tensor) { promise.addResult(JobEvent(tensor)); },
        .gate = gate,
    };
    JobEnd end;
    try {
        end = job(control);
    } catch (const std::bad_alloc&) {
        end = internalFailure(QStringLiteral("not enough memory"));
    } catch (const std::exception& bug) {
        end = internalFailure(QString::fromUtf8(bug.what()));
    }
    throttle.flush();
    JobEvent last(std::move(end));
    if (!promise.addResult(last))
        lost = std::get<JobEnd>(std::move(last));
}

template <typename Request>
QFuture<JobEvent> start(QThreadPool& pool, Request request, GatePtr gate,
    JobEnd (*algorithm)(const Request&, const JobControl&))
{
    const auto job = [request = std::move(request), algorithm](
                         const JobControl& control) { return algorithm(request, control); };
    return startJob(pool, job, std::move(gate)).events;
}

JobEnd validateModel(const ValidateRequest& request, const JobControl& control)
{
    auto report = validate(request, control);
    if (report)
        return Finished{*std::move(report), {}};
    if (report.error().code == ErrorCode::Cancelled)
        return Cancelled{};
    return failedWith(report.error());
}

} // namespace

StartedJob startJob(QThreadPool& pool, std::function<JobEnd(const JobControl&)> job, GatePtr gate)
{
    const auto lost = std::make_shared<std::optional<JobEnd>>();
    return {QtConcurrent::run(&pool,
                [job = std::move(job), gate = std::move(gate), lost](
                    QPromise<JobEvent>& promise) { runJob(promise, gate, job, *lost); }),
        lost};
}

QFuture<JobEvent> startQuantize(QThreadPool& pool, QuantizeRequest request, GatePtr gate)
{
    return start(pool, std::move(request), std::move(gate), quantizeModel);
}

QFuture<JobEvent> startMeasure(QThreadPool& pool, MeasureRequest request, GatePtr gate)
{
    return start(pool, std::move(request), std::move(gate), measureModel);
}

QFuture<JobEvent> startDequantize(QThreadPool& pool, DequantizeRequest request, GatePtr gate)
{
    return start(pool, std::move(request), std::move(gate), dequantizeModel);
}

QFuture<JobEvent> startValidate(QThreadPool& pool, ModelSource original, ModelSource written,
    Thresholds thresholds, JobLimits limits, GatePtr gate)
{
    return start(pool,
        ValidateRequest{std::move(original), std::move(written), thresholds, limits.threads},
        std::move(gate), validateModel);
}

QFuture<Opened> startOpen(QThreadPool& pool, QString path, OpenOptions options)
{
    return QtConcurrent::run(
        &pool, [path = std::move(path), options = std::move(options)](QPromise<Opened>& promise) {
            const auto open = [&]() -> Result<ModelSource> {
                try {
                    return openModel(path, options);
                } catch (const std::exception& bug) {
                    return Error{ErrorCode::Internal, QString::fromUtf8(bug.what()), path};
                }
            };
            promise.addResult(Opened{open()});
        });
}

} // namespace aq
