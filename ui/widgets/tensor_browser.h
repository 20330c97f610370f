#pragma once
#include "ui/models/action_choices.h"
#include "ui/models/tensor_table_model.h"

#include <QWidget>
#include <set>

class QCheckBox;
class QPushButton;

namespace aq {

class FilterBar;
class TensorView;

/// The tensor table with its filter above and what can be done to a selection below.
class TensorBrowser final : public QWidget {
    Q_OBJECT

public:
    explicit TensorBrowser(QWidget* parent = nullptr);

    void setRows(std::vector<TensorRow> rows);
    void setChoices(const QList<ActionChoice>& choices); ///< Types that the target takes.
    void showTensor(int tensor); ///< Makes it current and visible, whatever is filtered.
    void setArrangement(TensorTableModel::Arrangement arrangement);

    QByteArray viewState() const;
    bool restoreViewState(const QByteArray& state);

    TensorTableModel& table() { return *m_table; }
    TensorView& view() { return *m_view; }
    FilterBar& filterBar() { return *m_filterBar; }

Q_SIGNALS:
    void overrideWished(const QStringList& names, const aq::ActionChoice& choice);
    void lockWished(const QStringList& names); ///< They keep what is planned for them.
    void patternWished(const QStringList& names);
    void currentTensorChanged(const QString& name);
    void inspectWished(const QString& name); ///< Wants to see its values.

private:
    QWidget* makeActions();
    void applyFilter();
    void takeMatches();
    void showCount();
    bool isTree() const;
    void updateActions();
    std::set<QString> expandedBlocks() const;

    TensorTableModel* m_table;
    TensorView* m_view;
    FilterBar* m_filterBar;
    QCheckBox* m_tree;
    QPushButton* m_setType;
    QList<QPushButton*> m_actions; ///< Those that need a selection.
    bool m_isLeaving = false;      ///< A filter was taken away, its answer is to come.
    std::set<QString> m_expanded;  ///< While a filter has all of them open.
};

} // namespace aq
