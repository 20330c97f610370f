#include "app/job_hands.h"
#include "app/job_queue.h"
#include "app/latest.h"
#include "app/report_store.h"

namespace aq {
namespace {

constexpr std::size_t mostRead = 8; ///< Reports of earlier runs that are held at once.

Result<std::shared_ptr<const ValidationReport>> readShared(const QString& name)
{
    auto report = readReport(name);
    if (!report)
        return report.error();
    return std::make_shared<const ValidationReport>(*std::move(report));
}

} // namespace

/// The file is written before the list that names it: both are the business of one thread.
void JobQueue::keepReport(QueuedJob& job)
{
    if (!isSaved())
        return;
    job.item.report = newReportName(job.id());
    inBackground(
        m_hands->files, this,
        [name = job.item.report, report = job.report] { return writeReport(name, *report); },
        [this, id = job.id(), name = job.item.report](const Result<void>& kept) {
            QueuedJob* of = this->job(id);
            if (kept || !of || of->item.report != name)
                return;
            of->item.report.clear();
            note(*of, tr("The report cannot be kept: %1").arg(kept.error().detail));
            Q_EMIT changed(id);
            saveSoon();
        });
}

void JobQueue::dropReport(QueuedJob& job)
{
    job.report.reset();
    job.reportLost = false;
    std::erase(m_hands->read, job.id());
    if (const QString name = std::exchange(job.item.report, {}); !name.isEmpty())
        m_hands->files.start([name] { removeReport(name); });
}

void JobQueue::wantReport(int id)
{
    const QueuedJob* job = find(id);
    if (!job || job->report || !job->hasReport() || !m_hands->reading.insert(id).second)
        return;
    inBackground(
        m_hands->files, this, [name = job->item.report] { return readShared(name); },
        [this, id, name = job->item.report](
            const ReadReport& report) { takeReport(id, name, report); });
}

/// What was read of a job that runs again by now is of no use.
void JobQueue::takeReport(int id, const QString& name, const ReadReport& report)
{
    m_hands->reading.erase(id);
    QueuedJob* job = this->job(id);
    if (!job || job->item.report != name)
        return;
    if (!report) {
        job->reportLost = true;
        note(*job, tr("The report cannot be read: %1").arg(report.error().detail));
        Q_EMIT changed(id);
        return Q_EMIT reportFailed(id, report.error());
    }
    job->report = *report;
    job->tensors = qsizetype(job->report->tensors.size());
    forgetRead(id);
    Q_EMIT changed(id);
    Q_EMIT reportRead(id);
}

/// They can be read once more.
void JobQueue::forgetRead(int id)
{
    std::deque<int>& read = m_hands->read;
    read.push_back(id);
    while (read.size() > mostRead) {
        if (QueuedJob* old = job(read.front()))
            old->report.reset();
        read.pop_front();
    }
}

} // namespace aq
