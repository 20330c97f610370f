#include "app/main_window.h"

#include "ui/pages/plan_page.h"

namespace aq {
namespace {

/// The newest job with a report of the model that `spec` is of; null: there is none.
const QueuedJob* newestReport(const JobQueue& queue, const JobSpec& spec)
{
    const QueuedJob* newest = nullptr;
    for (qsizetype row = 0; row < queue.size(); ++row) {
        const QueuedJob& job = queue.at(row);
        const bool fits
            = job.item.spec.model == spec.model && job.item.spec.components == spec.components;
        if (job.hasReport() && fits && (!newest || job.id() > newest->id()))
            newest = &job;
    }
    return newest;
}

} // namespace

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
