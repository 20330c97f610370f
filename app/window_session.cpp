#include "app/main_window.h"

#include "app/queue_part.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/report_page.h"
#include "ui/text/type_text.h"
#include "ui/widgets/message_bar.h"

#include <QFileInfo>
#include <QStatusBar>

namespace aq {

void MainWindow::connectSession()
{
    Session* session = m_session;
    connect(session, &Session::openStarted, this, [this](const QString& path) {
        statusBar()->showMessage(tr("Opening %1…").arg(QFileInfo(path).fileName()));
    });
    connect(session, &Session::opened, this, &MainWindow::takeOpened);
    connect(session, &Session::closed, this, &MainWindow::takeClosed);
    connect(session, &Session::openFailed, this, [this](const Error& error) {
        statusBar()->clearMessage();
        showError(error);
    });
    JobQueue* queue = &session->queue();
    connect(queue, &JobQueue::settled, this, &MainWindow::updateState);
    connect(queue, &JobQueue::progressed, this, &MainWindow::showTitle);
    connect(queue, &JobQueue::runningChanged, this, &MainWindow::showTitle);
    connect(queue, &JobQueue::ended, this, &MainWindow::takeEnd);
    connect(queue, &JobQueue::restored, this, &MainWindow::showLastErrors);
    connect(queue, &JobQueue::reportRead, this, &MainWindow::takeReadReport);
    connect(queue, &JobQueue::reportFailed, this, &MainWindow::takeReportFailed);
    connect(queue, &JobQueue::exportStarted, this, [this](int, const QString& path) {
        statusBar()->showMessage(tr("Exporting %1…").arg(QFileInfo(path).fileName()));
        updateState(); // At once: nothing can be exported twice.
    });
    connect(queue, &JobQueue::exported, this, &MainWindow::takeExported);
    connect(queue, &JobQueue::exportFailed, this, &MainWindow::takeExportFailed);
    connect(session, &Session::reportSaved, this, [this](const QString& path) {
        m_message->showMessage(MessageBar::Kind::Success, tr("The report was saved."), path, path);
    });
    connect(session, &Session::planSaved, this, [this](const QString& path) {
        m_planPath = path;
        m_message->showMessage(MessageBar::Kind::Success, tr("The plan was saved."), path, path);
    });
    connect(session, &Session::failed, this, [this](const Error& error) {
        statusBar()->clearMessage();
        showError(error);
    });
}

void MainWindow::takeOpened(const OpenedInfo& info)
{
    statusBar()->clearMessage();
    m_message->dismiss();
    m_planPath.clear();
    m_settings.modelFolder = QFileInfo(info.model.path()).absolutePath();
    const auto model = std::make_shared<const ModelSource>(info.model);
    m_plan->setModel(HeaderPtr(model, &model->header()), m_session->modelName(), info.recognised);
    showLastErrors();
    showPage(Page::Plan);
    updateState();
    if (info.model.opened().components.size() > 1)
        askForComponents(info.model);
}

void MainWindow::takeClosed()
{
    m_plan->setModel(ModelHeader(), {});
    updateState();
}

void MainWindow::closeModel()
{
    m_session->closeModel();
    showPage(Page::Start);
}

void MainWindow::takePlan(const PlanFacts& facts)
{
    m_plan->setPlan(facts.plan);
    m_plan->setPlanNotes(facts.notes);
    m_plan->setFindings(facts.findings);
    m_plan->setImportance(
        {facts.plan->recipe.importance, facts.importanceProblem, facts.covered, facts.quantized});
    m_plan->setBusy(false);
    updateState();
}

int MainWindow::start(JobKind kind, Session::Findings findings)
{
    const int id = m_session->start(kind, findings);
    if (id == 0)
        return 0;
    m_awaited = id;
    m_message->dismiss();
    m_queuePart->select(id);
    showPage(Page::Queue);
    return id;
}

void MainWindow::takeEnd(int id, const JobEnd& end)
{
    const QueuedJob* job = m_session->queue().find(id);
    if (const auto* failed = std::get_if<Failed>(&end))
        showFailure(job, *failed);
    if (!job || !job->report)
        return;
    const bool isReading = page() == Page::Report && m_report->report();
    if (id == m_awaited || !isReading)
        showReport(id);
    // Two large tables are two events, so that neither the mouse nor the keys have to wait.
    QMetaObject::invokeMethod(this, &MainWindow::showLastErrors, Qt::QueuedConnection);
    if (id == m_awaited && page() == Page::Queue)
        showPage(Page::Report);
}

/// The plan on the screen is one for files that are gone: only they need to be opened again.
void MainWindow::showFailure(const QueuedJob* job, const Failed& failed)
{
    const bool isOpen = job && job->item.spec.model == m_session->modelPath();
    if (!isOpen || !job->otherModel) {
        m_message->showError(failed.error, failed.errors);
        return;
    }
    m_message->showMessage(MessageBar::Kind::Error,
        tr("%1 has changed since it was opened.").arg(m_session->modelName()),
        tr("Nothing was written. Open the model again; the plan's settings stay."),
        m_session->modelPath(), {{tr("Open again"), [this] { m_session->reopen(); }}});
}

void MainWindow::takeExported(int id, const QString& path)
{
    statusBar()->clearMessage();
    m_settings.exportFolder = QFileInfo(path).absolutePath();
    QStringList details{path};
    const QueuedJob* job = m_session->queue().find(id);
    const Target* target = job ? targetNamed(job->item.spec.recipe.target) : nullptr;
    if (const QString floor = target ? readerFloor(*target) : QString(); !floor.isEmpty())
        details << tr("It needs %1.").arg(floor);
    m_message->showMessage(MessageBar::Kind::Success,
        tr("%1 was exported.").arg(QFileInfo(path).fileName()), details.join(u'\n'), path);
    updateState();
    if (const auto then = std::exchange(m_afterExport, {}))
        then();
}

void MainWindow::takeExportFailed(int, const Error& error)
{
    statusBar()->clearMessage();
    showError(error);
    m_afterExport = {}; // It can be tried again.
    updateState();
}

} // namespace aq
