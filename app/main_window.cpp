#include "app/main_window.h"

#include "app/add_jobs_part.h"
#include "app/chart_save_part.h"
#include "app/compare_part.h"
#include "app/edit_job_part.h"
#include "app/help_part.h"
#include "app/inspector_part.h"
#include "app/layout_part.h"
#include "app/log_part.h"
#include "app/notification_part.h"
#include "app/power_part.h"
#include "app/preferences_part.h"
#include "app/presets_part.h"
#include "app/queue_part.h"
#include "app/report_part.h"
#include "app/shortcuts_part.h"
#include "app/start_part.h"
#include "app/taskbar_part.h"
#include "ui/pages/open_page.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/queue_page.h"
#include "ui/pages/report_page.h"
#include "ui/text/type_text.h"
#include "ui/text/units.h"
#include "ui/widgets/message_bar.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace aq {

MainWindow::MainWindow(const Settings& settings, QWidget* parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_session(new Session(settings, this))
{
    setAcceptDrops(true);
    setWindowIcon(QIcon(QStringLiteral(":/icons/arrowquant.svg")));
    makePages();
    makeMenus();
    m_queuePart = new QueuePart(*this, this);
    m_addJobs = new AddJobsPart(*this, m_queuePart->page(), this);
    m_editJob = new EditJobPart(*this, this);
    makeParts();
    connectPages();
    connectSession();
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    restoreGeometry(m_settings.geometry);
    restoreState(m_settings.docks);
    m_plan->restoreViewState(m_settings.planView);
    showPage(Page::Start);
    updateState();
}

MainWindow::~MainWindow()
{
    disconnect(m_session, nullptr, this, nullptr); // The pages go before the session has ended.
    delete m_session;
}

void MainWindow::makePages()
{
    m_message = new MessageBar;
    m_pages = new QStackedWidget;
    m_open = new OpenPage;
    m_plan = new PlanPage;
    m_report = new ReportPage;
    auto* centre = new QWidget;
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
}

void MainWindow::connectPages()
{
    connect(m_open, &OpenPage::openRequested, this, &MainWindow::openModel);
    connect(m_open, &OpenPage::openFileDialogRequested, this, &MainWindow::askForFile);
    connect(m_open, &OpenPage::openFolderDialogRequested, this, &MainWindow::askForFolder);

    RecipeHistory& history = m_session->history();
    Planner& planner = m_session->planner();
    connect(m_plan, &PlanPage::recipeEdited, &history, &RecipeHistory::edit);
    connect(m_plan, &PlanPage::patternsShown, &planner, &Planner::countMatches);
    connect(m_plan, &PlanPage::measureRequested, this, [this] { start(JobKind::Measure); });
    connect(m_plan, &PlanPage::quantizeRequested, this, &MainWindow::quantize);
    connect(m_plan, &PlanPage::importanceFileRequested, this, &MainWindow::askForImportance);
    connect(&history, &RecipeHistory::changed, this, [this](const Recipe& recipe) {
        if (m_plan->recipe() != recipe)
            m_plan->setRecipe(recipe);
        m_plan->setBusy(true); // Until its plan is there.
        updateState();
    });
    connect(&planner, &Planner::planned, this, &MainWindow::takePlan);
    connect(&planner, &Planner::refused, this, [this](const Error& error) {
        m_plan->setBusy(false);
        m_plan->setPlanProblems(error.detail.split(u'\n'));
        updateState();
    });
    connect(&planner, &Planner::matchesCounted, m_plan, &PlanPage::setMatchCounts);
    connect(&planner, &Planner::profilesEstimated, m_plan, &PlanPage::setEstimates);

    connect(m_queuePart, &QueuePart::reportRequested, this, &MainWindow::openReport);
    connect(m_queuePart, &QueuePart::exportRequested, this, [this](int id) { askForExport(id); });
    connect(m_queuePart, &QueuePart::editRequested, m_editJob, &EditJobPart::edit);
    connect(m_queuePart, &QueuePart::openRequested, this, &MainWindow::askForFile);
    connect(&m_queuePart->page(), &QueuePage::currentJobChanged, this, &MainWindow::updateState);
    connect(m_addJobs, &AddJobsPart::blocked, this,
        [this] { askAboutFindings([this] { m_addJobs->addPlan(true); }); });
    connect(m_report, &ReportPage::exportRequested, this, [this] { askForExport(m_reportJob); });
    connect(m_report, &ReportPage::thresholdsChanged, this, &MainWindow::takeThresholds);
    connect(m_message, &MessageBar::openFolderRequested, this, &MainWindow::openFolderOf);
}

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

void MainWindow::openModel(const QString& path) { m_session->open(path); }

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

void MainWindow::showError(const Error& error) { m_message->showError(error); }

/// One line per part: whatever is not the way of a single model through the pages.
void MainWindow::makeParts()
{
    new ChartSavePart(*this, this);
    new ComparePart(*this, this);
    new HelpPart(*this, this);
    new InspectorPart(*this, this);
    new LogPart(*this, this);
    new NotificationPart(*this, this);
    new PowerPart(*this, this);
    new TaskbarPart(*this, this);
    new PresetsPart(*this, this);
    new PreferencesPart(*this, this);
    auto* reports = new ReportPart(*this, this);
    connect(reports, &ReportPart::copyCommandRequested, this, &MainWindow::copyCommand);
    connect(reports, &ReportPart::pairShown, this, &MainWindow::forgetReportJob);
    new StartPart(
        *this, *m_open, *m_recentMenu, [this](const QStringList& paths) { openModels(paths); },
        this);
    new LayoutPart(*this, this); // Sees the docks and menus of all others.
    new ShortcutsPart(*this, this);
}

Page MainWindow::page() const { return m_pageWidgets.key(m_pages->currentWidget()); }

void MainWindow::showPage(Page page)
{
    m_pages->setCurrentWidget(m_pageWidgets.value(page));
    for (QAction* action : m_pageActions->actions())
        if (action->data().toInt() == int(page))
            action->setChecked(true);
    updateState(); // What Export means depends on it.
}

void MainWindow::showTensor(const QString& name)
{
    showPage(Page::Plan);
    m_plan->showTensor(name);
}

/// On the Queue page the selected job is meant, elsewhere the one whose report is shown.
int MainWindow::jobToExport() const
{
    const int id = page() == Page::Queue ? m_queuePart->page().currentJob() : m_reportJob;
    const QueuedJob* job = m_session->queue().find(id);
    return job && job->canExport() ? id : 0;
}

void MainWindow::updateState()
{
    const bool hasModel = bool(m_session->model()), canStart = m_session->canStart();
    const auto& report = m_report->report();
    const QueuedJob* shown = m_session->queue().find(m_reportJob);
    const bool canExport = shown && shown->canExport();
    m_measure->setEnabled(canStart);
    m_quantize->setEnabled(canStart);
    m_cancel->setEnabled(m_session->queue().isRunning());
    m_closeModel->setEnabled(hasModel);
    for (QAction* action : {m_savePlan, m_savePlanAs, m_loadPlan})
        action->setEnabled(hasModel);
    m_export->setEnabled(jobToExport() != 0);
    m_saveReport->setEnabled(report.has_value());
    m_copyCommand->setEnabled(hasModel);
    if (m_reportJob != 0 || !report) // Else the report is of no job, and its part says why.
        m_report->setExportable(canExport,
            !report                        ? tr("Quantize a model first")
                : report->output.isEmpty() ? tr("A trial writes no file; quantize to get one")
                : shown && shown->exporting
                ? tr("The file is being exported")
                : tr("The file is gone: its job was removed or run again"));
    showTitle();
}

void MainWindow::showTitle()
{
    const QString name = m_session->modelName();
    const QString title
        = name.isEmpty() ? QStringLiteral("ArrowQuant") : tr("%1 – ArrowQuant", "model").arg(name);
    const JobQueue& queue = m_session->queue();
    setWindowTitle(queue.isRunning()
            ? tr("%1 % – %2", "progress of the jobs, title of the window")
                  .arg(QLocale().toString(int(100 * queue.fraction())), title)
            : title);
}

Settings MainWindow::currentSettings() const
{
    Settings settings = m_settings;
    settings.geometry = saveGeometry();
    settings.docks = saveState();
    settings.planView = m_plan->viewState();
    return settings;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const JobQueue& queue = m_session->queue();
    const bool forgets = !queue.isSaved() && queue.unfinishedCount() > 0;
    if (m_quitting
        || !(queue.isRunning() || queue.isExporting() || queue.hasUnexported() || forgets))
        return event->accept();
    event->ignore();
    askBeforeQuitting();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            return event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    event->acceptProposedAction();
    openModels(paths);
}

} // namespace aq
