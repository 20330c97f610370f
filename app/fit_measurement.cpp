#include "app/fit_measurement.h"

#include <utility>

namespace aq {
namespace {
constexpr double leastShare = 0.02; ///< Of a measurement, before its time left can be told.
}

FitMeasurement::FitMeasurement()
{
    m_pool.setMaxThreadCount(1);
    connect(&m_scan, &QFutureWatcher<ScanEvent>::resultsReadyAt, this,
        [this](int, int end) { takeEvents(end); });
    connect(&m_scan, &QFutureWatcher<ScanEvent>::finished, this, &FitMeasurement::takeEnd);
}

FitMeasurement::~FitMeasurement()
{
    drop();
    m_pool.waitForDone();
}

void FitMeasurement::start(const FitWish& wish, std::shared_ptr<const Candidates> candidates)
{
    drop();
    m_of = {wish, std::move(candidates), {}};
    m_clock.start();
    m_scan.setFuture(startScan(m_pool, scanRequestFor(wish, m_of.candidates)));
}

void FitMeasurement::cancel() { m_scan.cancel(); }

void FitMeasurement::drop()
{
    m_of = {};
    m_scan.cancel();
    m_scan.setFuture({});
}

void FitMeasurement::takeEvents(int end)
{
    if (!isRunning() || m_scan.future().isCanceled())
        return;
    const ScanEvent event = m_scan.future().resultAt(end - 1);
    const auto* progress = std::get_if<Progress>(&event);
    if (!progress || progress->bytesTotal <= 0)
        return;
    const double share = double(progress->bytesDone) / double(progress->bytesTotal);
    std::optional<double> left;
    if (share > leastShare)
        left = 1e-3 * double(m_clock.elapsed()) * (1 - share) / share;
    Q_EMIT progressed(share, left);
}

void FitMeasurement::takeEnd()
{
    if (!isRunning())
        return;
    const QFuture<ScanEvent> future = m_scan.future();
    const int last = future.resultCount() - 1;
    FitMeasured measured = std::exchange(m_of, {});
    if (last >= 0 && !future.isCanceled()) {
        const ScanEvent end = future.resultAt(last);
        if (const auto* scanned = std::get_if<Scanned>(&end))
            measured.result = scanned->sensitivity;
    }
    Q_EMIT ended(measured);
}

} // namespace aq
