#pragma once
#include "ui/models/trial.h"

#include <QAbstractTableModel>
#include <functional>

namespace aq {

/// The pictures of the compare page as tables: columns that know how to answer for a row.
class TrialTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole }; ///< Raw number or text.

    struct Column {
        QString title, meaning;
        std::function<QString(int row)> text;
        std::function<QVariant(int row)> value; ///< To sort by and for CSV; null: the text.
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(std::vector<Column> columns, int rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Column> m_columns;
    int m_rows = 0;
};

/// A row per trial in the list: sizes, all measures, and who beats it.
std::vector<TrialTable::Column> trialColumns(std::shared_ptr<const TrialsView> view);
/// A row per block: what each trial that is compared makes of it, and against the baseline.
std::vector<TrialTable::Column> blockColumns(std::shared_ptr<const TrialsView> view);

} // namespace aq
