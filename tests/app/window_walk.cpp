#include "tests/app/window_walk.h"

#include "app/main_window.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"

#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>
#include <QTimer>

namespace aq::test {
namespace {

constexpr int patience = 60'000; ///< Milliseconds: a busy machine is no failure.

constexpr std::array allPages{Page::Start, Page::Plan, Page::Queue, Page::Report, Page::Compare};

/// Layouts, queued calls and polishing.
void settle()
{
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

void collect(const QMenu& menu, QList<QAction*>& into)
{
    for (QAction* action : menu.actions()) {
        if (action->menu())
            collect(*action->menu(), into);
        else if (!action->isSeparator())
            into << action;
    }
}

} // namespace

WindowWalk::WindowWalk()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    m_model = m_folder.filePath(QStringLiteral("small.safetensors"));
    const bool written = write(m_model,
        safetensorsFile({floatTensor(QStringLiteral("blk.0.attn.weight"), {64, 256}, 1),
            floatTensor(QStringLiteral("blk.0.ffn.weight"), {128, 100}, 2),
            floatTensor(QStringLiteral("blk.1.attn.weight"), {64, 256}, 3),
            floatTensor(QStringLiteral("norm.weight"), {256}, 4)}));
    Q_ASSERT(written);
    Settings settings;
    settings.workspaceFolder = m_folder.filePath(QStringLiteral("work"));
    m_window = std::make_unique<MainWindow>(settings);
    m_window->resize(1280, 800);
    m_window->show();
    settle();
}

WindowWalk::~WindowWalk() = default;

QStringList WindowWalk::names() const
{
    return QStringList{QStringLiteral("small"), QStringLiteral("safetensors"),
               QStringLiteral("blk"), QStringLiteral("attn"), QStringLiteral("ffn"),
               QStringLiteral("norm"), QStringLiteral("weight")}
    + m_folder.path().split(u'/', Qt::SkipEmptyParts);
}

void WindowWalk::pages(const QString& state, const Look& look)
{
    for (const Page page : allPages) {
        m_window->showPage(page);
        settle();
        if (m_window->page() == page)
            look(QStringLiteral("%1, page %2").arg(state).arg(int(page) + 1), *m_window);
    }
}

void WindowWalk::openModel()
{
    m_window->openModel(m_model);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().canStart(), patience);
    settle();
}

void WindowWalk::plan(const Look& look)
{
    m_window->showPage(Page::Plan);
    for (auto* tabs : m_window->findChildren<QTabWidget*>()) {
        for (int i = 0; tabs->isVisible() && i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            settle();
            look(QStringLiteral("plan, tab %1").arg(i + 1), *m_window);
        }
        tabs->setCurrentIndex(0);
    }
    RecipeHistory& history = m_window->session().history();
    Recipe blocked = history.recipe();
    blocked.target = QStringLiteral("gguf-comfyui");
    blocked.patterns.push_back({QStringLiteral("*norm*"), {}, true});
    const Recipe before = history.recipe();
    QSignalSpy planned(&m_window->session().planner(), &Planner::planned);
    history.edit(blocked, QStringLiteral("small"));
    QTRY_VERIFY_WITH_TIMEOUT(!planned.isEmpty(), patience);
    settle();
    for (auto* tabs : m_window->findChildren<QTabWidget*>()) {
        for (int i = 0; tabs->isVisible() && i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            settle();
            look(QStringLiteral("plan that is blocked, tab %1").arg(i + 1), *m_window);
        }
        tabs->setCurrentIndex(0);
    }
    planned.clear();
    history.stack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(!planned.isEmpty(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().canStart(), patience);
}

void WindowWalk::jobs(const Look& look)
{
    for (QAction* action : m_window->findChildren<QAction*>())
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E))
            action->trigger(); // To the queue.
    settle();
    const auto dialogs = [this] {
        QList<QDialog*> open = m_window->findChildren<QDialog*>();
        open.removeIf([](const QDialog* dialog) { return !dialog->isVisible(); });
        return open;
    };
    QTRY_VERIFY_WITH_TIMEOUT(!dialogs().isEmpty(), patience);
    for (QDialog* dialog : dialogs())
        dialog->reject();       // The window takes no keys while it is open.
    m_window->activateWindow(); // Not every screen gives it the focus back.
    settle();
    QSignalSpy ended(&m_window->session().queue(), &JobQueue::ended);
    m_window->session().start(JobKind::Quantize);
    QTRY_VERIFY_WITH_TIMEOUT(!ended.isEmpty(), patience);
    settle();
    pages(QStringLiteral("after a job"), look);
}

void WindowWalk::docks(const Look& look)
{
    m_window->showPage(Page::Plan);
    for (auto* dock : m_window->findChildren<QDockWidget*>()) {
        dock->show();
        dock->raise();
        settle();
        look(QStringLiteral("dock %1").arg(dock->objectName()), *m_window);
        dock->hide();
    }
}

/// What opens when an entry of a menu is chosen is looked at and closed again, be it modal or not.
void WindowWalk::dialogOf(QAction& action, const Look& look)
{
    const QString where = QStringLiteral("dialog of “%1”").arg(action.text());
    const QList<QWidget*> before = QApplication::topLevelWidgets();
    QTimer watch;
    const auto inspect = [&] {
        for (QWidget* top : QApplication::topLevelWidgets()) {
            if (before.contains(top) || !top->isVisible() || top->windowType() == Qt::ToolTip
                || top->windowType() == Qt::Popup)
                continue;
            if (!qobject_cast<QFileDialog*>(top) && !top->inherits("QAbstractPrintDialog")
                && !top->inherits("QPrintPreviewDialog")) // Qt's own.
                look(where, *top);
            top->close();
        }
    };
    QObject::connect(&watch, &QTimer::timeout, inspect);
    watch.start(100);
    action.trigger();
    settle();
    QTest::qWait(150);
    inspect();
    settle();
}

void WindowWalk::dialogs(const Look& look)
{
    QList<QAction*> actions;
    for (QAction* top : m_window->menuBar()->actions())
        if (top->menu())
            collect(*top->menu(), actions);
    const QList<QAction*> help = m_window->menu(Shell::Menu::Help).actions();
    for (const QPointer<QAction> action : actions) {
        // By convention what asks for more ends in dots; help has its own windows.
        const bool asks = action && action->text().contains(u'…');
        if (action && action->isEnabled() && (asks || help.contains(action))
            && !action->isCheckable())
            dialogOf(*action, look);
    }
}

void WindowWalk::everything(const Look& look)
{
    pages(QStringLiteral("without a model"), look);
    openModel();
    plan(look);
    jobs(look);
    docks(look);
    dialogs(look);
}

} // namespace aq::test
