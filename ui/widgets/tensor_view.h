#pragma once
#include "ui/models/action_choices.h"
#include "ui/models/tensor_filter_model.h"

#include <QTreeView>
#include <set>

class QMenu;

namespace aq {

class ChoiceDelegate;

/// The tensor table as a person works with it: columns to choose, lines to copy, types to set.
class TensorView final : public QTreeView {
    Q_OBJECT

public:
    explicit TensorView(TensorTableModel& table, QWidget* parent = nullptr);

    TensorFilterModel& filterModel() { return *m_filter; }
    void setChoices(const QList<ActionChoice>& choices);
    const QList<ActionChoice>& choices() const { return m_choices; }

    QStringList selectedNames() const; ///< Tensors, also those in selected blocks; as shown.
    void setType(int choice);          ///< Wishes the choice for the selection.
    void expandBlocks(const std::set<QString>& blocks); ///< By name.
    void lock(); ///< Wishes that the selection keeps what is planned for it.
    void makePattern();
    void copySelection();                 ///< As tab-separated values, with a line of titles.
    QMenu* makeTypeMenu(QWidget* parent); ///< The types.
    void fillColumnMenu(QMenu& menu);     ///< A check mark per column, and "Reset columns".

    QByteArray columnState() const;
    bool restoreColumnState(const QByteArray& state);

Q_SIGNALS:
    void overrideWished(const QStringList& names, const aq::ActionChoice& choice);
    void lockWished(const QStringList& names);
    void patternWished(const QStringList& names); ///< One that matches these.
    void currentTensorChanged(const QString& name);
    void inspectWished(const QString& name); ///< Enter, a double click, or the menu.

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void showColumnMenu(const QPoint& position);
    void inspect(const QModelIndex& line);
    void resetColumns();
    QModelIndexList selectedLines() const; ///< Column 0, from top to bottom.

    TensorFilterModel* m_filter;
    ChoiceDelegate* m_delegate;
    QList<ActionChoice> m_choices;
};

} // namespace aq
