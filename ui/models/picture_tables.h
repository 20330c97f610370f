#pragma once
#include "core/analysis/tensor_picture.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

namespace aq {

/// A table of numbers that are worked out when they are asked for: the twin of a picture.
class NumberTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole }; ///< Raw number; DisplayRole is in the person's locale.
    using Value = std::function<double(int row, int column)>; ///< NaN: empty.

    using QAbstractTableModel::QAbstractTableModel;
    void setNumbers(const QStringList& titles, int rows, Value value);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_titles;
    int m_rows = 0;
    Value m_value;
};

using TensorPicturePtr = std::shared_ptr<const TensorPicture>;

// The twins of the inspector's pictures; null: an empty table.
void showValueBins(NumberTableModel& table, const TensorPicturePtr& picture);
void showErrorBins(NumberTableModel& table, const TensorPicturePtr& picture);
void showChannels(NumberTableModel& table, const TensorPicturePtr& picture);
void showCells(NumberTableModel& table, const TensorPicturePtr& picture);

/// A line of the numbers beside a picture: what, of the original, of what was decoded.
struct NumberLine {
    QString what, meaning, original, decoded; ///< `decoded` empty: there is one number.
};
std::vector<NumberLine> valueNumbers(const TensorPicture& picture);
std::vector<NumberLine> errorNumbers(const TensorPicture& picture); ///< Empty: nothing decoded.
std::vector<NumberLine> channelNumbers(const TensorPicture& picture);

} // namespace aq
