#include "app/job_hands.h"
#include "app/job_queue.h"
#include "ui/models/queue_row.h"

#include <algorithm>
#include <set>

namespace aq {

bool JobQueue::pauseJob(QueuedJob& job)
{
    if (job.stopping || (job.state() != JobState::Running && job.state() != JobState::Waiting))
        return false;
    if (LiveRun* live = m_hands->live(job.id())) {
        live->run->gate().setThreads(0);
        live->stopClock();
        job.seconds = live->seconds();
        job.bytesPerSecond = 0;
        job.secondsLeft.reset();
    }
    job.urgent = false;
    note(job, tr("Paused"));
    setState(job, JobState::Paused);
    return true;
}

void JobQueue::pause(int id)
{
    if (QueuedJob* job = this->job(id); job && pauseJob(*job))
        takeNext();
}

bool JobQueue::resumeJob(QueuedJob& job, bool urgent)
{
    if (job.state() != JobState::Paused)
        return false;
    note(job, tr("Waits for its turn"));
    job.urgent = urgent;
    job.errors.clear();
    job.item.outcome.clear();
    setState(job, JobState::Waiting);
    return true;
}

void JobQueue::resume(int id)
{
    if (QueuedJob* job = this->job(id); job && resumeJob(*job, true))
        takeNext();
}

void JobQueue::letWait(int id)
{
    if (QueuedJob* job = this->job(id); job && resumeJob(*job, false))
        takeNext();
}

void JobQueue::cancel(int id)
{
    QueuedJob* job = this->job(id);
    if (!job || hasEnded(job->state()))
        return;
    if (LiveRun* live = m_hands->live(id)) {
        live->cancelled = true;
        job->stopping = true;
        note(*job, tr("Cancelling"));
        live->run->stop(false);
        return Q_EMIT changed(id);
    }
    note(*job, tr("Cancelled"));
    removeFiles(*job);
    job->item.outcome = tr("Cancelled. Nothing was kept.");
    setState(*job, JobState::Cancelled);
    takeNext();
}

void JobQueue::retry(int id)
{
    QueuedJob* job = this->job(id);
    if (job && hasEnded(job->state()) && !job->isFileBusy())
        startAnew(*job);
}

void JobQueue::startAnew(QueuedJob& job)
{
    removeFiles(job);
    clearRun(job);
    if (job.written != job.item.spec.output) { // Exported, and no place that is written again.
        job.item.written = job.written = QString();
        job.item.exported = job.exported = false;
    }
    job.log.resize(std::min(job.log.size(), job.logBefore));
    job.keptTensors = 0;
    note(job, tr("Waits for its turn"));
    setState(job, JobState::Waiting);
    takeNext();
}

/// A paused job that is still in memory is cancelled first, and changed when it has ended.
bool JobQueue::replace(int id, const JobSpec& spec)
{
    QueuedJob* job = this->job(id);
    if (!job || job->state() == JobState::Running || job->isFileBusy())
        return false;
    if (m_hands->live(id)) {
        m_hands->replaceAtEnd[id] = spec;
        cancel(id);
        return true;
    }
    job->item.spec = spec;
    job->title = titleOf(spec);
    startAnew(*job);
    return true;
}

void JobQueue::useModelAnyway(int id)
{
    QueuedJob* job = this->job(id);
    if (!job || !job->otherModel || m_hands->live(id) || job->isFileBusy())
        return;
    job->item.spec.modelBytes = 0;
    job->item.spec.modelFiles.clear();
    startAnew(*job);
}

void JobQueue::remove(int id) { remove(std::vector{id}); }

void JobQueue::remove(const std::vector<int>& ids)
{
    std::set<int> gone;
    for (const int id : ids) {
        QueuedJob* job = this->job(id);
        if (!job || job->isFileBusy())
            continue;
        if (m_hands->live(id)) {
            m_hands->removeAtEnd.insert(id);
            cancel(id);
        } else {
            removeFiles(*job);
            dropReport(*job);
            gone.insert(id);
        }
    }
    if (gone.empty())
        return;
    std::erase_if(m_jobs, [&gone](const auto& job) { return gone.contains(job->id()); });
    for (const int id : gone)
        Q_EMIT removed(id);
    saveSoon();
    takeNext();
}

void JobQueue::move(int id, qsizetype row)
{
    const qsizetype from = rowOf(id);
    row = std::clamp<qsizetype>(row, 0, size() - 1);
    if (from < 0 || from == row)
        return;
    auto job = std::move(m_jobs[std::size_t(from)]);
    m_jobs.erase(m_jobs.begin() + from);
    m_jobs.insert(m_jobs.begin() + row, std::move(job));
    Q_EMIT reordered();
    saveSoon();
}

void JobQueue::clearEnded()
{
    std::vector<int> ids;
    for (const auto& job : m_jobs)
        if (hasEnded(job->state()) && !job->hasUnexported() && !job->repairing)
            ids.push_back(job->id());
    remove(ids);
}

void JobQueue::pauseAll()
{
    setHeld(true); // So that no waiting job takes the place of the first that is paused.
    for (const auto& job : m_jobs)
        pauseJob(*job);
    takeNext();
}

void JobQueue::resumeAll()
{
    for (const auto& job : m_jobs)
        resumeJob(*job, false);
    setHeld(false);
    takeNext();
}

void JobQueue::setHeld(bool held)
{
    for (const auto& job : m_jobs) // Also what was asked for by name before this waits now.
        if (held && job->state() == JobState::Waiting && std::exchange(job->urgent, false))
            Q_EMIT changed(job->id());
    if (held == m_held)
        return;
    m_held = held;
    Q_EMIT heldChanged(held);
    takeNext();
}

} // namespace aq
