#pragma once
#include "ui/models/trial.h"

#include <QAbstractListModel>

namespace aq {

/// The trials of the open model: ticked ones are compared. It wishes; whoever owns the trials
/// answers with a new view.
class TrialListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit TrialListModel(QObject* parent = nullptr);

    void setView(std::shared_ptr<const TrialsView> view);
    const TrialLook& look(int row) const { return m_view->trials[std::size_t(row)]; }
    const TrialsView* view() const { return m_view.get(); }
    int rowOf(int id) const; ///< -1: gone.

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) override;

Q_SIGNALS:
    void compareWished(int id, bool compared);
    void renameWished(int id, const QString& title);
    void moveWished(int id, int row); ///< So that it is at `row` afterwards.

private:
    std::shared_ptr<const TrialsView> m_view;
};

} // namespace aq
