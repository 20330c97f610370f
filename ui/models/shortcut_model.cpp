#include "ui/models/shortcut_model.h"

#include "ui/text/plain_tip.h"

#include <QFont>
#include <algorithm>

namespace aq {
namespace {

QString keysText(const QList<QKeySequence>& keys)
{
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

} // namespace

bool clash(const QKeySequence& a, const QKeySequence& b)
{
    return !a.isEmpty() && !b.isEmpty()
        && (a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch);
}

ShortcutModel::ShortcutModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ShortcutModel::setRows(std::vector<ShortcutRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ShortcutModel::setKeys(int row, const QList<QKeySequence>& keys)
{
    m_rows[std::size_t(row)].current = keys;
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
}

void ShortcutModel::reset(int row) { setKeys(row, m_rows[std::size_t(row)].standard); }

void ShortcutModel::resetAll()
{
    for (int row = 0; row < rowCount(); ++row)
        reset(row);
}

int ShortcutModel::rowWith(const QKeySequence& key, int except) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (row != except
            && std::ranges::any_of(m_rows[std::size_t(row)].current,
                [&](const QKeySequence& other) { return clash(key, other); }))
            return row;
    return -1;
}

int ShortcutModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ShortcutModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ShortcutModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ShortcutRow& row = m_rows[std::size_t(index.row())];
    const auto column = Column(index.column());
    if (role == Qt::ToolTipRole && !row.fixed.isEmpty())
        return plainTip(row.fixed);
    if (role == Qt::FontRole && row.isChanged() && column == Column::Shortcut) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Command:
        return row.command;
    case Column::Menu:
        return row.menu;
    case Column::Shortcut:
        return row.isChanged() ? tr("%1 (changed)").arg(keysText(row.current))
                               : keysText(row.current);
    case Column::Standard:
        return keysText(row.standard);
    }
    return {};
}

QVariant ShortcutModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Command:
        return tr("Command");
    case Column::Menu:
        return tr("Menu");
    case Column::Shortcut:
        return tr("Shortcut");
    case Column::Standard:
        return tr("Standard");
    }
    return {};
}

} // namespace aq
