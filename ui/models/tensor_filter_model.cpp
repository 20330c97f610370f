#include "ui/models/tensor_filter_model.h"

#include "ui/models/natural_order.h"

#include <algorithm>
#include <cmath>

namespace aq {

TensorFilterModel::TensorFilterModel(TensorTableModel& table, QObject* parent)
    : QAbstractProxyModel(parent)
    , m_table(table)
{
    setSourceModel(&table);
    connect(&table, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&table, &QAbstractItemModel::modelReset, this, [this] {
        resetLines();
        endResetModel();
        Q_EMIT matchesChanged();
    });
    connect(&table, &TensorTableModel::valuesChanged, this, &TensorFilterModel::refresh);
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &TensorFilterModel::matchSlice);
    resetLines();
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

/// Of other tensors: at once, or with all of them until a filter has been asked.
void TensorFilterModel::resetLines()
{
    m_slices.stop();
    m_nameRanks.clear();
    m_accepted.assign(m_table.rows().size(), true);
    const bool isLater = isFiltering() && total() > slice;
    for (std::size_t i = 0; i < m_accepted.size() && !isLater && isFiltering(); ++i)
        m_accepted[i] = m_matcher.accepts(m_table.rows()[i]);
    std::vector<Line> lines = matchingLines();
    order(lines);
    setLines(std::move(lines));
    if (isLater)
        refresh();
}

void TensorFilterModel::refresh()
{
    m_coming.clear();
    m_coming.reserve(m_table.rows().size());
    matchSlice();
    if (int(m_coming.size()) < total())
        m_slices.start();
}

void TensorFilterModel::matchSlice()
{
    const std::vector<TensorRow>& rows = m_table.rows();
    const std::size_t end = std::min(rows.size(), m_coming.size() + slice);
    for (std::size_t i = m_coming.size(); i < end; ++i)
        m_coming.push_back(m_matcher.accepts(rows[i]));
    if (end < rows.size())
        return;
    m_slices.stop();
    m_accepted = std::exchange(m_coming, {});
    show();
}

void TensorFilterModel::show()
{
    std::vector<Line> lines = matchingLines();
    order(lines);
    if (lines == m_lines) {
        tellValues();
    } else {
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        std::vector<Place> places;
        for (const QModelIndex& index : before)
            places.push_back(placeOf(index));
        setLines(std::move(lines));
        QModelIndexList after;
        for (const Place& place : places)
            after << indexAt(place);
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
    }
    Q_EMIT matchesChanged();
}

/// Blocks speak for their tensors: a view looks for each range among all of its lines, which ten
/// thousand blocks would make felt, and redraws all of itself for the first. A view takes longer
/// over changed data of very many lines than over a new layout.
void TensorFilterModel::tellValues()
{
    if (int(m_lines.size()) > slice) {
        Q_EMIT layoutAboutToBeChanged();
        Q_EMIT layoutChanged();
    } else if (!m_lines.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(int(m_lines.size()) - 1, columnCount() - 1));
    }
}

std::vector<TensorFilterModel::Line> TensorFilterModel::matchingLines() const
{
    std::vector<Line> lines;
    const int nodes = m_table.nodeCount();
    lines.reserve(std::size_t(nodes));
    for (int node = 0; node < nodes; ++node) {
        const std::span<const int> tensors = m_table.tensorsOfNode(node);
        Line line{node, {}};
        if (tensors.size() == 1) {
            if (m_accepted[std::size_t(tensors.front())])
                lines.push_back(std::move(line));
            continue;
        }
        for (std::size_t child = 0; child < tensors.size(); ++child)
            if (m_accepted[std::size_t(tensors[child])])
                line.children.push_back(int(child));
        if (!line.children.empty())
            lines.push_back(std::move(line));
    }
    return lines;
}

/// Stable: what is equal stays in the order of the file. Unknown numbers count as smallest.
template <typename Key>
void TensorFilterModel::orderBy(std::vector<Line>& lines, const Key& key) const
{
    using Pair = std::pair<double, std::size_t>;
    const auto sorted = [this](std::vector<Pair>& pairs) {
        if (m_sortOrder == Qt::AscendingOrder)
            std::ranges::stable_sort(pairs, std::less<>(), &Pair::first);
        else
            std::ranges::stable_sort(pairs, std::greater<>(), &Pair::first);
    };
    const auto orderOne = [&](auto& items, const auto& keyOf) {
        std::vector<Pair> pairs;
        pairs.reserve(items.size());
        for (std::size_t i = 0; i < items.size(); ++i)
            pairs.emplace_back(keyOf(items[i]), i);
        sorted(pairs);
        auto before = std::move(items);
        items.clear();
        items.reserve(before.size());
        for (const Pair& pair : pairs)
            items.push_back(std::move(before[pair.second]));
    };
    for (Line& line : lines) {
        const std::span<const int> tensors = m_table.tensorsOfNode(line.node);
        orderOne(line.children, [&](int child) { return key(tensors[std::size_t(child)], -1); });
    }
    orderOne(lines, [&](const Line& line) {
        const std::span<const int> tensors = m_table.tensorsOfNode(line.node);
        return key(tensors.front(), line.children.empty() ? -1 : line.node);
    });
}

void TensorFilterModel::order(std::vector<Line>& lines)
{
    if (m_sortColumn < 0)
        return;
    const TensorColumnSpec& column = tensorColumns()[std::size_t(m_sortColumn)];
    if (column.number)
        return orderBy(lines, [&](int tensor, int node) {
            const double value = column.number(
                node < 0 ? m_table.rows()[std::size_t(tensor)] : m_table.sumOfNode(node));
            return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
        });
    if (m_nameRanks.empty())
        m_nameRanks = naturalRanks(m_table.rows().size(),
            [this](std::size_t i) { return QStringView(m_table.rows()[i].name); });
    // A block is where its first tensor is.
    orderBy(lines, [this](int tensor, int) { return double(m_nameRanks[std::size_t(tensor)]); });
}

void TensorFilterModel::setLines(std::vector<Line> lines)
{
    m_lines = std::move(lines);
    m_lineOf.assign(std::size_t(m_table.nodeCount()), -1);
    m_matched = 0;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lineOf[std::size_t(m_lines[i].node)] = int(i);
        m_matched += std::max(1, int(m_lines[i].children.size()));
    }
}

void TensorFilterModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    show();
}

/// Without an index for each: all of 100,000 lines may be selected.
void TensorFilterModel::markShown(
    int row, const QModelIndex& parent, std::vector<bool>& tensors) const
{
    const Line& line = m_lines[std::size_t(parent.isValid() ? parent.row() : row)];
    const std::span<const int> all = m_table.tensorsOfNode(line.node);
    if (parent.isValid())
        tensors[std::size_t(all[std::size_t(line.children[std::size_t(row)])])] = true;
    else if (line.children.empty())
        tensors[std::size_t(all.front())] = true;
    else
        for (const int child : line.children)
            tensors[std::size_t(all[std::size_t(child)])] = true;
}

// The id of an index is 0 for a line at the top, and 1 + line for a tensor in that line.

QModelIndex TensorFilterModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || row >= rowCount(parent) || column >= columnCount())
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex TensorFilterModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(int(index.internalId() - 1), 0, quintptr(0));
}

int TensorFilterModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_lines.size());
    const bool isLine = parent.internalId() == 0 && parent.column() == 0;
    return isLine ? int(m_lines[std::size_t(parent.row())].children.size()) : 0;
}

int TensorFilterModel::columnCount(const QModelIndex&) const { return m_table.columnCount(); }

bool TensorFilterModel::hasChildren(const QModelIndex& parent) const
{
    return rowCount(parent) > 0;
}

Qt::ItemFlags TensorFilterModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? m_table.flags(mapToSource(index)) : Qt::NoItemFlags;
}

TensorFilterModel::Place TensorFilterModel::placeOf(const QModelIndex& index) const
{
    if (!index.isValid())
        return {-1, -1, 0};
    if (index.internalId() == 0)
        return {m_lines[std::size_t(index.row())].node, -1, index.column()};
    const Line& line = m_lines[std::size_t(index.internalId() - 1)];
    return {line.node, line.children[std::size_t(index.row())], index.column()};
}

QModelIndex TensorFilterModel::indexAt(const Place& place) const
{
    const int row = place.node < 0 ? -1 : m_lineOf[std::size_t(place.node)];
    if (row < 0)
        return {};
    if (place.child < 0)
        return createIndex(row, place.column, quintptr(0));
    const std::vector<int>& children = m_lines[std::size_t(row)].children;
    const auto found = std::ranges::find(children, place.child);
    if (found == children.end())
        return {};
    return createIndex(int(found - children.begin()), place.column, quintptr(row) + 1);
}

QModelIndex TensorFilterModel::mapToSource(const QModelIndex& index) const
{
    const Place place = placeOf(index);
    if (place.node < 0)
        return {};
    if (place.child < 0)
        return m_table.index(place.node, place.column);
    return m_table.index(place.child, place.column, m_table.index(place.node, 0));
}

QModelIndex TensorFilterModel::mapFromSource(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const QModelIndex block = index.parent();
    return indexAt(block.isValid() ? Place{block.row(), index.row(), index.column()}
                                   : Place{index.row(), -1, index.column()});
}

} // namespace aq
