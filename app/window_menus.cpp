#include "app/about.h"
#include "app/guide.h"
#include "app/main_window.h"
#include "app/queue_part.h"
#include "ui/pages/open_page.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/report_page.h"
#include "ui/widgets/filter_bar.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTableView>
#include <QToolBar>
#include <QUndoView>
#include <QWhatsThis>
#include <algorithm>

namespace aq {
namespace {

/// A key that a page handles itself is only shown in the menu: two owners would be ambiguous.
void showKeyOfPage(QAction& action, const QKeySequence& key)
{
    action.setShortcut(key);
    action.setShortcutContext(Qt::WidgetShortcut); // Of the menu bar, where nobody types it.
}

/// What the focused widget has selected goes to the clipboard.
void copyFromFocus()
{
    QWidget* focus = QApplication::focusWidget();
    if (!focus)
        return;
    if (!QMetaObject::invokeMethod(focus, "copy"))
        QApplication::postEvent(
            focus, new QKeyEvent(QEvent::KeyPress, Qt::Key_C, Qt::ControlModifier));
}

} // namespace

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeEditMenu();
    makePageBar();
    makeViewMenu();
    makeJobMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    m_menus.insert(Menu::File, menu);
    menu->addAction(themeIcon(QStringLiteral("open")), tr("&Open…"), QKeySequence::Open, this,
        &MainWindow::askForFile);
    menu->addAction(tr("Open &folder…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this,
        &MainWindow::askForFolder);
    m_recentMenu = menu->addMenu(tr("Open &recent"));
    m_closeModel = menu->addAction(
        tr("&Close model"), QKeySequence(Qt::CTRL | Qt::Key_W), this, &MainWindow::closeModel);
    menu->addSeparator();
    m_loadPlan = menu->addAction(tr("&Load plan…"), this, &MainWindow::askForPlan);
    m_savePlan = menu->addAction(
        tr("&Save plan"), QKeySequence(Qt::CTRL | Qt::Key_S), this, [this] { savePlan(false); });
    m_savePlanAs = menu->addAction(tr("Save plan &as…"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), this, [this] { savePlan(true); });
    menu->addSeparator();
    m_export = menu->addAction(themeIcon(QStringLiteral("export")), tr("&Export…"),
        QKeySequence(Qt::CTRL | Qt::Key_E), this, [this] { askForExport(jobToExport()); });
    m_saveReport = menu->addAction(themeIcon(QStringLiteral("report")), tr("Save re&port…"),
        QKeySequence(Qt::CTRL | Qt::Key_R), this, &MainWindow::askForReport);
    menu->addSeparator();
    menu->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
}

void MainWindow::makeEditMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    m_menus.insert(Menu::Edit, menu);
    QUndoStack& stack = m_session->history().stack();
    QAction* undo = stack.createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    undo->setIcon(themeIcon(QStringLiteral("undo")));
    QAction* redo = stack.createRedoAction(this, tr("&Redo"));
    redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    redo->setIcon(themeIcon(QStringLiteral("redo")));
    menu->addActions({undo, redo});
    menu->addSeparator();
    QAction* copy = menu->addAction(tr("&Copy"), copyFromFocus);
    showKeyOfPage(*copy, QKeySequence(Qt::CTRL | Qt::Key_C));
    m_copyCommand = menu->addAction(tr("Copy equivalent command &line"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), this, &MainWindow::copyCommand);
    menu->addSeparator();
    QAction* find = menu->addAction(tr("&Find tensors"), this, [this] {
        showPage(Page::Plan);
        if (auto* filter = m_plan->findChild<FilterBar*>())
            filter->focusText();
    });
    showKeyOfPage(*find, QKeySequence(Qt::CTRL | Qt::Key_F));
}

/// The steps of the work, always in reach.
void MainWindow::makePageBar()
{
    auto* bar = new QToolBar(tr("Pages"));
    bar->setObjectName(QStringLiteral("pages"));
    bar->setAccessibleName(tr("Pages"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    bar->setIconSize(QSize(24, 24));
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    addToolBar(Qt::LeftToolBarArea, bar);
    // Shown by the tool bar when it is too low for its buttons.
    if (auto* more = bar->findChild<QWidget*>(QStringLiteral("qt_toolbar_ext_button")))
        more->setAccessibleName(tr("More pages"));
    m_pageBar = bar;
    m_pageActions = new QActionGroup(this);
    addPage(Page::Start, QStringLiteral("start"), tr("Start"), tr("Open a model"), m_open);
    addPage(Page::Plan, QStringLiteral("plan"), tr("Plan"), tr("Tensors, and what to do with them"),
        m_plan);
    addPage(Page::Report, QStringLiteral("report"), tr("Report"), tr("How close the result is"),
        m_report);
}

void MainWindow::addPage(
    Page page, const QString& icon, const QString& title, const QString& hint, QWidget* widget)
{
    const auto key = QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(page)));
    auto* action = new QAction(themeIcon(icon), title, m_pageActions);
    action->setCheckable(true);
    action->setShortcut(key);
    const auto showKey = [action, hint] {
        const QString text = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(
            text.isEmpty() ? hint : tr("%1 (%2)", "hint (shortcut)").arg(hint, text));
    };
    showKey();
    connect(action, &QAction::changed, action, showKey); // Keys can be changed.
    action->setData(int(page));
    connect(action, &QAction::triggered, this, [this, page] { showPage(page); });
    const auto isLater = [page](const QAction* other) { return other->data().toInt() > int(page); };
    const auto put = [&](QWidget& where) {
        const QList<QAction*> actions = where.actions();
        const auto before = std::ranges::find_if(actions, [&](QAction* other) {
            return other->isSeparator()
                || (other->actionGroup() == m_pageActions && isLater(other));
        });
        where.insertAction(before == actions.end() ? nullptr : *before, action);
    };
    put(*m_pageBar);
    if (QMenu* view = m_menus.value(Menu::View))
        put(*view);
    m_pageWidgets.insert(page, widget);
    m_pages->addWidget(widget);
}

QDockWidget& MainWindow::addDock(
    const QString& id, const QString& title, QWidget* widget, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(title);
    dock->setObjectName(id);
    dock->setWidget(widget);
    addDockWidget(area, dock);
    dock->hide();
    menu(Menu::View).addAction(dock->toggleViewAction());
    return *dock;
}

void MainWindow::makeViewMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    m_menus.insert(Menu::View, menu);
    menu->addActions(m_pageActions->actions());
    menu->addSeparator();
    makeHistoryDock();
}

void MainWindow::makeHistoryDock()
{
    auto* view = new QUndoView(&m_session->history().stack());
    view->setEmptyLabel(tr("Plan as opened"));
    view->setAccessibleName(tr("History of the plan"));
    addDock(QStringLiteral("history"), tr("History"), view, Qt::RightDockWidgetArea);
}

void MainWindow::makeJobMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Job"));
    m_menus.insert(Menu::Job, menu);
    m_measure = menu->addAction(themeIcon(QStringLiteral("measure")), tr("&Try plan"), this,
        [this] { start(JobKind::Measure); });
    showKeyOfPage(*m_measure, QKeySequence(Qt::Key_F5));
    m_measure->setToolTip(tr("Measures the error of every tensor; writes nothing"));
    m_quantize = menu->addAction(themeIcon(QStringLiteral("quantize")), tr("&Quantize"),
        QKeySequence(Qt::CTRL | Qt::Key_Return), this, &MainWindow::quantize);
    m_cancel = menu->addAction(tr("&Cancel"), QKeySequence(Qt::CTRL | Qt::Key_Period), this,
        [this] { m_queuePart->cancelRunning(); });
    menu->addSeparator();
    QAction* keepGoing = menu->addAction(tr("Continue on &errors"));
    keepGoing->setCheckable(true);
    keepGoing->setChecked(m_settings.continueOnError);
    keepGoing->setToolTip(tr("A tensor that fails is kept as it is, and listed"));
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, keepGoing, // The preferences may have changed it.
        [this, keepGoing] { keepGoing->setChecked(m_settings.continueOnError); });
    connect(keepGoing, &QAction::toggled, this, [this](bool on) {
        m_settings.continueOnError = on;
        m_session->setLimits(m_settings);
    });
}

void MainWindow::makeHelpMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    m_menus.insert(Menu::Help, menu);
    menu->addAction(
        tr("&User guide"), QKeySequence::HelpContents, this, [this] { showGuide(this, page()); });
    QAction* whatsThis = QWhatsThis::createAction(this);
    menu->addAction(whatsThis);
    menu->addSeparator();
    menu->addAction(tr("&About ArrowQuant"), this, [this] { showAbout(this); });
}

} // namespace aq
