#pragma once
#include "app/preset_store.h"
#include "app/shell.h"

#include <QPointer>

class QAction;
class QUndoCommand;

namespace aq {

class PresetBar;
class PresetDialog;

/// Presets in the window: which one the plan comes from, choosing, saving, managing. What they are:
/// docs/decisions/0018-presets.md.
class PresetsPart final : public QObject {
    Q_OBJECT
public:
    PresetsPart(Shell& shell, QObject* parent);

    PresetStore& store() { return m_store; }
    void choose(const QString& id);     ///< One undo step, if it changes anything.
    void setDefault(const QString& id); ///< For models opened from now on.
    QString defaultId() const;          ///< Of a preset that there is.
    const Preset* current() const;      ///< Of the plan as it stands; null: none that is listed.
    bool isModified() const;

Q_SIGNALS:
    void defaultChanged();

private:
    /// A preset was chosen by this very step of the history; null: before the first.
    struct Choice {
        int index;
        const QUndoCommand* step;
        QString id;
    };

    void makeMenu();
    void fillChooser(QMenu& menu);
    void connectHistory();
    void connectStore();
    void note(const QString& id); ///< The step just made chose it.
    void noteProfile(const Recipe& edited);
    void takeLoaded();
    void showPresets(); ///< The list has changed.
    void showCurrent();
    std::vector<Preset> listed() const; ///< Own ones first.
    void manage();
    void save();
    void saveAs();
    void rename(const QString& id, const QString& name);
    void duplicate(const QString& id);
    void remove(const QString& id);
    void restore();
    void askForImport();
    void askForExport(const QStringList& ids);

    Shell& m_shell;
    PresetBar& m_bar;
    PresetStore m_store;
    QList<Choice> m_choices; ///< Oldest first; those of steps that are gone are passed over.
    QPointer<PresetDialog> m_dialog;
    QAction *m_save, *m_saveAs, *m_revert, *m_makeDefault, *m_manage;
};

} // namespace aq
