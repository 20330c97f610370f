#include "ui/models/tensor_filter_model.h"

#include <algorithm>
#include <cmath>

namespace aq {

TensorFilterModel::TensorFilterModel(TensorTableModel& table, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_table(table)
{
    setDynamicSortFilter(false); // refresh() does it, once for all lines.
    setSortRole(TensorTableModel::SortRole);
    // Before the base class hears of the reset: it asks filterAcceptsRow() at once.
    connect(&table, &QAbstractItemModel::modelReset, this, &TensorFilterModel::matchAll);
    setSourceModel(&table);
    connect(&table, &TensorTableModel::valuesChanged, this, &TensorFilterModel::refresh);
    connect(this, &QAbstractItemModel::modelReset, this, &TensorFilterModel::matchesChanged);
    matchAll();
}

bool TensorFilterModel::setFilter(const TensorFilter& filter)
{
    auto matcher = TensorMatcher::compile(filter);
    m_problem = matcher ? QString() : matcher.error().detail;
    if (!matcher) {
        Q_EMIT matchesChanged();
        return false;
    }
    m_filter = filter;
    m_matcher = *matcher;
    refresh();
    return true;
}

/// One pass over all tensors, so that a block's question is a look-up.
void TensorFilterModel::matchAll()
{
    const std::vector<TensorRow>& rows = m_table.rows();
    m_accepted.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        m_accepted[i] = m_matcher.accepts(rows[i]);
    m_matched = int(std::ranges::count(m_accepted, true));
}

void TensorFilterModel::refresh()
{
    matchAll();
    invalidate();
    Q_EMIT matchesChanged();
}

bool TensorFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const std::vector<int> tensors = m_table.tensorsOf(m_table.index(row, 0, parent));
    return std::ranges::any_of(tensors, [this](int i) { return m_accepted[std::size_t(i)]; });
}

std::vector<int> TensorFilterModel::shownTensorsOf(const QModelIndex& index) const
{
    std::vector<int> tensors = m_table.tensorsOf(mapToSource(index));
    std::erase_if(tensors, [this](int i) { return !m_accepted[std::size_t(i)]; });
    return tensors;
}

/// Unknown numbers count as smallest. Reads the rows themselves: a QVariant for each of the
/// hundred thousand comparisons would be felt.
bool TensorFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const TensorRow &a = m_table.row(left), &b = m_table.row(right);
    const TensorColumnSpec& column = tensorColumns()[std::size_t(left.column())];
    if (!column.number)
        return naturalCompare(a.name, b.name) < 0;
    const double x = column.number(a), y = column.number(b);
    return std::isnan(x) ? !std::isnan(y) : x < y;
}

} // namespace aq
