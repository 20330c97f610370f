#include "app/disk_guard.h"
#include "app/job_hands.h"
#include "app/job_queue.h"
#include "app/output_name.h"
#include "core/validate/size_wish.h"
#include "ui/text/error_text.h"
#include "ui/text/job_text.h"
#include "ui/text/units.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace aq {
namespace {

constexpr std::size_t mostRecent = 8;   ///< Ended jobs that keep more than their report.
constexpr int mostKept = 500;           ///< Lines of a log about tensors that were kept.
constexpr std::size_t mostRates = 4000; ///< Points of the throughput that a chart still draws well.

void addRate(std::vector<RateSample>& rates, const RateSample& sample)
{
    if (rates.size() >= mostRates) { // Every second one says as much.
        std::size_t kept = 0;
        for (std::size_t i = 0; i < rates.size(); i += 2)
            rates[kept++] = rates[i];
        rates.resize(kept);
    }
    rates.push_back(sample);
}

/// What is known first holds since the first sample, so that a short job shows its begin as well.
void noteRate(QueuedJob& job, RateMeter& meter, std::int64_t bytesDone)
{
    meter.add(job.seconds, bytesDone);
    job.bytesPerSecond = meter.bytesPerSecond();
    if (job.bytesPerSecond <= 0)
        return;
    if (job.rates.empty())
        addRate(job.rates, {meter.since(), job.bytesPerSecond});
    addRate(job.rates, {job.seconds, job.bytesPerSecond});
}

QString lineOf(const Error& error)
{
    const ErrorText text = errorText(error);
    return text.where.isEmpty()
        ? text.reason
        : JobQueue::tr("%1: %2", "place: error").arg(text.where, text.reason);
}

} // namespace

bool JobQueue::canBegin(const QueuedJob& job) const
{
    return job.state() == JobState::Waiting && !job.stopping && (!m_held || job.urgent);
}

/// Jobs that are ending still have their threads and memory: they count.
void JobQueue::takeNext()
{
    if (m_closing || !m_hands->isReady)
        return;
    for (bool taken = true; taken && runningCount() < m_hands->jobsAtOnce;) {
        const auto next
            = std::ranges::find_if(m_jobs, [this](const auto& job) { return canBegin(*job); });
        taken = next != m_jobs.end();
        if (taken)
            begin(**next);
    }
    shareThreads();
    noteRunning();
}

void JobQueue::begin(QueuedJob& job)
{
    if (m_hands->round.empty() || runningCount() == 0)
        m_hands->round.clear();
    m_hands->round.insert(job.id());
    if (LiveRun* live = m_hands->live(job.id())) {
        live->startClock();
        note(job, tr("Goes on"));
    } else {
        putDownPaused();
        beginRun(job);
    }
    setState(job, JobState::Running);
}

void JobQueue::beginRun(QueuedJob& job)
{
    Hands& hands = *m_hands;
    clearRun(job);
    if (job.item.folder.isEmpty()) {
        job.item.folder
            = hands.store.folderFor(job.id()); // Without one the job says what is wrong.
        if (job.logBefore == 0)
            job.logBefore = job.log.size();
    }
    const JobSpec& spec = job.item.spec;
    const bool isKnown = hands.known && hands.knownComponents == spec.components;
    JobLimits limits = hands.limits;
    limits.memoryBytes /= hands.jobsAtOnce;
    const QString output = spec.output.isEmpty()
        ? QDir(job.item.folder).filePath(outputName(spec.model, spec.recipe))
        : spec.output;
    JobSpec wish = spec; // Its own file of before is in nobody's way.
    wish.overwrite |= !spec.output.isEmpty() && job.exported && job.written == spec.output;
    LiveRun& live = hands.runs[job.id()];
    live.run = std::make_unique<JobRun>(hands.pool,
        JobRun::Wish{wish, isKnown ? hands.known : ModelSource(), job.item.folder, output, limits});
    live.startClock();
    note(job, tr("Opening %1").arg(spec.model));
    connected(*live.run, job.id()).start();
}

JobRun& JobQueue::connected(JobRun& run, int id)
{
    connect(&run, &JobRun::prepared, this,
        [this, id](const Preparation& p) { takePreparation(id, p); });
    connect(&run, &JobRun::refused, this, [this, id](const Preparation& ready) {
        if (QueuedJob* job = this->job(id))
            job->otherModel = ready.otherModel;
    });
    connect(
        &run, &JobRun::progressed, this, [this, id](const Progress& p) { takeProgress(id, p); });
    connect(
        &run, &JobRun::tensorDone, this, [this, id](const TensorDone& t) { takeTensor(id, t); });
    connect(&run, &JobRun::ended, this, [this, id](const JobEnd& end) { takeEnd(id, end); });
    return run;
}

/// A paused job in the way of another makes room: its journal keeps what is done. A trial has none,
/// and would begin anew: it stays.
void JobQueue::putDownPaused()
{
    for (auto& [id, live] : m_hands->runs) {
        QueuedJob* job = this->job(id);
        if (job->state() != JobState::Paused || job->stopping
            || job->item.spec.kind == JobKind::Measure)
            continue;
        job->stopping = true;
        live.run->stop(true);
    }
}

/// Each that runs gets its part of the threads, the first ones what is left over.
void JobQueue::shareThreads()
{
    std::vector<JobRun*> running;
    for (const auto& job : m_jobs)
        if (LiveRun* live = m_hands->live(job->id()); live && job->state() == JobState::Running)
            running.push_back(live->run.get());
    const int count = int(running.size()), threads = m_hands->limits.threads;
    for (int i = 0; i < count; ++i)
        running[std::size_t(i)]->gate().setThreads(
            std::max(1, threads / count + (i < threads % count ? 1 : 0)));
}

int JobQueue::threadsOf(int id) const
{
    const QueuedJob* job = find(id);
    const LiveRun* live = m_hands->live(id);
    return job && live && job->state() == JobState::Running ? live->run->gate().threads() : 0;
}

void JobQueue::noteRunning()
{
    const bool running = isRunning();
    if (running == m_wasRunning)
        return;
    m_wasRunning = running;
    if (running)
        m_hands->diskTimer.start();
    else
        m_hands->diskTimer.stop();
    Q_EMIT runningChanged(running);
}

void JobQueue::clearRun(QueuedJob& job)
{
    job.progress = {};
    job.seconds = job.bytesPerSecond = 0;
    job.secondsLeft.reset();
    job.tensors = 0;
    job.done.clear();
    job.rates.clear();
    job.errors.clear();
    dropReport(job);
    job.plan.reset();
    job.otherModel = false;
    job.item.outcome.clear();
    job.item.passed = false;
    job.item.bytesAfter = 0;
    job.item.relRmse = 0;
}

void JobQueue::takePreparation(int id, const Preparation& ready)
{
    QueuedJob* job = this->job(id);
    JobSpec& spec = job->item.spec;
    if (spec.modelFiles.isEmpty())
        stamp(spec, ready.model);
    job->plan = ready.plan;
    job->tensors = qsizetype(ready.plan->tensors.size());
    note(*job,
        tr("Planned: %n tensors, %1 become %2", nullptr, int(job->tensors))
            .arg(bytesText(ready.plan->bytesBefore), bytesText(ready.plan->bytesAfter)));
    if (!ready.forced.isEmpty())
        note(*job, tr("Overruled: %1").arg(ready.forced));
    Q_EMIT changed(id);
    checkDisks();
}

void JobQueue::takeProgress(int id, const Progress& progress)
{
    QueuedJob* job = this->job(id);
    LiveRun& live = *m_hands->live(id);
    if (progress.stage != job->progress.stage)
        note(*job, stageText(progress.stage));
    job->progress = progress;
    job->seconds = live.seconds();
    if (job->state() == JobState::Running) {
        noteRate(*job, live.meter, progress.bytesDone);
        job->secondsLeft = live.meter.secondsLeft(progress.bytesTotal);
    }
    Q_EMIT progressed(id, progress);
}

void JobQueue::takeTensor(int id, const TensorDone& tensor)
{
    QueuedJob* job = this->job(id);
    if (qsizetype(job->done.size()) >= job->tensors)
        return; // Validated after quantization: it does not count again.
    job->done.push_back(tensor);
    if (!tensor.error.isEmpty())
        noteKept(*job, tensor);
    Q_EMIT tensorDone(id, tensor);
}

void JobQueue::finish(QueuedJob& job, const Finished& finished)
{
    const ReportSummary& summary = finished.report.summary;
    auto report = std::make_shared<ValidationReport>(finished.report);
    if (job.item.spec.kind == JobKind::Quantize) {
        job.item.written = job.written = finished.output;
        job.item.exported = job.exported = !job.item.spec.output.isEmpty();
    }
    job.report = std::move(report);
    keepReport(job);
    job.item.passed = summary.passed;
    job.item.bytesAfter = summary.bytesAfter;
    job.item.relRmse = summary.relRmse;
    if (job.progress.bytesTotal > 0)
        job.progress.bytesDone = job.progress.bytesTotal;
    job.item.outcome = outcomeOf(finished.report);
    for (const QString& line : fileFailures(finished.report))
        note(job, tr("Error: %1").arg(line));
    note(job, tr("Finished: %1, %2").arg(job.item.outcome, bytesText(summary.bytesAfter)));
    ++m_finished;
    setState(job, JobState::Finished);
}

/// All of them are in the list of errors.
void JobQueue::noteKept(QueuedJob& job, const TensorDone& tensor)
{
    const int more = ++job.keptTensors - mostKept;
    if (more <= 0)
        return note(job, tr("%1 was kept: %2", "tensor, error").arg(tensor.name, tensor.error));
    if (more == 1)
        job.moreLine = job.log.size();
    else
        job.log.removeAt(job.moreLine);
    job.log.insert(job.moreLine, tr("… and %n more", nullptr, more));
}

/// The tensors of jobs that ended long ago are in their reports.
void JobQueue::forgetOld(int id)
{
    std::deque<int>& recent = m_hands->recent;
    std::erase(recent, id);
    recent.push_back(id);
    while (recent.size() > mostRecent) {
        QueuedJob* old = job(recent.front());
        recent.pop_front();
        if (old && !m_hands->live(old->id()))
            old->done = {};
    }
}

/// What nothing is wrong with but a disk, or a model that is away, goes on later where it was.
void JobQueue::fail(QueuedJob& job, const Failed& failed, bool canResume)
{
    job.errors = failed.errors.empty() ? std::vector{failed.error} : failed.errors;
    job.item.outcome = lineOf(failed.error);
    for (const Error& error : job.errors)
        note(job, tr("Error: %1").arg(lineOf(error)));
    ++m_failed;
    if (!canResume)
        removeFiles(job);
    setState(job, canResume ? JobState::Paused : JobState::Failed);
}

void JobQueue::takeEnd(int id, const JobEnd& end)
{
    QueuedJob* job = this->job(id);
    auto node = m_hands->runs.extract(id);
    LiveRun& live = node.mapped();
    live.run.release()->deleteLater(); // It is the one that calls.
    job->seconds = job->item.seconds = live.seconds();
    if (std::holds_alternative<Finished>(end) && job->progress.bytesTotal > 0)
        noteRate(*job, live.meter, job->progress.bytesTotal);
    job->bytesPerSecond = 0;
    job->secondsLeft.reset();
    job->stopping = false;
    if (const auto* finished = std::get_if<Finished>(&end)) {
        finish(*job, *finished);
    } else if (const auto* failed = std::get_if<Failed>(&end)) {
        fail(*job, *failed, failed->canResume && !live.cancelled);
    } else if (live.cancelled) {
        note(*job, tr("Cancelled"));
        removeFiles(*job);
        job->item.outcome = tr("Cancelled. Nothing was kept.");
        setState(*job, JobState::Cancelled);
    } else { // Put down for another one, or for the end of the program.
        note(*job, tr("Put aside, to go on later"));
        setState(*job, job->state() == JobState::Running ? JobState::Paused : job->state());
    }
    forgetOld(id);
    Q_EMIT ended(id, end);
    takeWishes(id);
    takeNext();
    noteAllEnded();
}

void JobQueue::takeWishes(int id)
{
    const auto changed = m_hands->replaceAtEnd.extract(id);
    if (m_hands->removeAtEnd.erase(id) > 0)
        remove(id);
    else if (!changed.empty())
        replace(id, changed.mapped());
}

void JobQueue::noteAllEnded()
{
    if (m_closing || isRunning()
        || std::ranges::any_of(m_jobs, [this](const auto& job) { return canBegin(*job); }))
        return;
    Q_EMIT allEnded(std::exchange(m_finished, 0), std::exchange(m_failed, 0));
}

/// What the threads have said but the event loop has not handed on yet.
void JobQueue::handEvents()
{
    std::vector<JobRun*> runs;
    for (auto& [id, live] : m_hands->runs)
        runs.push_back(live.run.get());
    for (JobRun* run : runs)
        QCoreApplication::sendPostedEvents(run, 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::FutureCallOut);
}

void JobQueue::shutDown()
{
    if (std::exchange(m_closing, true))
        return;
    const QSignalBlocker quiet(this); // Whoever listens may be half gone.
    endLoading();
    Hands& hands = *m_hands;
    *hands.closing = true;
    for (auto& [id, live] : hands.runs)
        if (!live.cancelled)
            live.run->stop(true);
    hands.pool.waitForDone();
    handEvents();
    hands.saveTimer.stop();
    hands.files.waitForDone();
    saveNow();
    hands.files.waitForDone();
}

} // namespace aq
