#include "app/job_queue.h"

#include "app/job_hands.h"
#include "app/output_name.h"
#include "core/base/parallel_for.h"
#include "ui/text/job_text.h"

#include <QDir>
#include <QFileInfo>
#include <QTime>
#include <algorithm>
#include <set>

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

JobQueue::JobQueue(const Settings& settings, QObject* parent, Restore how)
    : QObject(parent)
    , m_hands(std::make_unique<Hands>(settings.workspaceFolder))
{
    m_hands->files.setMaxThreadCount(1);
    m_hands->pool.setMaxThreadCount(mostThreads);
    setLimits(settings);
    m_hands->saveTimer.setSingleShot(true);
    m_hands->saveTimer.setInterval(saveDelay);
    m_hands->diskTimer.setInterval(diskInterval);
    for (const auto signal : {&JobQueue::added, &JobQueue::removed, &JobQueue::changed})
        connect(this, signal, this, &JobQueue::settleSoon);
    connect(this, &JobQueue::reordered, this, &JobQueue::settleSoon);
    connect(this, &JobQueue::heldChanged, this, &JobQueue::settleSoon);
    connect(this, &JobQueue::restored, this, &JobQueue::settleSoon);
    connect(&m_hands->saveTimer, &QTimer::timeout, this, &JobQueue::saveNow);
    connect(&m_hands->diskTimer, &QTimer::timeout, this, &JobQueue::checkDisks);
    restore(how);
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
    return std::ranges::any_of(
        m_jobs, [](const auto& job) { return job->hasUnexported() && !job->missing; });
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

void JobQueue::settleSoon()
{
    if (std::exchange(m_settling, true))
        return;
    const auto settle = [this] {
        m_settling = false;
        Q_EMIT settled();
    };
    QMetaObject::invokeMethod(this, settle, Qt::QueuedConnection);
}

int JobQueue::insertNew(const JobSpec& spec, bool next)
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
    return id;
}

int JobQueue::add(const JobSpec& spec, bool next)
{
    const int id = insertNew(spec, next);
    takeNext();
    return id;
}

std::vector<int> JobQueue::add(const std::vector<JobSpec>& specs)
{
    std::vector<int> ids;
    for (const JobSpec& spec : specs)
        ids.push_back(insertNew(spec, false));
    takeNext();
    return ids;
}

QStringList JobQueue::takenPaths(int except) const
{
    QStringList paths;
    for (const auto& job : m_jobs) {
        if (job->id() == except || hasEnded(job->state()))
            continue;
        paths << job->item.spec.model;
        if (!job->item.spec.output.isEmpty())
            paths << job->item.spec.output;
    }
    return paths;
}

Thresholds JobQueue::thresholdsFor(const Recipe& recipe) const
{
    const Preferences& quality = m_hands->quality;
    return {quality.ownMinCosine ? quality.minCosine : recipe.minCosine, quality.floorsPerWidth};
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
    if (job && hasEnded(job->state()) && !job->exporting)
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
    if (!job || job->state() == JobState::Running || job->exporting)
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
    if (!job || !job->otherModel || m_hands->live(id) || job->exporting)
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
        if (!job || job->exporting)
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
        if (hasEnded(job->state()) && !job->hasUnexported())
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

void JobQueue::setLimits(const Settings& settings)
{
    Hands& hands = *m_hands;
    hands.limits = {resolvedThreads(settings.threads), std::int64_t(settings.memoryMiB) << 20,
        settings.continueOnError};
    hands.jobsAtOnce = std::max(1, settings.jobsAtOnce);
    hands.quality = settings;
    hands.store.setJobsRoot(settings.workspaceFolder);
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
