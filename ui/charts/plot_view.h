#pragma once
#include "ui/charts/chart_data.h"
#include "ui/charts/plot_layout.h"

#include <QChartView>
#include <optional>

class QLineSeries;
class QRubberBand;
class QValueAxis;

namespace aq {

enum class PlotStyle {
    Line,   ///< A quantity over time.
    Needles ///< One independent value per tensor.
};

/// The picture of a chart: series of Qt Charts, with axes of our own that know which labels fit.
/// More points than pixel columns are drawn as the largest and the smallest of each column.
/// Zooming and panning go along x; y always fits what is seen.
///
/// Mouse: wheel zooms, drag selects what is zoomed to, Shift+drag or the middle button pans, a
/// click and a double click tell clicked() and activated(). Keys: arrows, Home and End step from
/// point to point, + - 0 zoom, Page up and Page down pan, Enter tells activated().
class PlotView final : public QChartView {
    Q_OBJECT
public:
    enum Series { High, Low, SeriesCount };

    PlotView(PlotStyle style, const QString& xTitle, const QString& yTitle);

    void setPoints(std::span<const ChartPoint> points);
    void setLargestX(double x); ///< The axis reaches at least this far; 0: as far as the points.
    void setGroups(std::vector<AxisGroup> groups); ///< Named under the x axis.
    void setLimits(std::vector<PlotLimit> limits);
    void setWholeNumbers(bool whole) { m_axes.wholeX = whole; } ///< x counts things.
    void setCursorAt(std::optional<QPointF> point);             ///< The point that is read out.
    void setSeriesShown(Series series, bool shown);

    bool isFolded() const { return m_folded; }   ///< Columns are drawn, not single points.
    bool hasRange() const { return m_hasRange; } ///< And in them the largest and the smallest.
    bool hasMissed() const { return m_hasMissed; }
    bool isZoomed() const { return m_view.has_value(); }
    const PlotLayout& axes() const { return m_axes; }
    void showAll();
    void zoom(double factor, double aroundX);         ///< 2: half as much is seen.
    void pan(double share);                           ///< Of what is seen; positive: to larger x.
    void draw(QPainter& painter, const QRectF& area); ///< Everything, for pictures.
    QColor colourOf(Series series) const;

Q_SIGNALS:
    void pointedAt(double x, double reach); ///< `reach`: half of what the pointer covers.
    void clicked(double x, double reach);
    void activated();         ///< Of the point that is read out.
    void stepped(int points); ///< Arrow keys, Home and End: relative, in points.
    void left();
    void viewChanged(); ///< Zoomed or resized: setPoints() is due.

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void takeColours();
    void setPens(double width);
    void setAxes(double highest);
    void showLow(std::span<const ChartPoint> seen, std::span<const ChartColumn> columns);
    void placePlot();
    AxisRange wholeRange() const;
    void setView(AxisRange view);
    double reach() const;

    PlotStyle m_style;
    PlotLayout m_axes;
    QLineSeries* m_high;   ///< The points, or the largest of each column.
    QLineSeries* m_low;    ///< The smallest of each column; empty where that says nothing new.
    QLineSeries* m_missed; ///< Those of m_high that miss a limit, drawn over it.
    QValueAxis* m_x;       ///< Not shown: they scale the series.
    QValueAxis* m_y;
    std::vector<QPointF> m_heads;       ///< Of few needles, and the only point of a line.
    std::vector<QPointF> m_missedHeads; ///< Get a mark of their own.
    std::optional<QPointF> m_cursor;
    std::optional<AxisRange> m_view; ///< Zoomed to; nothing: all.
    QRubberBand* m_band;
    QPoint m_pressed;
    enum class Drag { None, Select, Pan } m_drag = Drag::None;
    double m_firstX = 0, m_lastX = 0, m_largestX = 0;
    bool m_folded = false, m_hasRange = false, m_hasMissed = false, m_isEmpty = true;
};

} // namespace aq
