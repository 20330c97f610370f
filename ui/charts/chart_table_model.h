#pragma once
#include "ui/charts/chart_data.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace aq {

/// What a chart says besides its points.
struct ChartText {
    QString title;      ///< "Error per tensor"
    QString labelTitle; ///< Heading of the labels: "Tensor"; empty: the points have none.
    QString xTitle;     ///< With its unit: "Time (s)".
    QString yTitle;
    int xDecimals = 0;
    int yDecimals = 3;
    QString emptyText = {}; ///< In place of the picture while there are no points.
};

/// The points of a chart as a table: the same numbers for those who cannot see the picture.
class ChartTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole }; ///< Raw number; DisplayRole is in the person's locale.

    explicit ChartTableModel(ChartText text, QObject* parent = nullptr);

    void setPoints(std::vector<ChartPoint> points);
    void append(std::vector<ChartPoint> points);
    const std::vector<ChartPoint>& points() const { return m_points; }
    const ChartText& text() const { return m_text; }

    QString xText(double x) const;
    QString yText(double y) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    int labelColumns() const { return m_text.labelTitle.isEmpty() ? 0 : 1; }

    ChartText m_text;
    std::vector<ChartPoint> m_points;
};

} // namespace aq
