#include "app/layout_part.h"

#include "app/packed_recipe.h"
#include "app/session.h"
#include "ui/pages/plan_page.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QCoreApplication>
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

constexpr std::size_t mostAtOnce = 2000; ///< Rules of single tensors.
constexpr int packDelay = 1000;          ///< Milliseconds.

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
        m_unpacked.reset();
    });
    connect(&session.history(), &RecipeHistory::changed, this, [this](const Recipe& recipe) {
        if (m_shell.session().model())
            noteRecipe(recipe);
    });
    m_packing.setSingleShot(true);
    m_packing.setInterval(packDelay);
    connect(&m_packing, &QTimer::timeout, this, &LayoutPart::packRecipe);
    connect(qApp, &QCoreApplication::aboutToQuit, this, &LayoutPart::packNow);
    const auto* pages = m_shell.window().centralWidget()->findChild<QStackedWidget*>(
        QString(), Qt::FindDirectChildrenOnly);
    connect(pages, &QStackedWidget::currentChanged, this, &LayoutPart::notePage);
}

/// A plan with a choice for each of 100,000 tensors takes a while to write: in the background, once
/// it stays the same for a moment.
void LayoutPart::noteRecipe(const Recipe& recipe)
{
    m_unpacked = recipe;
    if (recipe.overrides.size() + recipe.fitted.size() <= mostAtOnce)
        packNow();
    else
        m_packing.start();
}

void LayoutPart::packRecipe()
{
    if (m_isPacking || !m_unpacked)
        return;
    m_isPacking = true;
    m_shell.session().runAside([recipe = *m_unpacked] { return packedRecipe(recipe); },
        [this, recipe = *m_unpacked](const QByteArray& packed) {
            m_isPacking = false;
            if (!m_unpacked)
                return;
            if (*m_unpacked != recipe)
                return m_packing.start();
            m_shell.settings().lastRecipe = packed;
            m_unpacked.reset();
        });
}

void LayoutPart::packNow()
{
    m_packing.stop();
    if (m_unpacked)
        m_shell.settings().lastRecipe = packedRecipe(*m_unpacked);
    m_unpacked.reset();
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
    using Found = std::pair<bool, std::optional<Recipe>>;
    const auto look = [path = settings.lastModel, packed = settings.lastRecipe]() -> Found {
        if (!QFileInfo::exists(path))
            return {};
        const auto recipe = unpackedRecipe(packed);
        return {true, recipe ? std::optional(*recipe) : std::nullopt};
    };
    m_shell.session().runAside(
        look, [this, path = settings.lastModel, page = settings.lastPage](const Found& found) {
            if (!found.first || m_opened)
                return;
            m_shell.openModel(path);
            connect(
                &m_shell.session(), &Session::opened, this,
                [this, path, recipe = found.second, page](const OpenedInfo& info) {
                    if (info.model.path() != path)
                        return;
                    if (recipe)
                        restoreRecipe(*recipe, info.model);
                    if (page == int(Page::Queue) || page == int(Page::Compare))
                        m_shell.showPage(Page(page)); // A report is not kept.
                },
                Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
        });
}

/// After the model's usual recipe was set, unless that was edited meanwhile.
void LayoutPart::restoreRecipe(const Recipe& recipe, const ModelSource& model)
{
    m_shell.session().runAside([recipe, model] { return withNamesOf(recipe, model.header()); },
        [this, path = model.path()](const Recipe& shared) {
            Session& session = m_shell.session();
            if (session.model() && session.model().path() == path
                && session.history().stack().count() == 0)
                session.history().reset(shared);
        });
}

} // namespace aq
