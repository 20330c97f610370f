#include "app/job_queue.h"

#include "app/job_hands.h"
#include "app/output_name.h"
#include "core/base/parallel_for.h"
#include "ui/models/queue_row.h"
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

} // namespace

QString titleOf(const JobSpec& spec)
{
    const QString model = QFileInfo(QDir::cleanPath(spec.model)).fileName();
    return JobQueue::tr("%1 · %2", "model · setting").arg(model, settingTitle(spec.recipe));
}

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
        if (job->id() == except || (hasEnded(job->state()) && !job->repairing))
            continue;
        if (job->repairing)
            paths << job->written;
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
