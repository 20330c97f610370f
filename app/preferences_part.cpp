#include "app/preferences_part.h"

#include "app/bus.h"
#include "app/languages.h"
#include "app/output_name.h"
#include "app/queue_store.h"
#include "app/session.h"
#include "app/system_theme.h"
#include "ui/widgets/preferences_dialog.h"

#include <QActionGroup>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QStorageInfo>

namespace aq {
namespace {

struct Space {
    std::int64_t freeBytes = 0;
    QString problem;
};

/// Of a folder, or of the nearest that there is when it is still to be made. Touches the disk.
Space spaceOf(const QString& path)
{
    QFileInfo info(path);
    if (info.isRelative())
        return {0, PreferencesPart::tr("A full path is needed")};
    while (!info.exists() && !info.isRoot())
        info.setFile(info.absolutePath());
    if (!info.isDir())
        return {0, PreferencesPart::tr("%1 is not a folder").arg(info.filePath())};
    if (!info.isWritable())
        return {0, PreferencesPart::tr("%1 cannot be written").arg(info.filePath())};
    return {QStorageInfo(info.filePath()).bytesAvailable(), {}};
}

} // namespace

PreferencesPart::PreferencesPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
    , m_system(new SystemTheme(this))
    , m_themes(new QActionGroup(this))
{
    connect(m_system, &SystemTheme::changed, this,
        [](const SystemLook& look) { applySystemLook(*qApp, look); });
    withBus(QDBusConnection::SessionBus, m_system,
        [this](const QDBusConnection& bus) { m_system->follow(bus); });
    makeThemeMenu();
    QMenu& edit = m_shell.menu(Shell::Menu::Edit);
    edit.addSeparator();
    QAction* action = edit.addAction(
        tr("Pr&eferences…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), this, &PreferencesPart::open);
    action->setMenuRole(QAction::PreferencesRole);
}

PreferencesPart::~PreferencesPart() = default;

void PreferencesPart::makeThemeMenu()
{
    QMenu* menu = m_shell.menu(Shell::Menu::View).addMenu(tr("&Theme"));
    const auto add = [&](Theme theme, const QString& text) {
        QAction* action = m_themes->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setData(themeId(theme));
        action->setChecked(themeNamed(m_shell.settings().theme) == theme);
        connect(action, &QAction::triggered, this, [this, theme] { useTheme(themeId(theme)); });
    };
    add(Theme::System, tr("As the &system"));
    add(Theme::Light, tr("&Light"));
    add(Theme::Dark, tr("&Dark"));
}

void PreferencesPart::useTheme(const QString& id)
{
    m_shell.settings().theme = id;
    for (QAction* action : m_themes->actions())
        action->setChecked(action->data().toString() == id);
    applyTheme(*qApp, themeNamed(id));
}

void PreferencesPart::open()
{
    if (!m_dialog) {
        m_dialog = new PreferencesDialog(&m_shell.window());
        QList<std::pair<QString, QString>> titles;
        for (const Language& language : languages())
            titles.append({language.id, language.title});
        m_dialog->setLanguages(titles);
        m_dialog->setDefaultWorkspace(queueRoot());
        connect(m_dialog, &PreferencesDialog::applied, this, &PreferencesPart::take);
        connect(m_dialog, &PreferencesDialog::themePreviewed, this,
            [](const QString& id) { applyTheme(*qApp, themeNamed(id)); });
        connect(m_dialog, &PreferencesDialog::workspaceAsked, this, &PreferencesPart::askWorkspace);
        connect(m_dialog, &PreferencesDialog::nameAsked, this, &PreferencesPart::answerName);
    }
    if (!m_dialog->isVisible())
        m_dialog->setPreferences(m_shell.settings());
    m_dialog->open();
    m_dialog->raise();
}

void PreferencesPart::take(const Preferences& preferences)
{
    static_cast<Preferences&>(m_shell.settings()) = repaired(preferences);
    useTheme(m_shell.settings().theme);
    m_shell.session().setLimits(m_shell.settings());
    Q_EMIT changed();
}

void PreferencesPart::askWorkspace(const QString& path)
{
    const QString folder = path.isEmpty() ? queueRoot() : path;
    m_shell.session().runAside([folder] { return spaceOf(folder); },
        [this, path](const Space& space) {
            if (m_dialog)
                m_dialog->setWorkspace(path, space.freeBytes, space.problem);
        });
}

void PreferencesPart::answerName(const QString& pattern)
{
    const QString shown = pattern.isEmpty() ? defaultNameTemplate() : pattern;
    const QString name = outputName(QStringLiteral("flux1-dev.safetensors"), Recipe(), shown);
    QString problem;
    if (!shown.contains(QLatin1StringView("{model}")))
        problem = tr("The file name needs {model}: files of two models would have one name");
    else if (shown.contains(u'/') || shown.contains(u'\\'))
        problem = tr("The file name must not hold folders");
    m_dialog->setNameExample(pattern, name, problem);
}

} // namespace aq
