#include "app/layout_part.h"

#include "app/session.h"
#include "ui/pages/plan_page.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QDataStream>
#include <QDockWidget>
#include <QEvent>
#include <QFileInfo>
#include <QIODevice>
#include <QMap>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>

namespace aq {
namespace {

using SplitterStates = QMap<QString, QByteArray>;

/// Its name, or its place: "aq::QueuePage#0".
QString keyOf(const QSplitter& splitter)
{
    if (!splitter.objectName().isEmpty())
        return splitter.objectName();
    const QWidget* parent = splitter.parentWidget();
    const auto siblings = parent->findChildren<QSplitter*>(QString(), Qt::FindDirectChildrenOnly);
    return QStringLiteral("%1#%2")
        .arg(QLatin1StringView(parent->metaObject()->className()))
        .arg(siblings.indexOf(const_cast<QSplitter*>(&splitter)));
}

QByteArray statesOf(const QWidget& window)
{
    SplitterStates states;
    for (const QSplitter* splitter : window.findChildren<QSplitter*>())
        states.insert(keyOf(*splitter), splitter->saveState());
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << states;
    return bytes;
}

QAction* addTo(QMenu& menu, const QString& id, const QString& text, const QKeySequence& key = {})
{
    QAction* action = menu.addAction(text);
    action->setObjectName(id);
    action->setShortcut(key);
    return action;
}

} // namespace

LayoutPart::LayoutPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
{
    makeMenu();
    m_docks = shell.window().saveState();
    m_planView = shell.planPage().viewState();
    m_splitters = statesOf(shell.window());
    restoreSplitters(shell.settings().splitters);
    watchSplitters();
    noteSession();
    shell.window().installEventFilter(this);
}

void LayoutPart::makeMenu()
{
    QMenu& view = m_shell.menu(Shell::Menu::View);
    view.addSeparator();
    m_toMessage = addTo(view, QStringLiteral("view.message"), tr("Go to &message"), Qt::Key_F6);
    connect(m_toMessage, &QAction::triggered, &m_shell.messages(), &MessageBar::focusMessage);
    m_fullScreen = addTo(view, QStringLiteral("view.fullScreen"), tr("F&ull screen"), Qt::Key_F11);
    m_fullScreen->setCheckable(true);
    connect(m_fullScreen, &QAction::triggered, this, [this](bool full) {
        QMainWindow& window = m_shell.window();
        window.setWindowState(window.windowState().setFlag(Qt::WindowFullScreen, full));
    });
    connect(addTo(view, QStringLiteral("view.resetLayout"), tr("&Reset layout")),
        &QAction::triggered, this, &LayoutPart::resetLayout);
    QAction* restore = addTo(
        view, QStringLiteral("view.restoreSession"), tr("Reopen the last model at the &start"));
    restore->setCheckable(true);
    restore->setChecked(m_shell.settings().restoreSession);
    connect(restore, &QAction::toggled, this,
        [this](bool on) { m_shell.settings().restoreSession = on; });
}

bool LayoutPart::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::WindowStateChange)
        m_fullScreen->setChecked(m_shell.window().isFullScreen());
    return QObject::eventFilter(watched, event);
}

void LayoutPart::watchSplitters()
{
    for (const QSplitter* splitter : m_shell.window().findChildren<QSplitter*>())
        connect(splitter, &QSplitter::splitterMoved, this, &LayoutPart::keepSplitters);
}

void LayoutPart::keepSplitters() { m_shell.settings().splitters = statesOf(m_shell.window()); }

void LayoutPart::restoreSplitters(const QByteArray& bytes)
{
    SplitterStates states;
    QDataStream stream(bytes);
    stream >> states;
    for (QSplitter* splitter : m_shell.window().findChildren<QSplitter*>())
        if (const QByteArray state = states.value(keyOf(*splitter)); !state.isEmpty())
            splitter->restoreState(state);
}

void LayoutPart::resetLayout()
{
    m_shell.window().restoreState(m_docks);
    m_shell.planPage().restoreViewState(m_planView);
    restoreSplitters(m_splitters);
    m_shell.settings().splitters.clear();
}

void LayoutPart::noteSession()
{
    Session& session = m_shell.session();
    connect(&session, &Session::openStarted, this, [this] { m_opened = true; });
    connect(&session, &Session::opened, this, [this](const OpenedInfo& info) {
        m_shell.settings().lastModel = QFileInfo(info.model.path()).absoluteFilePath();
    });
    connect(&session, &Session::closed, this, [this] {
        m_shell.settings().lastModel.clear();
        m_shell.settings().lastRecipe.clear();
    });
    connect(&session.history(), &RecipeHistory::changed, this, [this](const Recipe& recipe) {
        if (m_shell.session().model())
            m_shell.settings().lastRecipe = QString::fromUtf8(toJson(recipe));
    });
    const auto* pages = m_shell.window().centralWidget()->findChild<QStackedWidget*>(
        QString(), Qt::FindDirectChildrenOnly);
    connect(pages, &QStackedWidget::currentChanged, this, &LayoutPart::notePage);
}

void LayoutPart::notePage()
{
    if (m_shell.session().model()) // Without one, the start page says nothing about the last.
        m_shell.settings().lastPage = int(m_shell.page());
}

/// Looks first whether the model is still there: a disk that is not plugged in is no error.
void LayoutPart::restoreSession()
{
    const Settings& settings = m_shell.settings();
    if (!settings.restoreSession || settings.lastModel.isEmpty() || m_opened)
        return;
    const auto isThere = [path = settings.lastModel] { return QFileInfo::exists(path); };
    m_shell.session().runAside(isThere,
        [this, path = settings.lastModel, recipe = settings.lastRecipe, page = settings.lastPage](
            bool there) {
            if (!there || m_opened)
                return;
            m_shell.openModel(path);
            connect(
                &m_shell.session(), &Session::opened, this,
                [this, path, recipe, page](const OpenedInfo& info) {
                    if (info.model.path() == path)
                        restoreRecipe(recipe, page);
                },
                Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
        });
}

/// After the model's usual recipe was set. A report is not kept, so its page would be empty.
void LayoutPart::restoreRecipe(const QString& json, int page)
{
    if (const auto recipe = recipeFromJson(json.toUtf8()))
        m_shell.session().history().reset(*recipe);
    if (page == int(Page::Queue) || page == int(Page::Compare))
        m_shell.showPage(Page(page));
}

} // namespace aq
