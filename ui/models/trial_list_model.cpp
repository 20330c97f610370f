#include "ui/models/trial_list_model.h"

#include "core/base/printable.h"
#include "ui/text/compare_text.h"
#include "ui/text/plain_tip.h"

#include <QMimeData>
#include <algorithm>

namespace aq {
namespace {

const QString mimeType = QStringLiteral("application/x-arrowquant-trial");

bool sameIds(const TrialsView& a, const TrialsView& b)
{
    return std::ranges::equal(a.trials, b.trials, {}, &TrialLook::id, &TrialLook::id);
}

} // namespace

TrialListModel::TrialListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void TrialListModel::setView(std::shared_ptr<const TrialsView> view)
{
    if (m_view && view && sameIds(*m_view, *view)) {
        m_view = std::move(view);
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_view = std::move(view);
    endResetModel();
}

int TrialListModel::rowOf(int id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (look(row).id == id)
            return row;
    return -1;
}

int TrialListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_view ? 0 : int(m_view->trials.size());
}

QVariant TrialListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TrialLook& trial = look(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return roleText(trial);
    case Qt::EditRole:
        return trial.title;
    case Qt::CheckStateRole:
        return trial.slot >= 0 ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return plainTip(tipText(*m_view, trial));
    case Qt::AccessibleDescriptionRole:
        return tipText(*m_view, trial);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(roleText(trial), sizeText(trial.sums), stateText(trial, m_view->measure));
    default:
        return {};
    }
}

bool TrialListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const TrialLook& trial = look(index.row());
    if (role == Qt::CheckStateRole) {
        Q_EMIT compareWished(trial.id, value.toInt() == Qt::Checked);
        return true;
    }
    const QString title = value.toString().simplified();
    if (role != Qt::EditRole || title.isEmpty() || title == trial.title)
        return false;
    Q_EMIT renameWished(trial.id, title);
    return true;
}

Qt::ItemFlags TrialListModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags common = QAbstractListModel::flags(index) | Qt::ItemIsDropEnabled;
    if (!index.isValid())
        return common;
    return (common & ~Qt::ItemIsDropEnabled) | Qt::ItemIsUserCheckable | Qt::ItemIsEditable
        | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList TrialListModel::mimeTypes() const { return {mimeType}; }

QMimeData* TrialListModel::mimeData(const QModelIndexList& indexes) const
{
    auto* data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(mimeType, QByteArray::number(look(indexes.front().row()).id));
    return data;
}

/// Also of a drag that came from outside: only ours have a trial.
bool TrialListModel::canDropMimeData(
    const QMimeData* data, Qt::DropAction, int, int, const QModelIndex&) const
{
    return data->hasFormat(mimeType) && rowOf(data->data(mimeType).toInt()) >= 0;
}

bool TrialListModel::dropMimeData(
    const QMimeData* data, Qt::DropAction, int row, int, const QModelIndex& parent)
{
    const int id = data->data(mimeType).toInt(), from = rowOf(id);
    if (from < 0)
        return false;
    int to = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    if (to > from)
        --to; // It leaves its old place first.
    if (to != from)
        Q_EMIT moveWished(id, to);
    return false; // The view must not remove the row: the new order comes from outside.
}

} // namespace aq
