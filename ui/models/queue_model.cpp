#include "ui/models/queue_model.h"

#include "ui/text/job_text.h"
#include "ui/text/units.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QLocale>
#include <QMimeData>
#include <algorithm>
#include <array>

namespace aq {
namespace {

using Column = QueueModel::Column;

const QString dragType = QStringLiteral("application/x-arrowquant-jobs");

struct ColumnSpec {
    Column column;
    const char* title;
    const char* about;
    QString (*text)(const QueueRow& row);
    bool isNumber;
};

QString progressText(const QueueRow& row)
{
    if (row.state == JobState::Waiting && row.fraction <= 0)
        return {};
    const double fraction = row.state == JobState::Finished ? 1 : row.fraction;
    return QCoreApplication::translate("QueueModel", "%1 %", "share")
        .arg(QLocale().toString(100 * fraction, 'f', 0));
}

QString rateTextOf(const QueueRow& row)
{
    return row.bytesPerSecond > 0 ? rateText(row.bytesPerSecond, {}) : QString();
}

QString leftText(const QueueRow& row)
{
    return row.secondsLeft ? durationText(*row.secondsLeft) : QString();
}

bool isFinished(const QueueRow& row) { return row.state == JobState::Finished; }

constexpr std::array columns{
    ColumnSpec{Column::Position, QT_TRANSLATE_NOOP("QueueModel", "#"),
        QT_TRANSLATE_NOOP("QueueModel", "The order in which jobs are taken"),
        [](const QueueRow&) { return QString(); }, true},
    ColumnSpec{Column::State, QT_TRANSLATE_NOOP("QueueModel", "State"), "", stateText, false},
    ColumnSpec{Column::Model, QT_TRANSLATE_NOOP("QueueModel", "Model"), "",
        [](const QueueRow& row) { return row.model; }, false},
    ColumnSpec{Column::Setting, QT_TRANSLATE_NOOP("QueueModel", "Setting"),
        QT_TRANSLATE_NOOP("QueueModel", "The plan's name, or its default type"),
        [](const QueueRow& row) { return row.setting; }, false},
    ColumnSpec{Column::Output, QT_TRANSLATE_NOOP("QueueModel", "Output"),
        QT_TRANSLATE_NOOP("QueueModel", "The file that is written; a trial writes none"),
        outputText, false},
    ColumnSpec{
        Column::Progress, QT_TRANSLATE_NOOP("QueueModel", "Progress"), "", progressText, true},
    ColumnSpec{Column::Rate, QT_TRANSLATE_NOOP("QueueModel", "Rate"),
        QT_TRANSLATE_NOOP("QueueModel", "Bytes of the source per second"), rateTextOf, true},
    ColumnSpec{Column::Left, QT_TRANSLATE_NOOP("QueueModel", "Time left"), "", leftText, true},
    ColumnSpec{Column::Size, QT_TRANSLATE_NOOP("QueueModel", "Size after"), "",
        [](const QueueRow& row) {
            return row.bytesAfter > 0 ? bytesText(row.bytesAfter) : QString();
        },
        true},
    ColumnSpec{Column::Error, QT_TRANSLATE_NOOP("QueueModel", "Error"),
        QT_TRANSLATE_NOOP("QueueModel", "Relative RMSE over all quantized tensors"),
        [](const QueueRow& row) { return isFinished(row) ? percentText(row.relRmse) : QString(); },
        true},
    ColumnSpec{Column::Result, QT_TRANSLATE_NOOP("QueueModel", "Result"), "",
        [](const QueueRow& row) { return row.outcome; }, false},
};
static_assert(columns.size() == std::size_t(Column::Count));

QString toolTip(const QueueRow& row, Column column)
{
    switch (column) {
    case Column::Model:
        return row.modelPath;
    case Column::Output:
        return row.output;
    case Column::Result:
    case Column::State:
        return row.outcome;
    default:
        return {};
    }
}

QVariant barOf(const QueueRow& row, Column column)
{
    if (column != Column::Progress || (row.state == JobState::Waiting && row.fraction <= 0))
        return {};
    return row.state == JobState::Finished ? 1.0 : row.fraction;
}

} // namespace

QueueModel::QueueModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void QueueModel::setRows(std::vector<QueueRow> rows)
{
    const auto idsOf = [](const std::vector<QueueRow>& all) {
        std::vector<int> ids;
        for (const QueueRow& row : all)
            ids.push_back(row.id);
        return ids;
    };
    std::vector<int> before = idsOf(m_rows), after = idsOf(rows);
    if (before == after) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    const std::vector<int> order = before;
    std::ranges::sort(before);
    std::ranges::sort(after);
    if (before != after) {
        beginResetModel();
        m_rows = std::move(rows);
        return endResetModel();
    }
    // The selection stays with its jobs, wherever they went.
    Q_EMIT layoutAboutToBeChanged();
    m_rows = std::move(rows);
    for (const QModelIndex& old : persistentIndexList())
        changePersistentIndex(old, index(rowOf(order[std::size_t(old.row())]), old.column()));
    Q_EMIT layoutChanged();
}

void QueueModel::setRow(const QueueRow& row)
{
    const int at = rowOf(row.id);
    if (at < 0)
        return;
    m_rows[std::size_t(at)] = row;
    Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
}

int QueueModel::rowOf(int id) const
{
    const auto found = std::ranges::find(m_rows, id, &QueueRow::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

const QueueRow* QueueModel::find(int id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_rows[std::size_t(row)];
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(columns.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueueRow& row = m_rows[std::size_t(index.row())];
    const ColumnSpec& spec = columns[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return spec.column == Column::Position ? countText(index.row() + 1) : spec.text(row);
    case Qt::DecorationRole:
        return spec.column == Column::State ? QVariant(themeIcon(stateIcon(row))) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(row, spec.column);
    case Qt::TextAlignmentRole:
        return int(spec.isNumber ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::AlignVCenter);
    case BarRole:
        return barOf(row, spec.column);
    case DimRole:
        return row.state == JobState::Cancelled;
    case IdRole:
        return row.id;
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnSpec& spec = columns[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return QCoreApplication::translate("QueueModel", spec.title);
    case Qt::ToolTipRole:
        return *spec.about ? QCoreApplication::translate("QueueModel", spec.about) : QString();
    case Qt::TextAlignmentRole:
        return int(spec.isNumber ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::AlignVCenter);
    default:
        return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // Between the rows.
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
}

QStringList QueueModel::mimeTypes() const { return {dragType}; }

QMimeData* QueueModel::mimeData(const QModelIndexList& indexes) const
{
    std::vector<int> rows;
    for (const QModelIndex& index : indexes)
        rows.push_back(index.row());
    std::ranges::sort(rows);
    QList<int> ids;
    for (const int row : rows)
        if (const int id = m_rows[std::size_t(row)].id; !ids.contains(id))
            ids << id;
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << ids;
    auto* data = new QMimeData;
    data->setData(dragType, bytes);
    return data;
}

bool QueueModel::canDropMimeData(
    const QMimeData* data, Qt::DropAction action, int, int, const QModelIndex&) const
{
    return action == Qt::MoveAction && data->hasFormat(dragType);
}

/// The view would remove the dragged rows after true: they are moved, not copied.
bool QueueModel::dropMimeData(
    const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, 0, parent))
        return false;
    QList<int> ids;
    QByteArray bytes = data->data(dragType);
    QDataStream in(&bytes, QIODevice::ReadOnly);
    in >> ids;
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    Q_EMIT moveRequested(ids, before);
    return false;
}

} // namespace aq
