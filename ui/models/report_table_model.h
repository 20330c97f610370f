#pragma once
#include "core/validate/validation_report.h"

#include <QAbstractTableModel>

namespace aq {

/// What became of each tensor, with its errors. Sorted by Status, descending, the worst come first.
class ReportTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column {
        Status,
        Name,
        Scheme,
        Cosine,
        RelRmse,
        Sqnr,
        MaxError,
        BitsPerWeight,
        BytesAfter,
        Message
    };
    enum Role { SortRole = Qt::UserRole }; ///< Raw value; DisplayRole is in the person's locale.

    using QAbstractTableModel::QAbstractTableModel;

    void setTensors(std::vector<TensorReport> tensors);
    const TensorReport& tensor(int row) const { return m_tensors.at(std::size_t(row)); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<TensorReport> m_tensors;
};

} // namespace aq
