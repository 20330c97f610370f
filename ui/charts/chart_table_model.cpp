#include "ui/charts/chart_table_model.h"

#include "core/base/printable.h"

#include <QLocale>
#include <iterator>

namespace aq {

ChartTableModel::ChartTableModel(ChartText text, QObject* parent)
    : QAbstractTableModel(parent)
    , m_text(std::move(text))
{
}

void ChartTableModel::setPoints(std::vector<ChartPoint> points)
{
    beginResetModel();
    m_points = std::move(points);
    endResetModel();
}

void ChartTableModel::append(std::vector<ChartPoint> points)
{
    if (points.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(points.size()) - 1);
    m_points.insert(m_points.end(), std::make_move_iterator(points.begin()),
        std::make_move_iterator(points.end()));
    endInsertRows();
}

QString ChartTableModel::xText(double x) const
{
    return QLocale().toString(x, 'f', m_text.xDecimals);
}
QString ChartTableModel::yText(double y) const
{
    return QLocale().toString(y, 'f', m_text.yDecimals);
}

int ChartTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_points.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 2 + labelColumns();
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChartPoint& point = m_points[std::size_t(index.row())];
    const int column = index.column() - labelColumns(); // -1 label, 0 x, 1 y
    switch (role) {
    case Qt::DisplayRole:
        return column < 0 ? printable(point.label) : column == 0 ? xText(point.x) : yText(point.y);
    case SortRole:
        return column < 0 ? QVariant(point.label) : QVariant(column == 0 ? point.x : point.y);
    case Qt::TextAlignmentRole:
        return int((column < 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const int column = section - labelColumns();
    return column < 0 ? m_text.labelTitle : column == 0 ? m_text.xTitle : m_text.yTitle;
}

} // namespace aq
