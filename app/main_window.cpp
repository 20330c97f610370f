#include "app/main_window.h"

#include "app/chart_save_part.h"
#include "app/inspector_part.h"
#include "app/preferences_part.h"
#include "app/presets_part.h"
#include "app/recents.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/report_page.h"
#include "ui/pages/run_page.h"
#include "ui/text/type_text.h"
#include "ui/text/units.h"
#include "ui/widgets/job_bar.h"
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
    makeParts();
    connectPages();
    connectSession();
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    restoreGeometry(m_settings.geometry);
    restoreState(m_settings.docks);
    m_plan->restoreViewState(m_settings.planView);
    showRecents();
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
    m_run = new RunPage;
    m_report = new ReportPage;
    auto* centre = new QWidget;
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
    m_jobBar = new JobBar;
    statusBar()->addPermanentWidget(m_jobBar);
}

void MainWindow::connectPages()
{
    connect(m_open, &OpenPage::openRequested, this, &MainWindow::openModel);
    connect(m_open, &OpenPage::openFileDialogRequested, this, &MainWindow::askForFile);
    connect(m_open, &OpenPage::openFolderDialogRequested, this, &MainWindow::askForFolder);
    connect(m_open, &OpenPage::recentRemoved, this, [this](const QString& path) {
        QList<RecentModel> recents = recentsFromJson(m_settings.recents);
        recents.removeIf([&](const RecentModel& recent) { return recent.path == path; });
        m_settings.recents = recentsToJson(recents);
        showRecents();
    });

    RecipeHistory& history = m_session->history();
    Planner& planner = m_session->planner();
    connect(m_plan, &PlanPage::recipeEdited, &history, &RecipeHistory::edit);
    connect(m_plan, &PlanPage::patternsShown, &planner, &Planner::countMatches);
    connect(
        m_plan, &PlanPage::measureRequested, this, [this] { m_session->start(JobKind::Measure); });
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
        m_plan->setBusy(m_session->isRunning());
        m_plan->setPlanProblems(error.detail.split(u'\n'));
        updateState();
    });
    connect(&planner, &Planner::matchesCounted, m_plan, &PlanPage::setMatchCounts);
    connect(&planner, &Planner::profilesEstimated, m_plan, &PlanPage::setEstimates);

    connect(m_run, &RunPage::cancelRequested, this, &MainWindow::cancelJob);
    connect(m_run, &RunPage::reportRequested, this, [this] { showPage(Page::Report); });
    connect(m_run, &RunPage::planRequested, this, [this] { showPage(Page::Plan); });
    connect(m_jobBar, &JobBar::cancelRequested, this, &MainWindow::cancelJob);
    connect(m_report, &ReportPage::exportRequested, this, [this] { askForExport(); });
    connect(m_report, &ReportPage::saveReportRequested, this, &MainWindow::askForReport);
    connect(m_report, &ReportPage::copyCommandRequested, this, &MainWindow::copyCommand);
    connect(m_report, &ReportPage::thresholdsChanged, m_session, &Session::setThresholds);
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
    connect(session, &Session::jobStarted, this, &MainWindow::takeStart);
    connect(session, &Session::jobProgressed, this, &MainWindow::takeProgress);
    connect(session, &Session::jobTensorDone, m_run, &RunPage::addTensor);
    connect(session, &Session::jobEnded, this, &MainWindow::takeEnd);
    connect(session, &Session::exportStarted, this, [this](const QString& path) {
        statusBar()->showMessage(tr("Exporting %1…").arg(QFileInfo(path).fileName()));
        updateState();
    });
    connect(session, &Session::exported, this, &MainWindow::takeExported);
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
        updateState(); // A failed export can be tried again.
        if (!m_session->isExporting())
            m_afterExport = {};
    });
}

void MainWindow::openModel(const QString& path)
{
    leaveModel(tr("Cancel the job and open"), [this, path] { m_session->open(path); });
}

void MainWindow::takeOpened(const OpenedInfo& info)
{
    statusBar()->clearMessage();
    m_message->dismiss();
    m_planPath.clear();
    m_settings.modelFolder = QFileInfo(info.model.path()).absolutePath();
    m_plan->setModel(info.model.header(), m_session->modelName(), info.recognised);
    m_plan->setReport(nullptr);
    m_report->clear();
    remember({});
    showPage(Page::Plan);
    updateState();
    if (info.model.opened().components.size() > 1)
        askForComponents(info.model);
}

void MainWindow::takeClosed()
{
    m_plan->setModel({}, {});
    m_report->clear();
    updateState();
}

void MainWindow::closeModel()
{
    leaveModel(tr("Cancel the job and close the model"), [this] {
        m_session->closeModel();
        showPage(Page::Start);
    });
}

void MainWindow::takePlan(const PlanFacts& facts)
{
    m_plan->setPlan(*facts.plan);
    m_plan->setPlanNotes(facts.notes);
    m_plan->setFindings(facts.findings);
    m_plan->setImportance(
        {facts.plan->recipe.importance, facts.importanceProblem, facts.covered, facts.quantized});
    m_plan->setBusy(m_session->isRunning());
    updateState();
}

void MainWindow::takeStart(JobKind kind, qsizetype tensors)
{
    const QString title
        = (kind == JobKind::Measure ? tr("Trying the plan on %1") : tr("Quantizing %1"))
              .arg(m_session->modelName());
    m_message->dismiss();
    m_run->start(title, tensors);
    m_jobBar->start(title);
    m_plan->setBusy(true);
    showPage(Page::Queue);
    updateState();
}

void MainWindow::takeProgress(const Progress& progress)
{
    m_run->setProgress(progress);
    m_jobBar->setProgress(progress);
    updateState();
}

void MainWindow::takeEnd(JobKind kind, const JobEnd& end)
{
    if (const auto* finished = std::get_if<Finished>(&end))
        takeFinished(kind, *finished);
    else if (const auto* failed = std::get_if<Failed>(&end))
        m_message->showError(failed->error, failed->errors);
    m_jobBar->finish();
    m_plan->setBusy(false);
    m_run->finish(end);
    updateState();
}

void MainWindow::takeFinished(JobKind kind, const Finished& finished)
{
    const ValidationReport& report = finished.report;
    m_report->setReport(report);
    // Two large tables are two events, so that neither the mouse nor the keys have to wait.
    const auto toPlan = [this, report, tensors = &m_session->model().header()] {
        if (m_session->model() && tensors == &m_session->model().header())
            m_plan->setReport(&report);
    };
    QMetaObject::invokeMethod(m_plan, toPlan, Qt::QueuedConnection);
    if (kind == JobKind::Quantize)
        remember(tr("%1, %2, %3")
                     .arg(typeTitle(report.recipe.scheme, targetNamed(report.recipe.target)),
                         bytesText(report.summary.bytesAfter),
                         report.summary.passed ? tr("passed") : tr("not passed")));
    if (page() == Page::Queue)
        showPage(Page::Report);
}

void MainWindow::takeExported(const QString& path)
{
    statusBar()->clearMessage();
    m_settings.exportFolder = QFileInfo(path).absolutePath();
    QStringList details{path};
    const auto& report = m_report->report();
    const Target* target = report ? targetNamed(report->recipe.target) : nullptr;
    if (const QString floor = target ? readerFloor(*target) : QString(); !floor.isEmpty())
        details << tr("It needs %1.").arg(floor);
    m_message->showMessage(MessageBar::Kind::Success,
        tr("%1 was exported.").arg(QFileInfo(path).fileName()), details.join(u'\n'), path);
    updateState();
    if (const auto then = std::exchange(m_afterExport, {}))
        then();
}

void MainWindow::showError(const Error& error) { m_message->showError(error); }

void MainWindow::cancelJob()
{
    if (!m_session->isRunning())
        return;
    m_run->setCancelling();
    m_jobBar->setCancelling();
    m_session->cancelJob();
}

void MainWindow::remember(const QString& lastResult)
{
    const ModelSource& model = m_session->model();
    const RecentModel recent{QFileInfo(model.path()).absoluteFilePath(), model.fileBytes(),
        QLatin1StringView(model.format().title), lastResult, false};
    m_settings.recents = recentsToJson(remembered(recentsFromJson(m_settings.recents), recent));
    showRecents();
}

void MainWindow::showRecents()
{
    const QList<RecentModel> recents = recentsFromJson(m_settings.recents);
    m_open->setRecents(recents);
    m_session->runAside([recents] { return checkedForExistence(recents); },
        [this](const QList<RecentModel>& checked) {
            if (recentsToJson(checked) == m_settings.recents)
                m_open->setRecents(checked);
        });
    fillRecentMenu();
}

/// One line per part: whatever is not the way of a single model through the pages.
void MainWindow::makeParts()
{
    new ChartSavePart(*this, this);
    new InspectorPart(*this, this);
    new PresetsPart(*this, this);
    new PreferencesPart(*this, this);
}

Page MainWindow::page() const { return m_pageWidgets.key(m_pages->currentWidget()); }

void MainWindow::showPage(Page page)
{
    m_pages->setCurrentWidget(m_pageWidgets.value(page));
    for (QAction* action : m_pageActions->actions())
        if (action->data().toInt() == int(page))
            action->setChecked(true);
}

void MainWindow::showTensor(const QString& name)
{
    showPage(Page::Plan);
    m_plan->showTensor(name);
}

void MainWindow::updateState()
{
    const bool running = m_session->isRunning(), hasModel = bool(m_session->model());
    const bool canStart = m_session->canStart();
    const auto& report = m_report->report();
    const bool canExport = report && !report->output.isEmpty()
        && report->output == m_session->validatedFile() && !m_session->isExporting();
    m_measure->setEnabled(canStart);
    m_quantize->setEnabled(canStart);
    m_cancel->setEnabled(running);
    m_closeModel->setEnabled(hasModel);
    for (QAction* action : {m_savePlan, m_savePlanAs, m_loadPlan})
        action->setEnabled(hasModel);
    m_export->setEnabled(canExport);
    m_saveReport->setEnabled(report.has_value());
    m_copyCommand->setEnabled(hasModel);
    m_report->setExportable(canExport,
        !report                        ? tr("Quantize a model first")
            : report->output.isEmpty() ? tr("A trial writes no file; quantize to get one")
                                       : tr("The file is being exported"));
    const QString name = m_session->modelName();
    const QString title = name.isEmpty() ? QStringLiteral("ArrowQuant")
                                         : QStringLiteral("%1 – ArrowQuant").arg(name);
    setWindowTitle(
        running ? QStringLiteral("%1 % – %2").arg(m_jobBar->percent()).arg(title) : title);
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
    if (m_quitting
        || !(m_session->isRunning() || m_session->isExporting() || m_session->hasUnexported()))
        return event->accept();
    event->ignore();
    leaveModel(tr("Cancel the job and quit"), [this] { quit(); });
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
