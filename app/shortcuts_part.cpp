#include "app/shortcuts_part.h"

#include "app/settings.h"
#include "ui/widgets/shortcut_editor.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>
#include <algorithm>

namespace aq {
namespace {

QString plain(QString text) { return text.section(u'\t', 0, 0).remove(u'&'); }

/// A page handles this key itself; the menu only shows it.
bool isOfPage(const QAction& action) { return action.shortcutContext() == Qt::WidgetShortcut; }

/// The same in every language: its name, else the key it has by itself, which no other has. A
/// command without either is known by its words.
QString idOf(const QAction& action, const QString& menu)
{
    if (!action.objectName().isEmpty())
        return action.objectName();
    const QString key = action.shortcut().toString(QKeySequence::PortableText);
    return key.isEmpty() ? menu + u'/' + plain(action.text()) : key;
}

} // namespace

QHash<QString, QList<QKeySequence>> keysFromJson(const QString& json)
{
    QHash<QString, QList<QKeySequence>> keys;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!entry->isArray())
            continue;
        QList<QKeySequence> sequences;
        for (const QJsonValue& text : entry->toArray())
            sequences << QKeySequence(text.toString(), QKeySequence::PortableText);
        sequences.removeIf([](const QKeySequence& key) { return key.isEmpty(); });
        keys.insert(entry.key(), sequences);
    }
    return keys;
}

QString keysToJson(const std::vector<ShortcutRow>& rows)
{
    QJsonObject object;
    for (const ShortcutRow& row : rows) {
        if (!row.isChanged() || row.id.isEmpty())
            continue;
        QJsonArray keys;
        for (const QKeySequence& key : row.current)
            keys << key.toString(QKeySequence::PortableText);
        object.insert(row.id, keys);
    }
    return object.isEmpty()
        ? QString()
        : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ShortcutsPart::ShortcutsPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
{
    QMenu& help = shell.menu(Shell::Menu::Help);
    const QList<QAction*> entries = help.actions();
    QAction* entry = new QAction(tr("&Keyboard shortcuts…"), this);
    entry->setObjectName(QStringLiteral("help.shortcuts"));
    help.insertAction(entries.value(1), entry); // After the guide.
    connect(entry, &QAction::triggered, this, &ShortcutsPart::edit);
    collect(*shell.window().menuBar(), {});
    apply();
}

/// What the File menu has in submenus are files, not commands.
void ShortcutsPart::collect(const QWidget& menu, const QString& title)
{
    for (QAction* action : menu.actions()) {
        if (action->isSeparator())
            continue;
        if (!action->menu())
            m_commands << Command{action, idOf(*action, title), title, action->shortcuts()};
        else if (&menu != &m_shell.menu(Shell::Menu::File))
            collect(*action->menu(), title.isEmpty() ? plain(action->text()) : title);
    }
}

std::vector<ShortcutRow> ShortcutsPart::rows() const
{
    std::vector<ShortcutRow> rows;
    for (const Command& command : m_commands) {
        if (!command.action)
            continue;
        const QAction& action = *command.action;
        QString fixed;
        if (isOfPage(action))
            fixed = tr("The page in front handles this key itself; it cannot be changed.");
        rows.push_back({command.id, command.menu, plain(action.text()), command.standard,
            action.shortcuts(), fixed});
    }
    addFixed(rows);
    return rows;
}

/// Keys that work in the whole window without a menu: they can be taken by no command.
void ShortcutsPart::addFixed(std::vector<ShortcutRow>& rows) const
{
    const auto isKnown = [&](const QKeySequence& key) {
        return std::ranges::any_of(
            rows, [&](const ShortcutRow& row) { return row.standard.contains(key); });
    };
    for (const QShortcut* shortcut : m_shell.window().findChildren<QShortcut*>()) {
        const QKeySequence key = shortcut->key();
        if (key.isEmpty() || isKnown(key))
            continue;
        const QString what
            = shortcut->whatsThis().isEmpty() ? tr("A key of a page") : shortcut->whatsThis();
        rows.push_back({{}, tr("Pages"), what, {key}, {key},
            tr("The page in front handles this key itself; it cannot be changed.")});
    }
}

void ShortcutsPart::apply()
{
    const auto changed = keysFromJson(m_shell.settings().shortcuts);
    for (const Command& command : m_commands) {
        if (!command.action || isOfPage(*command.action))
            continue;
        command.action->setShortcuts(changed.value(command.id, command.standard));
    }
}

void ShortcutsPart::edit()
{
    auto* editor = new ShortcutEditor(rows(), &m_shell.window());
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &QDialog::accepted, this, [this, editor] {
        m_shell.settings().shortcuts = keysToJson(editor->rows());
        apply();
    });
    editor->open();
}

} // namespace aq
