#pragma once
#include "app/shell.h"
#include "ui/models/shortcut_model.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QAction;

namespace aq {

/// Keys that were changed, by the id of their command: {"file.open": ["Ctrl+O"]}. Only what can be
/// read is; the rest is as if it had not been changed.
QHash<QString, QList<QKeySequence>> keysFromJson(const QString& json);
QString keysToJson(const std::vector<ShortcutRow>& rows); ///< Of the changed ones.

/// Every command of the menus with a key that can be changed (Help > Keyboard shortcuts…).
class ShortcutsPart final : public QObject {
    Q_OBJECT
public:
    /// @pre all other parts are made: their commands count too.
    ShortcutsPart(Shell& shell, QObject* parent);

    std::vector<ShortcutRow> rows() const; ///< As they are now, in the order of the menus.

private:
    struct Command {
        QPointer<QAction> action;
        QString id; ///< In the settings.
        QString menu;
        QList<QKeySequence> standard;
    };
    void collect(const QWidget& menu, const QString& title);
    void addFixed(std::vector<ShortcutRow>& rows) const;
    void apply();
    void edit();

    Shell& m_shell;
    QList<Command> m_commands;
};

} // namespace aq
