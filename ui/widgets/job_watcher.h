#pragma once
#include "core/jobs/started_job.h"

#include <QFutureWatcher>
#include <QObject>

namespace aq {

/// Turns the events of one background job at a time into signals of the window's thread.
class JobWatcher final : public QObject {
    Q_OBJECT
public:
    explicit JobWatcher(QObject* parent = nullptr);
    ~JobWatcher() override; ///< Cancels and waits: no job outlives its window.

    void track(const StartedJob& job); ///< Only when no other is running.
    void track(const QFuture<JobEvent>& job);
    bool isRunning() const { return m_running; }
    void cancel();
    void wait(); ///< Until the job's function has returned; ended() still comes by the event loop.

Q_SIGNALS:
    void progressed(const aq::Progress& progress);
    void tensorDone(const aq::TensorDone& event);
    void ended(const aq::JobEnd& end); ///< Exactly once per track().

private:
    void forward(int begin, int end);
    void finish();

    QFutureWatcher<JobEvent> m_watcher;
    std::shared_ptr<const std::optional<JobEnd>> m_end; ///< Where a cancelled job leaves its end.
    int m_forwarded = 0;                                ///< Events already sent on.
    bool m_running = false;
};

} // namespace aq
