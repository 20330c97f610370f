#pragma once
#include "core/plan/preset.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace aq {

/// All presets by category, what the current one sets, and what can be done with it. It changes
/// nothing by itself: every wish is a signal, answered by setPresets().
class PresetDialog final : public QDialog {
    Q_OBJECT

public:
    explicit PresetDialog(QWidget* parent = nullptr);

    void setPresets(const std::vector<Preset>& presets, const QString& defaultId);
    void setRestorable(bool restorable); ///< Built-in ones are off the list, or not the default.
    void setUsable(bool usable);         ///< A model is open.
    void show(const QString& id);        ///< Makes it current; the filter gives way.
    QString currentId() const;           ///< Empty: a category, or none.

Q_SIGNALS:
    void useRequested(const QString& id);
    void saveAsRequested();
    void renameRequested(const QString& id, const QString& name);
    void duplicateRequested(const QString& id);
    void removeRequested(const QString& id);
    void defaultRequested(const QString& id);
    void importRequested();
    void exportRequested(const QStringList& ids);
    void restoreRequested();

private:
    QWidget* makeList();
    QWidget* makeDetails();
    QWidget* makeButtons();
    void fill();
    void filter();
    void showDetails();
    void showButtons();
    void rename(QTreeWidgetItem* item, int column);
    const Preset* current() const;

    std::vector<Preset> m_presets;
    QString m_default;
    bool m_isRestorable = false, m_isUsable = false, m_isFilling = false;
    QLineEdit* m_filter;
    QTreeWidget *m_tree, *m_values;
    QLabel *m_name, *m_description, *m_leaves;
    QPushButton *m_use, *m_saveAs, *m_rename, *m_duplicate, *m_remove, *m_makeDefault, *m_import,
        *m_export, *m_exportAll, *m_restore;
};

} // namespace aq
