#pragma once
#include "ui/models/tensor_filter.h"
#include "ui/models/tensor_table_model.h"

#include <QAbstractProxyModel>
#include <QTimer>

namespace aq {

/// Sorts and filters the tensor table. A block is shown when one of its tensors is. Changes arrive
/// as one new layout, not as thousands of removed lines, and many tensors are looked at a slice at
/// a time: 100,000 of them do not hold up the window.
///
/// QSortFilterProxyModel asks a virtual function and makes indexes for every line and comparison;
/// here both are loops over plain numbers.
class TensorFilterModel final : public QAbstractProxyModel {
    Q_OBJECT

public:
    TensorFilterModel(TensorTableModel& table, QObject* parent = nullptr);

    /// False when its text does not compile: nothing changes, and `problem()` says why. Up to
    /// `slice` tensors are filtered at once; of more the answer comes with matchesChanged().
    bool setFilter(const TensorFilter& filter);
    static constexpr int slice = 20'000;
    const TensorFilter& filter() const { return m_filter; }
    QString problem() const { return m_problem; }
    bool isFiltering() const { return !m_matcher.isEverything(); }

    int matched() const { return m_matched; } ///< Tensors shown.
    int total() const { return int(m_table.rows().size()); }
    /// Marks the tensors of a line as shown: one, or those of a block.
    void markShown(int row, const QModelIndex& parent, std::vector<bool>& tensors) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QModelIndex mapToSource(const QModelIndex& index) const override;
    QModelIndex mapFromSource(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; ///< -1: as they come.

Q_SIGNALS:
    void matchesChanged(); ///< What is shown is up to date with filter() and the table.

private:
    /// A line at the top: the table's, and which of its children are shown.
    struct Line {
        int node = 0;
        std::vector<int> children; ///< Rows in the table's block; empty: a tensor.
        bool operator==(const Line&) const = default;
    };
    /// Where an index belongs, whatever the lines are.
    struct Place {
        int node, child, column;
    };

    void resetLines();
    void refresh(); ///< As soon as all tensors have been looked at.
    void matchSlice();
    void show(); ///< What m_accepted says.
    void tellValues();
    std::vector<Line> matchingLines() const;
    void order(std::vector<Line>& lines);
    template <typename Key>
    void orderBy(std::vector<Line>& lines, const Key& key) const;
    void setLines(std::vector<Line> lines);
    Place placeOf(const QModelIndex& index) const;
    QModelIndex indexAt(const Place& place) const;

    TensorTableModel& m_table;
    TensorFilter m_filter;
    TensorMatcher m_matcher;
    QString m_problem;
    std::vector<bool> m_accepted; ///< By tensor.
    std::vector<bool> m_coming;   ///< The same of the filter that is being asked.
    QTimer m_slices;
    std::vector<Line> m_lines;
    std::vector<int> m_lineOf;    ///< By the table's line; -1: not shown.
    std::vector<int> m_nameRanks; ///< By tensor; empty: not needed yet.
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    int m_matched = 0;
};

} // namespace aq
