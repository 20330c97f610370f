#pragma once
#include "app/fit_work.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QThreadPool>

namespace aq {

/// What was measured, and of what: the recipe may be another one by the time it ends.
struct FitMeasured {
    FitWish wish; ///< As it was when the measurement began.
    std::shared_ptr<const Candidates> candidates;
    std::optional<Result<SensitivityPtr>> result; ///< Nothing: it was cancelled.
};

/// One measurement of the open model at a time, in the background.
class FitMeasurement final : public QObject {
    Q_OBJECT
public:
    FitMeasurement();
    ~FitMeasurement() override; ///< Cancels what runs and waits.

    bool isRunning() const { return m_of.candidates != nullptr; }
    const FitMeasured& of() const { return m_of; } ///< That runs.
    /// Instead of what runs; of that nothing more is heard.
    void start(const FitWish& wish, std::shared_ptr<const Candidates> candidates);
    void cancel(); ///< Ends soon, without a result.
    void drop();   ///< Nothing more is heard of it.

Q_SIGNALS:
    /// @param secondsLeft  nothing: not known yet
    void progressed(double fraction, std::optional<double> secondsLeft);
    void ended(const aq::FitMeasured& measured);

private:
    void takeEvents(int end);
    void takeEnd();

    QThreadPool m_pool; ///< One thread: what was cancelled ends before the next begins.
    QFutureWatcher<ScanEvent> m_scan;
    QElapsedTimer m_clock;
    FitMeasured m_of; ///< That runs; empty: none does.
};

} // namespace aq
