#include "ui/models/tensor_table_model.h"

#include "core/analysis/block_name.h"
#include "core/base/printable.h"
#include "ui/text/plain_tip.h"
#include "ui/theme.h"

#include <QHash>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace aq {
namespace {

/// Columns that a trial or a run fills.
bool isMeasured(TensorColumn column)
{
    return column == TensorColumn::Error || column == TensorColumn::Sqnr
        || column == TensorColumn::Status;
}

/// Chosen for this very tensor: a lock on its cell says that nothing else changes it.
bool isLocked(const TensorRow& row)
{
    return row.kind->planned && row.tensors == 1 && row.kind->reason == Reason::RowOverride;
}

/// Which lines of two tables with the same lines differ. Of kinds, which many lines share, each
/// pair is compared once.
std::vector<bool> differences(
    const std::vector<TensorRow>& before, const std::vector<TensorRow>& now)
{
    QHash<std::pair<const TensorKind*, const TensorKind*>, bool> known;
    std::vector<bool> changed(now.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
        const TensorKind *a = before[i].kind.constData(), *b = now[i].kind.constData();
        auto same = known.constFind({a, b});
        if (same == known.cend())
            same = known.insert({a, b}, before[i].kind == now[i].kind);
        changed[i] = !*same || before[i].quantized != now[i].quantized
            || !(before[i].facts == now[i].facts);
    }
    return changed;
}

QString unitText(const TensorColumnSpec& column, const TensorRow& row)
{
    if (column.column == TensorColumn::Name)
        return row.name; // Whole, and as it is.
    if (!column.isNumber())
        return column.text(row);
    const double number = column.number(row);
    if (std::isnan(number))
        return {};
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

} // namespace

TensorTableModel::TensorTableModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void TensorTableModel::setRows(std::vector<TensorRow> rows)
{
    if (!hasSameLines(rows)) {
        beginResetModel();
        m_rows = std::move(rows);
        arrange();
        endResetModel();
        return;
    }
    const auto scales = std::tuple(m_largestBytes, m_largestBlockBytes, m_largestError);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].blockLength = m_rows[i].blockLength;
    std::vector<bool> changed = differences(m_rows, rows);
    m_rows = std::move(rows);
    updateSums();
    updateScales();
    if (scales != std::tuple(m_largestBytes, m_largestBlockBytes, m_largestError))
        changed.assign(m_rows.size(), true); // Every bar has a new length.
    announce(changed);
    Q_EMIT valuesChanged();
}

void TensorTableModel::setArrangement(Arrangement arrangement)
{
    if (arrangement == m_arrangement)
        return;
    beginResetModel();
    m_arrangement = arrangement;
    arrange();
    endResetModel();
}

bool TensorTableModel::hasSameLines(const std::vector<TensorRow>& rows) const
{
    return std::ranges::equal(rows, m_rows, [](const TensorRow& a, const TensorRow& b) {
        return a.name == b.name && a.kind->shape == b.kind->shape;
    });
}

void TensorTableModel::arrange()
{
    for (TensorRow& row : m_rows)
        if (row.blockLength < 0) // Made elsewhere than in rows().
            row.findBlock();
    m_nodes.clear();
    m_order.resize(m_rows.size());
    if (m_arrangement == Arrangement::Tree) {
        orderByBlock();
    } else {
        std::iota(m_order.begin(), m_order.end(), 0);
        m_nodes.reserve(m_rows.size());
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_nodes.push_back({.first = int(i)});
    }
    m_places.assign(m_rows.size(), {});
    for (std::size_t n = 0; n < m_nodes.size(); ++n) {
        const std::span<const int> rows = rowsOf(m_nodes[n]);
        for (std::size_t c = 0; c < rows.size(); ++c)
            m_places[std::size_t(rows[c])] = {int(n), rows.size() > 1 ? int(c) : -1};
    }
    updateSums();
    updateScales();
}

/// Blocks stand where their first tensor does. Tensors of one block mostly follow each other.
void TensorTableModel::orderByBlock()
{
    std::vector<int> nodeOf;
    nodeOf.reserve(m_rows.size());
    QHash<QStringView, int> known;
    QStringView last;
    for (const TensorRow& row : m_rows) {
        const QStringView block = row.block();
        if (!nodeOf.empty() && !block.isEmpty() && block == last) {
            nodeOf.push_back(nodeOf.back());
        } else {
            const auto at = block.isEmpty() ? known.cend() : known.constFind(block);
            nodeOf.push_back(at != known.cend() ? *at : int(m_nodes.size()));
            if (at == known.cend()) {
                m_nodes.push_back({.count = 0});
                known.insert(block, nodeOf.back());
            }
        }
        last = block;
        ++m_nodes[std::size_t(nodeOf.back())].count;
    }
    int first = 0;
    for (Node& node : m_nodes) {
        node.first = std::exchange(first, first + node.count);
        node.count = 0; // Again, while they are put there.
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Node& node = m_nodes[std::size_t(nodeOf[i])];
        m_order[std::size_t(node.first + node.count++)] = int(i);
    }
}

void TensorTableModel::updateSums()
{
    for (Node& node : m_nodes) {
        if (node.isBlock()) {
            const QStringView block = m_rows[std::size_t(rowsOf(node).front())].block();
            node.sum = std::make_shared<TensorRow>(sumOf(block.toString(), m_rows, rowsOf(node)));
        }
    }
}

void TensorTableModel::updateScales()
{
    m_largestBytes = m_largestBlockBytes = m_largestError = 0;
    for (const TensorRow& row : std::as_const(m_rows)) {
        m_largestBytes = std::max(
            m_largestBytes, double(std::max(row.kind->bytesBefore, row.kind->bytesAfter)));
        if (std::isfinite(row.facts->relRmse))
            m_largestError = std::max(m_largestError, row.facts->relRmse.value);
    }
    for (const Node& node : m_nodes) {
        if (!node.sum)
            continue;
        const TensorRow& sum = *node.sum;
        m_largestBlockBytes = std::max(
            m_largestBlockBytes, double(std::max(sum.kind->bytesBefore, sum.kind->bytesAfter)));
    }
}

/// One signal for the top and one per block, each from the first to the last line that changed.
void TensorTableModel::announce(const std::vector<bool>& changed)
{
    struct Range {
        int first = -1, last = -1;
        void add(int i)
        {
            first = first < 0 ? i : first;
            last = i;
        }
    };
    const int right = columnCount() - 1;
    Range top;
    for (int n = 0; n < int(m_nodes.size()); ++n) {
        const Node& node = m_nodes[std::size_t(n)];
        const std::span<const int> rows = rowsOf(node);
        Range inside;
        for (int c = 0; c < int(rows.size()); ++c) {
            if (changed[std::size_t(rows[std::size_t(c)])])
                inside.add(c);
        }
        if (inside.first < 0)
            continue;
        top.add(n);
        if (!node.isBlock())
            continue;
        const QModelIndex block = index(n, 0);
        Q_EMIT dataChanged(index(inside.first, 0, block), index(inside.last, right, block));
    }
    if (top.first >= 0)
        Q_EMIT dataChanged(index(top.first, 0), index(top.last, right));
}

// The id of an index is 0 for a line at the top, and 1 + node for a tensor in that node.

QModelIndex TensorTableModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex TensorTableModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(int(index.internalId() - 1), 0, quintptr(0));
}

int TensorTableModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_nodes.size());
    return parent.column() == 0 && isBlock(parent) ? m_nodes[std::size_t(parent.row())].count : 0;
}

int TensorTableModel::columnCount(const QModelIndex&) const { return int(tensorColumns().size()); }

bool TensorTableModel::isBlock(const QModelIndex& index) const
{
    return index.isValid() && index.internalId() == 0
        && m_nodes[std::size_t(index.row())].isBlock();
}

const TensorRow& TensorTableModel::row(const QModelIndex& index) const
{
    const bool top = index.internalId() == 0;
    const Node& node
        = m_nodes[top ? std::size_t(index.row()) : std::size_t(index.internalId() - 1)];
    if (top && node.isBlock())
        return *node.sum;
    return m_rows[std::size_t(rowsOf(node)[top ? 0 : std::size_t(index.row())])];
}

std::vector<int> TensorTableModel::tensorsOf(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const bool top = index.internalId() == 0;
    const std::span<const int> rows
        = tensorsOfNode(top ? index.row() : int(index.internalId() - 1));
    if (!top)
        return {rows[std::size_t(index.row())]};
    return {rows.begin(), rows.end()};
}

QModelIndex TensorTableModel::indexOf(int tensor, TensorColumn column) const
{
    const Place place = m_places[std::size_t(tensor)];
    if (place.child < 0)
        return index(place.node, int(column));
    return index(place.child, int(column), index(place.node, 0));
}

QString TensorTableModel::displayName(const QModelIndex& index) const
{
    const QString& name = row(index).name;
    if (index.internalId() == 0)
        return printable(name, 400);
    const Node& node = m_nodes[std::size_t(index.internalId() - 1)];
    return printable(name.mid(node.sum->name.size() + 1), 400); // Without the block and its dot.
}

QVariant TensorTableModel::bar(const TensorColumnSpec& column, const TensorRow& row) const
{
    if (column.bar == BarScale::None) // Columns of text have no number.
        return {};
    if (column.bar == BarScale::Share)
        return std::isnan(row.kind->share) ? QVariant() : QVariant(row.kind->share.value);
    const double largest = column.bar == BarScale::Error ? m_largestError
        : row.tensors > 1                                ? m_largestBlockBytes
                                                         : m_largestBytes;
    const double value
        = column.bar == BarScale::Error ? row.facts->relRmse.value : column.number(row);
    if (!(largest > 0) || std::isnan(value))
        return {};
    return std::min(value / largest, 1.0);
}

QVariant TensorTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TensorRow& line = row(index);
    const TensorColumnSpec& column = tensorColumns()[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return column.column == TensorColumn::Name ? displayName(index) : column.text(line);
    case Qt::ToolTipRole:
        return plainTip(column.tip ? column.tip(line) : column.text(line));
    case Qt::AccessibleTextRole:
        if (column.column == TensorColumn::Planned && isLocked(line))
            return tr("%1, locked").arg(column.text(line));
        return column.text(line); // Of the name all of it, also inside a block.
    case Qt::TextAlignmentRole:
        return int(column.isNumber() ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::AlignVCenter);
    case Qt::DecorationRole:
        return column.column == TensorColumn::Planned && isLocked(line)
            ? QVariant(themeIcon(QStringLiteral("lock")))
            : QVariant();
    case SortRole:
        return column.number ? QVariant(column.number(line)) : QVariant(line.name);
    case BarRole:
        return bar(column, line);
    case NameRole:
        return line.name;
    case DimRole:
        return line.facts->outdated && isMeasured(column.column);
    case UnitTextRole:
        return unitText(column, line);
    default:
        return {};
    }
}

QVariant TensorTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TensorColumnSpec& column = tensorColumns()[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.titleText();
    case Qt::ToolTipRole:
        return column.meaningText();
    case Qt::TextAlignmentRole:
        return int(column.isNumber() ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::AlignVCenter);
    default:
        return {};
    }
}

Qt::ItemFlags TensorTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!isBlock(index)) {
        flags |= Qt::ItemNeverHasChildren;
        if (index.column() == int(TensorColumn::Planned) && row(index).kind->quantizable)
            flags |= Qt::ItemIsEditable;
    }
    return flags;
}

} // namespace aq
