#pragma once
#include "core/validate/validation_report.h"

#include <QAbstractTableModel>

namespace aq {

/// Which tensors of a report are listed.
struct ReportFilter {
    enum class Show { All, Missed, Quantized, Kept };
    Show show = Show::All;
    QString text; ///< Part of the name, the scheme or the message; case does not matter.
    bool operator==(const ReportFilter&) const = default;

    bool accepts(const TensorReport& tensor) const;
};

/// What became of each tensor, with its errors. Sorts itself, on plain numbers: 10,000 rows through
/// a proxy and QVariant would hold up the window. By Status, descending, the worst come first.
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
        BytesBefore,
        BytesAfter,
        Dimensions,
        Reason,
        Message
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setTensors(std::vector<TensorReport> tensors); ///< Shown in the order of the last sort().
    const TensorReport& tensor(int row) const { return m_tensors[m_order.at(std::size_t(row))]; }
    void setFilter(const ReportFilter& filter);
    const ReportFilter& filter() const { return m_filter; }
    int rowOf(const QString& name) const;              ///< -1: not listed.
    bool hasMessages() const { return m_hasMessages; } ///< Of any tensor, listed or not.
    qsizetype total() const { return qsizetype(m_tensors.size()); }
    static bool isShownAtFirst(Column column);
    static QString title(Column column);                            ///< Translated.
    static QString text(Column column, const TensorReport& tensor); ///< As in its cell.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void arrange();

    std::vector<TensorReport> m_tensors;
    std::vector<std::size_t> m_order; ///< Index into m_tensors per row that is listed.
    ReportFilter m_filter;
    bool m_hasMessages = false;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace aq
