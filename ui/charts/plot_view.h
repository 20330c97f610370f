#pragma once
#include "ui/charts/chart_data.h"

#include <QChartView>

class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace aq {

enum class PlotStyle {
    Line,   ///< A quantity over time.
    Needles ///< One independent value per tensor.
};

/// The picture of a chart: axes and series of Qt Charts in the colours of the palette. More points
/// than pixel columns are drawn as the largest and the smallest of each column.
class PlotView final : public QChartView {
    Q_OBJECT
public:
    PlotView(PlotStyle style, const QString& xTitle, const QString& yTitle);

    void setPoints(std::span<const ChartPoint> points);
    void setLargestX(double x); ///< The axis reaches at least this far; 0: as far as the points.

Q_SIGNALS:
    void pointedAt(double x);
    void stepped(int points); ///< Arrow keys, Home and End: relative, in points.
    void left();

protected:
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void takeColours();
    void setAxes(std::span<const ChartColumn> columns, double lastX);

    PlotStyle m_style;
    QLineSeries* m_high;     ///< The points, or the largest of each column.
    QLineSeries* m_low;      ///< The smallest of each column; hidden while every point is drawn.
    QScatterSeries* m_heads; ///< Heads of few needles, and the only point of a line.
    QValueAxis* m_x;
    QValueAxis* m_y;
    double m_largestX = 0;
};

} // namespace aq
