#include "ui/widgets/job_watcher.h"

namespace aq {

JobWatcher::JobWatcher(QObject* parent)
    : QObject(parent)
{
    using Watcher = QFutureWatcher<JobEvent>;
    connect(&m_watcher, &Watcher::resultsReadyAt, this, &JobWatcher::forward);
    connect(&m_watcher, &Watcher::finished, this, &JobWatcher::finish);
}

JobWatcher::~JobWatcher()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
    wait();
}

void JobWatcher::track(const StartedJob& job)
{
    Q_ASSERT(!m_running);
    m_running = true;
    m_forwarded = 0;
    m_end = job.end;
    m_watcher.setFuture(job.events);
}

void JobWatcher::track(const QFuture<JobEvent>& job) { track(StartedJob{job, {}}); }

void JobWatcher::cancel() { m_watcher.cancel(); }

void JobWatcher::wait()
{
    try {
        m_watcher.waitForFinished();
    } catch (...) { // A bug in a job: finish() reports it, a destructor must not throw.
    }
}

void JobWatcher::forward(int begin, int end)
{
    const QFuture<JobEvent> job = m_watcher.future();
    for (int i = std::max(begin, m_forwarded); i < end; ++i) {
        if (!job.isResultReadyAt(i))
            return;
        const JobEvent event = job.resultAt(i);
        m_forwarded = i + 1;
        if (const auto* progress = std::get_if<Progress>(&event))
            Q_EMIT progressed(*progress);
        else if (const auto* done = std::get_if<TensorDone>(&event))
            Q_EMIT tensorDone(*done);
    }
}

/// Qt drops results that are not yet delivered when cancel() comes, and a cancelled job may be
/// unable to store its end: both are made up for here.
void JobWatcher::finish()
{
    QFuture<JobEvent> job = m_watcher.future();
    JobEnd end = Cancelled{};
    try {
        job.waitForFinished(); // Rethrows what the job threw.
        forward(m_forwarded, job.resultCount());
        if (m_end && *m_end)
            end = **m_end;
        else if (const int count = job.resultCount(); count > 0) {
            const JobEvent last = job.resultAt(count - 1);
            if (const auto* said = std::get_if<JobEnd>(&last))
                end = *said;
        }
    } catch (const std::exception& bug) {
        end = Failed{{ErrorCode::Internal, QString::fromUtf8(bug.what()), {}}, {}};
    }
    m_end.reset();
    m_running = false;
    Q_EMIT ended(end);
}

} // namespace aq
