#include "app/main_window.h"

#include "app/add_jobs_part.h"
#include "app/chart_save_part.h"
#include "app/compare_part.h"
#include "app/edit_job_part.h"
#include "app/fit_part.h"
#include "app/help_part.h"
#include "app/inspector_part.h"
#include "app/layout_part.h"
#include "app/log_part.h"
#include "app/notification_part.h"
#include "app/power_part.h"
#include "app/preferences_part.h"
#include "app/presets_part.h"
#include "app/queue_part.h"
#include "app/repair_part.h"
#include "app/report_part.h"
#include "app/shortcuts_part.h"
#include "app/start_part.h"
#include "app/taskbar_part.h"
#include "ui/pages/open_page.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/queue_page.h"
#include "ui/pages/report_page.h"
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

void MainWindow::openModel(const QString& path) { m_session->open(path); }

void MainWindow::showError(const Error& error) { m_message->showError(error); }

/// One line per part: whatever is not the way of a single model through the pages.
void MainWindow::makeParts()
{
    new ChartSavePart(*this, this);
    new ComparePart(*this, this);
    new FitPart(*this, this);
    new HelpPart(*this, this);
    new InspectorPart(*this, this);
    new LogPart(*this, this);
    new NotificationPart(*this, this);
    new PowerPart(*this, this);
    new TaskbarPart(*this, this);
    new PresetsPart(*this, this);
    new PreferencesPart(*this, this);
    new RepairPart(*this, this);
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
            !report                         ? tr("Quantize a model first")
                : report->output.isEmpty()  ? tr("A trial writes no file; quantize to get one")
                : shown && shown->exporting ? tr("The file is being exported")
                : shown && shown->repairing
                ? tr("The file is being repaired")
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
