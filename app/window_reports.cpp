#include "app/main_window.h"

#include "app/queue_part.h"
#include "core/io/file_stamp.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/queue_page.h"
#include "ui/pages/report_page.h"

namespace aq {
namespace {

/// The same files, as they were: a job of another version of them tells nothing of this one.
bool isSameModel(const JobSpec& job, const JobSpec& spec)
{
    return job.model == spec.model && job.components == spec.components
        && (job.modelFiles.isEmpty() || areSame(job.modelFiles, spec.modelFiles));
}

/// The newest job with a report of the model that `spec` is of; null: there is none.
const QueuedJob* newestReport(const JobQueue& queue, const JobSpec& spec)
{
    const QueuedJob* newest = nullptr;
    for (qsizetype row = 0; row < queue.size(); ++row) {
        const QueuedJob& job = queue.at(row);
        if (job.hasReport() && isSameModel(job.item.spec, spec)
            && (!newest || job.id() > newest->id()))
            newest = &job;
    }
    return newest;
}

} // namespace

void MainWindow::showReport(int id)
{
    const QueuedJob* job = m_session->queue().find(id);
    if (!job || !job->report)
        return;
    m_reportJob = id;
    m_report->setReport(*job->report);
    updateState();
}

/// Two files that were compared are of no job: nothing of it is left to be exported or judged.
void MainWindow::forgetReportJob()
{
    m_reportJob = 0;
    updateState();
}

/// Only what the open model is judged by holds for its next jobs too.
void MainWindow::takeThresholds(const Thresholds& limits)
{
    const QueuedJob* job = m_session->queue().find(m_reportJob);
    if (job && job->item.spec.model == m_session->modelPath())
        m_session->setThresholds(limits);
}

/// On the Queue page the selected job is meant, elsewhere the one whose report is shown.
int MainWindow::jobToExport() const
{
    const int id = page() == Page::Queue ? m_queuePart->page().currentJob() : m_reportJob;
    const QueuedJob* job = m_session->queue().find(id);
    return job && job->canExport() ? id : 0;
}

/// That of an earlier run of the program is shown once it was read.
void MainWindow::openReport(int id)
{
    JobQueue& queue = m_session->queue();
    const QueuedJob* job = queue.find(id);
    if (job && !job->report) {
        m_wantedReport = id;
        return queue.wantReport(id);
    }
    m_wantedReport = 0;
    showReport(id);
    showPage(Page::Report);
}

void MainWindow::takeReadReport(int id)
{
    if (id == m_wantedReport)
        openReport(id);
    // Two large tables are two events, so that neither the mouse nor the keys have to wait.
    QMetaObject::invokeMethod(this, &MainWindow::showLastErrors, Qt::QueuedConnection);
}

void MainWindow::takeReportFailed(int id, const Error& error)
{
    if (id != m_wantedReport)
        return; // Nobody asked: its log says so.
    m_wantedReport = 0;
    showError(error);
}

void MainWindow::showLastErrors()
{
    const QueuedJob* last = newestReport(m_session->queue(), m_session->specFor(JobKind::Measure));
    if (last && !last->report) {
        m_plan->setReport({});
        return m_session->queue().wantReport(last->id());
    }
    const bool fits
        = last && last->report->tensors.size() == m_session->model().header().tensors.size();
    m_plan->setReport(fits ? last->report : ReportPtr());
}

} // namespace aq
