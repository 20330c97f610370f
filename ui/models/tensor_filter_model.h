#pragma once
#include "ui/models/tensor_filter.h"
#include "ui/models/tensor_table_model.h"

#include <QSortFilterProxyModel>

namespace aq {

/// Sorts and filters the tensor table. A block is shown when one of its tensors is. Changes arrive
/// as one new layout, not as thousands of removed lines: 100,000 tensors stay usable.
class TensorFilterModel final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    TensorFilterModel(TensorTableModel& table, QObject* parent = nullptr);

    /// False when its text does not compile: nothing changes, and `problem()` says why.
    bool setFilter(const TensorFilter& filter);
    const TensorFilter& filter() const { return m_filter; }
    QString problem() const { return m_problem; }
    bool isFiltering() const { return !m_matcher.isEverything(); }

    int matched() const { return m_matched; } ///< Tensors shown.
    int total() const { return int(m_table.rows().size()); }
    std::vector<int> shownTensorsOf(const QModelIndex& index) const; ///< Of a line as shown.

Q_SIGNALS:
    void matchesChanged();

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    void matchAll();
    void refresh();

    TensorTableModel& m_table;
    TensorFilter m_filter;
    TensorMatcher m_matcher;
    QString m_problem;
    std::vector<bool> m_accepted; ///< By tensor.
    int m_matched = 0;
};

} // namespace aq
