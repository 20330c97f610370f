#include "core/jobs/progress_throttle.h"
#include "core/jobs/scan.h"

#include <QPromise>
#include <QtConcurrent/QtConcurrentRun>
#include <exception>

namespace aq {
namespace {

constexpr int progressSteps = 1000;

Scanned scanned(const ScanRequest& request, const JobControl& control)
{
    try {
        return {scanModel(request, control)};
    } catch (const std::bad_alloc&) {
        return {Error{ErrorCode::Internal, QStringLiteral("not enough memory"), {}}};
    } catch (const std::exception& bug) {
        return {Error{ErrorCode::Internal, QString::fromUtf8(bug.what()), {}}};
    }
}

void runScan(QPromise<ScanEvent>& promise, const ScanRequest& request, const GatePtr& gate)
{
    promise.setProgressRange(0, progressSteps);
    ProgressThrottle throttle([&](const Progress& progress) {
        const double share
            = progress.bytesTotal ? double(progress.bytesDone) / double(progress.bytesTotal) : 1;
        promise.addResult(ScanEvent(progress));
        promise.setProgressValueAndText(int(progressSteps * share), progress.tensor);
    });
    JobControl control;
    control.cancelled = [&] { return promise.isCanceled(); };
    control.progress = [&](const Progress& progress) { throttle.add(progress); };
    control.gate = gate;
    Scanned end = scanned(request, control);
    throttle.flush();
    promise.addResult(ScanEvent(std::move(end)));
}

} // namespace

QFuture<ScanEvent> startScan(QThreadPool& pool, ScanRequest request, GatePtr gate)
{
    return QtConcurrent::run(&pool,
        [request = std::move(request), gate = std::move(gate)](
            QPromise<ScanEvent>& promise) { runScan(promise, request, gate); });
}

} // namespace aq
