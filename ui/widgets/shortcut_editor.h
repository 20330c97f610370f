#pragma once
#include "ui/models/shortcut_model.h"

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace aq {

/// Lists every command with its key and lets one change it. A key has one meaning only: one that
/// is in use can be taken from its command, not given twice.
class ShortcutEditor final : public QDialog {
    Q_OBJECT
public:
    /// `rows` may be fixed: those are only listed.
    explicit ShortcutEditor(std::vector<ShortcutRow> rows, QWidget* parent = nullptr);
    const std::vector<ShortcutRow>& rows() const { return m_model->rows(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeView();
    QWidget* makeEditRow();
    int currentRow() const; ///< Of the model; -1: none.
    void showCurrent();
    void tryKey();
    void assign();
    void showClash(const QString& text, bool canTake);

    ShortcutModel* m_model;
    QSortFilterProxyModel* m_filter;
    QLineEdit* m_search;
    QTreeView* m_view;
    QKeySequenceEdit* m_key;
    QLabel* m_clash;
    QPushButton *m_assign, *m_none, *m_reset, *m_resetAll;
};

} // namespace aq
