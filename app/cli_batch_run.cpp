#include "app/cli_batch_run.h"

#include "app/cli_interrupt.h"
#include "app/cli_options.h"
#include "app/cli_planned.h"
#include "app/cli_report.h"
#include "core/base/parallel_for.h"
#include "core/base/printable.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdio>
#include <thread>

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

const QByteArray recordKind("ArrowQuant batch 1");

QJsonObject stateOf(const QString& path)
{
    const QFileInfo info(path);
    return {{u"path"_s, info.absoluteFilePath()}, {u"bytes"_s, info.size()},
        {u"modified"_s, info.lastModified().toMSecsSinceEpoch()}};
}

QString recordPath(const QString& list)
{
    const QFileInfo info(list);
    return info.path() + u"/."_s + info.fileName() + u".done"_s;
}

/// A mistake that `quantize` would tell of an option, as one of a key.
Error asKey(Error error)
{
    if (error.detail.startsWith("--"_L1))
        error.detail.remove(0, 2);
    return error;
}

/// Statuses from good to bad.
int rankOf(Status status)
{
    constexpr Status order[]{Done, BelowThreshold, WrongUsage, InputRejected, CouldNotWrite,
        FailedOtherwise, Interrupted};
    return int(std::ranges::find(order, status) - std::begin(order));
}

} // namespace

BatchRun::BatchRun(BatchSettings settings, std::vector<BatchJob> jobs)
    : m_settings(std::move(settings))
    , m_shares(resolvedThreads(m_settings.limits.threads))
{
    m_settings.limits.memoryBytes /= m_settings.atOnce;
    for (BatchJob& job : jobs) {
        m_jobs.push_back(std::make_unique<Job>());
        m_jobs.back()->wish = std::move(job);
    }
}

int BatchRun::run()
{
    noteJobBegins();
    if (!openRecords())
        return CouldNotWrite;
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        check(i);
        if (m_jobs[i]->status)
            endJob(i);
    }
    std::vector<std::thread> threads;
    for (int i = 1; i < m_settings.atOnce; ++i)
        threads.emplace_back([this] { work(); });
    work();
    for (std::thread& thread : threads)
        thread.join();
    clearBar();
    const int status = worst();
    if (m_records && (status == Done || status == BelowThreshold))
        m_records->remove();
    return status;
}

bool BatchRun::openRecords()
{
    if (!m_settings.resumes)
        return true;
    auto records = RecordFile::open(recordPath(m_settings.path), recordKind);
    if (!records) {
        fail(records.error(), m_settings.path);
        return false;
    }
    m_records = *std::move(records);
    m_done = m_records->take();
    return true;
}

/// What is wrong with a job is told before any work is done.
void BatchRun::check(std::size_t index)
{
    Job& job = *m_jobs[index];
    BatchJob& wish = job.wish;
    if (wish.isDone) {
        job.status = Done;
        return tellJob(index, u"finished in the queue"_s);
    }
    if (wasDone(index))
        return tellJob(index, u"done before"_s);
    if (m_settings.force)
        wish.arguments.values.insert(u"--force"_s, {QString()});
    if (m_settings.forceFindings)
        wish.arguments.values.insert(u"--force-findings"_s, {QString()});
    if (m_settings.resumes)
        wish.arguments.values.insert(u"--resume"_s, {QString()});
    if (!wish.mistake && wish.kind == JobKind::Quantize) {
        auto checked = quantizeArguments(wish.arguments, wish.recipe ? &*wish.recipe : nullptr);
        if (checked) {
            job.checked = *std::move(checked);
            job.checked->thresholds = wish.thresholds.value_or(job.checked->thresholds);
            job.checked->limits = m_settings.limits;
            job.checked->limits.continueOnError |= wish.arguments.has("--continue-on-error"_L1);
        } else {
            wish.mistake = asKey(checked.error());
        }
    }
    if (!wish.mistake)
        return;
    const Error error = wish.mistake->in(u"job %1"_s.arg(index + 1)).in(m_settings.path);
    job.status = failJob(index, error);
    tellJob(index, u"not run: it has a mistake"_s);
}

/// Names what is asked for and of what: another model of that name is another job.
QByteArray BatchRun::wishOf(const Job& job) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(job.wish.wish);
    hash.addData(QJsonDocument(stateOf(job.wish.model)).toJson(QJsonDocument::Compact));
    return hash.result().toHex();
}

bool BatchRun::wasDone(std::size_t index)
{
    Job& job = *m_jobs[index];
    for (const QByteArray& line : m_done) {
        const QJsonObject record = QJsonDocument::fromJson(line).object();
        const bool isSame = record.value(u"wish"_s).toString().toLatin1() == wishOf(job)
            && (job.wish.output.isEmpty()
                || record.value(u"output"_s).toObject() == stateOf(job.wish.output));
        if (isSame)
            job.status = Status(record.value(u"status"_s).toInt());
    }
    return job.status.has_value();
}

void BatchRun::noteDone(const Job& job)
{
    if (!m_records || (job.status != Done && job.status != BelowThreshold))
        return;
    const QJsonObject record{{u"wish"_s, QString::fromLatin1(wishOf(job))},
        {u"output"_s, stateOf(job.wish.output)}, {u"status"_s, int(*job.status)}};
    if (const auto noted
        = m_records->append({QJsonDocument(record).toJson(QJsonDocument::Compact)});
        !noted)
        fail(noted.error(), m_settings.path);
}

void BatchRun::work()
{
    for (std::size_t index = m_next++; index < m_jobs.size(); index = m_next++) {
        Job& job = *m_jobs[index];
        if (job.status)
            continue;
        const Status status = wasInterrupted() ? Interrupted : runJob(index);
        const std::lock_guard lock(m_mutex);
        job.status = status;
        noteDone(job);
        endJob(index);
    }
}

void BatchRun::endJob(std::size_t index)
{
    Job& job = *m_jobs[index];
    job.share = 1;
    if (m_settings.style == ProgressStyle::Json)
        printJsonEnd(*job.status, job.wish.output, int(index));
}

Status BatchRun::runJob(std::size_t index)
{
    const bool isJson = m_settings.style == ProgressStyle::Json;
    ProgressPrinter printer(isJson ? ProgressStyle::Json : ProgressStyle::Quiet, int(index));
    JobControl control = controlFor(index, printer);
    m_shares.join(*control.gate);
    Status status = FailedOtherwise;
    try { // A thread must not end with one; one job's memory may be another's.
        status = m_jobs[index]->wish.kind == JobKind::Measure
            ? measureJob(index, control)
            : quantizeJob(index, *control.gate, control);
    } catch (const std::exception& bug) {
        status = failed(index, {ErrorCode::Internal, QString::fromUtf8(bug.what()), {}});
    }
    m_shares.leave(*control.gate);
    printer.end();
    return status;
}

JobControl BatchRun::controlFor(std::size_t index, ProgressPrinter& printer)
{
    JobControl control = printer.control();
    control.gate = std::make_shared<JobGate>();
    if (m_settings.style == ProgressStyle::Bar)
        control.progress = [this, index](const Progress& progress) {
            m_jobs[index]->share = progress.bytesTotal
                ? double(progress.bytesDone) / double(progress.bytesTotal)
                : 1;
            showBar();
        };
    return control;
}

Status BatchRun::quantizeJob(std::size_t index, JobGate& gate, const JobControl& control)
{
    const Job& job = *m_jobs[index];
    const auto request = quantizeRequest(*job.checked, job.wish.arguments);
    if (!request)
        return failed(index, request.error());
    gate.setKeepsUnfinished(!request->journal.isEmpty());
    const JobEnd end = quantizeModel(*request, control);
    const auto* finished = std::get_if<Finished>(&end);
    return finished ? finishJob(index, *finished) : failEnd(index, end);
}

Status BatchRun::measureJob(std::size_t index, const JobControl& control)
{
    const BatchJob& wish = m_jobs[index]->wish;
    const auto planned = planFor(wish.arguments, *wish.recipe);
    if (!planned)
        return failed(index, planned.error());
    const JobEnd end = measureModel(
        {planned->source, planned->plan, wish.thresholds.value_or(thresholdsOf(*wish.recipe)),
            m_settings.limits, planned->importance},
        control);
    const auto* finished = std::get_if<Finished>(&end);
    if (!finished)
        return failEnd(index, end);
    tellJob(index, summaryText(finished->report));
    return Done;
}

Status BatchRun::finishJob(std::size_t index, const Finished& finished)
{
    const Job& job = *m_jobs[index];
    if (const auto written
        = writeReports(job.checked->reports, finished.report, job.wish.arguments.has("--force"_L1));
        !written)
        return failed(index, written.error());
    const QString kept = keptText(finished.report);
    tellJob(index, summaryText(finished.report) + (kept.isEmpty() ? QString() : u"; "_s + kept));
    const std::lock_guard lock(m_mutex);
    clearBar();
    return Status(verdict(finished.report, job.wish.output));
}

/// One line on standard error that begins with the path of a file.
Status BatchRun::failJob(std::size_t index, const Error& error)
{
    if (m_settings.style == ProgressStyle::Json)
        tellErrors({error, {}}, int(index));
    const Job& job = *m_jobs[index];
    const std::lock_guard lock(m_mutex);
    clearBar();
    const QString path = error.where.startsWith(m_settings.path) ? m_settings.path : job.wish.model;
    return Status(fail(error, path));
}

Status BatchRun::failEnd(std::size_t index, const JobEnd& end)
{
    const auto* failure = std::get_if<Failed>(&end);
    if (!failure) {
        tellJob(index,
            std::get<Cancelled>(end).canResume ? u"interrupted; --resume goes on with it"_s
                                               : u"interrupted"_s);
        return Interrupted;
    }
    Error error = failure->error;
    if (failure->errors.size() > 1)
        error.detail += u" (and %1 more)"_s.arg(failure->errors.size() - 1);
    return failed(index, error);
}

Status BatchRun::failed(std::size_t index, const Error& error)
{
    const Status status = failJob(index, error);
    tellJob(index, u"failed"_s);
    return status;
}

/// "2 of 5: out.gguf: 60 of 61 tensors quantized, …": JSON has events instead.
void BatchRun::tellJob(std::size_t index, const QString& outcome)
{
    if (m_settings.style == ProgressStyle::Json)
        return;
    const BatchJob& wish = m_jobs[index]->wish;
    const std::lock_guard lock(m_mutex);
    clearBar();
    printLine(u"%1 of %2: %3: %4"_s.arg(index + 1)
                  .arg(m_jobs.size())
                  .arg(printable(wish.output.isEmpty() ? wish.model : wish.output, 4096), outcome));
    flushOutput();
}

/// All jobs together, as every one of them were of one size.
void BatchRun::showBar()
{
    constexpr int width = 24;
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    if (now - m_lastBar < std::chrono::milliseconds(100))
        return;
    m_lastBar = now;
    double share = 0;
    std::size_t ended = 0;
    for (const auto& job : m_jobs) {
        share += job->share / double(m_jobs.size());
        ended += job->share >= 1;
    }
    const int filled = std::clamp(int(width * share), 0, width);
    std::fprintf(stderr, "\r%zu of %zu jobs [%s%s] %3d %%\033[K", ended, m_jobs.size(),
        std::string(std::size_t(filled), '#').c_str(),
        std::string(std::size_t(width - filled), '.').c_str(), int(100 * share));
    std::fflush(stderr);
    m_barShown = true;
}

void BatchRun::clearBar()
{
    if (std::exchange(m_barShown, false))
        std::fputs("\r\033[K", stderr);
}

int BatchRun::worst() const
{
    Status status = Done;
    for (const auto& job : m_jobs)
        status = std::max(status, job->status.value_or(Interrupted),
            [](Status a, Status b) { return rankOf(a) < rankOf(b); });
    return status;
}

} // namespace aq::cli
