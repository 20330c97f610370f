#include "app/job_queue.h"

#include "app/job_hands.h"
#include "app/output_name.h"
#include "core/base/parallel_for.h"
#include "ui/text/job_text.h"

#include <QDir>
#include <QFileInfo>
#include <QTime>
#include <algorithm>

namespace aq {
namespace {

constexpr int mostThreads = 1000;  ///< One per job, also of paused ones; workers are their own.
constexpr int saveDelay = 300;     ///< Milliseconds; one save for many changes.
constexpr int diskInterval = 3000; ///< Milliseconds between two looks at the disks.

bool hasEnded(JobState state)
{
    return state == JobState::Finished || state == JobState::Failed || state == JobState::Cancelled;
}

QString titleOf(const JobSpec& spec)
{
    const QString model = QFileInfo(QDir::cleanPath(spec.model)).fileName();
    return JobQueue::tr("%1 · %2", "model · setting").arg(model, settingTitle(spec.recipe));
}

} // namespace

JobQueue::JobQueue(const Settings& settings, QObject* parent)
    : QObject(parent)
    , m_hands(std::make_unique<Hands>(settings.workspaceFolder))
{
    m_hands->files.setMaxThreadCount(1);
    m_hands->pool.setMaxThreadCount(mostThreads);
    setLimits(settings);
    m_hands->saveTimer.setSingleShot(true);
    m_hands->saveTimer.setInterval(saveDelay);
    m_hands->diskTimer.setInterval(diskInterval);
    connect(&m_hands->saveTimer, &QTimer::timeout, this, &JobQueue::saveNow);
    connect(&m_hands->diskTimer, &QTimer::timeout, this, &JobQueue::checkDisks);
    restore();
}

JobQueue::~JobQueue() { shutDown(); }

QueuedJob* JobQueue::job(int id)
{
    const qsizetype row = rowOf(id);
    return row < 0 ? nullptr : m_jobs[std::size_t(row)].get();
}

const QueuedJob* JobQueue::find(int id) const
{
    const qsizetype row = rowOf(id);
    return row < 0 ? nullptr : m_jobs[std::size_t(row)].get();
}

qsizetype JobQueue::rowOf(int id) const
{
    const auto found
        = std::ranges::find_if(m_jobs, [id](const auto& job) { return job->id() == id; });
    return found == m_jobs.end() ? -1 : found - m_jobs.begin();
}

int JobQueue::runningCount() const
{
    return int(std::ranges::count_if(
        m_jobs, [](const auto& job) { return job->state() == JobState::Running; }));
}

int JobQueue::waitingCount() const
{
    return int(std::ranges::count_if(
        m_jobs, [](const auto& job) { return job->state() == JobState::Waiting; }));
}

int JobQueue::unfinishedCount() const
{
    return int(
        std::ranges::count_if(m_jobs, [](const auto& job) { return !hasEnded(job->state()); }));
}

bool JobQueue::hasUnexported() const
{
    return std::ranges::any_of(m_jobs, [](const auto& job) { return job->hasUnexported(); });
}

QueuedJob& JobQueue::insert(QueueItem item, qsizetype row)
{
    auto job = std::make_unique<QueuedJob>();
    job->title = titleOf(item.spec);
    job->written = item.written;
    job->exported = item.exported;
    job->seconds = item.seconds;
    job->item = std::move(item);
    return **m_jobs.insert(m_jobs.begin() + row, std::move(job));
}

int JobQueue::add(const JobSpec& spec, bool next)
{
    const auto isAfter = [](const auto& job) { return job->state() == JobState::Waiting; };
    const auto place = next ? std::ranges::find_if(m_jobs, isAfter) : m_jobs.end();
    const int id = ++m_lastId;
    QueueItem item;
    item.id = id;
    item.spec = spec;
    QueuedJob& job = insert(std::move(item), place - m_jobs.begin());
    job.urgent = next;
    note(job, tr("Added to the queue"));
    Q_EMIT added(id);
    saveSoon();
    takeNext();
    return id;
}

void JobQueue::setState(QueuedJob& job, JobState state)
{
    job.item.state = state;
    job.urgent &= !hasEnded(state);
    Q_EMIT changed(job.id());
    saveSoon();
}

void JobQueue::note(QueuedJob& job, const QString& line)
{
    job.log << QTime::currentTime().toString(QStringLiteral("HH:mm:ss")) + QStringLiteral("  ")
            + line;
}

void JobQueue::pause(int id)
{
    QueuedJob* job = this->job(id);
    if (!job || job->stopping
        || (job->state() != JobState::Running && job->state() != JobState::Waiting))
        return;
    if (LiveRun* live = m_hands->live(id)) {
        live->run->gate().setThreads(0);
        live->stopClock();
        job->seconds = live->seconds();
        job->bytesPerSecond = 0;
        job->secondsLeft.reset();
    }
    job->urgent = false;
    note(*job, tr("Paused"));
    setState(*job, JobState::Paused);
    takeNext();
}

void JobQueue::resume(int id)
{
    QueuedJob* job = this->job(id);
    if (!job || job->state() != JobState::Paused)
        return;
    note(*job, tr("Waits for its turn"));
    job->urgent = true;
    setState(*job, JobState::Waiting);
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
    if (!job || !hasEnded(job->state()) || job->exporting)
        return;
    removeFiles(*job);
    clearRun(*job);
    note(*job, tr("Waits for its turn"));
    setState(*job, JobState::Waiting);
    takeNext();
}

void JobQueue::replace(int id, const JobSpec& spec)
{
    QueuedJob* job = this->job(id);
    if (!job || m_hands->live(id) || job->exporting)
        return;
    removeFiles(*job);
    clearRun(*job);
    job->item.spec = spec;
    job->title = titleOf(spec);
    note(*job, tr("Changed"));
    setState(*job, JobState::Waiting);
    takeNext();
}

void JobQueue::useModelAnyway(int id)
{
    QueuedJob* job = this->job(id);
    if (!job || !job->otherModel)
        return;
    job->item.spec.modelBytes = 0;
    job->item.spec.modelTime = {};
    retry(id);
}

void JobQueue::remove(int id)
{
    QueuedJob* job = this->job(id);
    if (!job || job->exporting)
        return;
    if (m_hands->live(id)) {
        m_hands->removeAtEnd.insert(id);
        return cancel(id);
    }
    removeFiles(*job);
    m_jobs.erase(m_jobs.begin() + rowOf(id));
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
        if (hasEnded(job->state()) && !job->hasUnexported())
            ids.push_back(job->id());
    for (const int id : ids)
        remove(id);
}

void JobQueue::pauseAll()
{
    setHeld(true); // So that no waiting job takes the place of the first that is paused.
    for (const auto& job : m_jobs)
        pause(job->id());
}

void JobQueue::resumeAll()
{
    for (const auto& job : m_jobs)
        resume(job->id());
    setHeld(false);
}

void JobQueue::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    Q_EMIT heldChanged(held);
    takeNext();
}

void JobQueue::setLimits(const Settings& settings)
{
    Hands& hands = *m_hands;
    hands.limits = {resolvedThreads(settings.threads), std::int64_t(settings.memoryMiB) << 20,
        settings.continueOnError};
    hands.jobsAtOnce = std::max(1, settings.jobsAtOnce);
    takeNext();
    shareThreads();
}

void JobQueue::setKnownModel(const ModelSource& model, const QStringList& components)
{
    m_hands->known = model;
    m_hands->knownComponents = components;
}

double JobQueue::fraction() const
{
    double done = 0, total = 0;
    for (const auto& job : m_jobs) {
        const bool lies = job->state() != JobState::Waiting && job->state() != JobState::Running;
        if (lies && !m_hands->round.contains(job->id()))
            continue;
        const double passes = job->item.spec.kind == JobKind::Quantize ? 2 : 1; // It is read again.
        const double bytes = job->progress.bytesTotal > 0
            ? double(job->progress.bytesTotal)
            : std::max(1.0, passes * double(job->item.spec.modelBytes));
        total += bytes;
        done += hasEnded(job->state()) ? bytes : bytes * aq::fraction(job->progress);
    }
    return total > 0 ? done / total : 0;
}

} // namespace aq
