#pragma once
#include "ui/models/queue_row.h"

#include <QAbstractTableModel>
#include <vector>

namespace aq {

/// The jobs in the order in which they are taken. Rows can be dragged; where they are dropped is a
/// wish, moveRequested(): whoever owns the jobs moves them, and the rows follow.
class QueueModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column {
        Position,
        State,
        Model,
        Setting,
        Output,
        Progress,
        Rate,
        Left,
        Size,
        Error,
        Result,
        Count
    };
    enum Role {
        BarRole = Qt::UserRole, ///< Length of the cell's bar, 0 to 1; invalid: no bar.
        DimRole,                ///< True: the job is no more to be waited for.
        IdRole                  ///< Of the job, in any column.
    };

    explicit QueueModel(QObject* parent = nullptr);

    void setRows(std::vector<QueueRow> rows); ///< Other jobs than before: a reset.
    void setRow(const QueueRow& row); ///< In the place of the one with its id, if there is one.
    const std::vector<QueueRow>& rows() const { return m_rows; }
    const QueueRow* find(int id) const; ///< Null: gone.
    int rowOf(int id) const;            ///< -1: gone.

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) override;

Q_SIGNALS:
    /// `before`: the row that they go in front of; the number of rows: to the end.
    void moveRequested(const QList<int>& ids, int before);

private:
    std::vector<QueueRow> m_rows;
};

} // namespace aq
