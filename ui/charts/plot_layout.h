#pragma once
#include "ui/charts/plot_axis.h"

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <optional>
#include <span>

class QPainter;

namespace aq {

/// A horizontal line that values should stay below, with what it is: "floor of 4 bits".
struct PlotLimit {
    double value = 0;
    QString text;
    bool operator==(const PlotLimit&) const = default;
};

/// Where everything of a chart lies, and how what is not a series is painted. Room is made for the
/// longest labels, and only labels that fit are shown: none is cut off or lies over another.
class PlotLayout {
public:
    QString xTitle, yTitle; ///< With units.
    AxisRange x, y;
    std::vector<AxisGroup> groups;
    std::vector<PlotLimit> limits;
    QFont font;
    QPalette colours;
    bool wholeX = false; ///< x counts things: no ticks between whole numbers.

    /// Works out area(), ticks and labels for a picture of this size.
    void arrange(QSizeF size);
    const QRectF& area() const { return m_area; } ///< Inside the axes.
    const AxisTicks& xTicks() const { return m_xTicks; }
    const AxisTicks& yTicks() const { return m_yTicks; }
    const std::vector<AxisLabel>& names() const { return m_names; }

    double toX(double pixel) const;
    QPointF toPixel(QPointF value) const;

    void paintGrid(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void paintLimits(QPainter& painter) const;
    void paintHeads(QPainter& painter, std::span<const QPointF> points, const QColor& colour) const;
    void paintMissed(QPainter& painter, std::span<const QPointF> points) const;
    void paintCursor(QPainter& painter, QPointF value, bool hasFocus) const;

private:
    double widestY() const;
    void chooseXTicks();
    void paintXLabels(QPainter& painter) const;

    QRectF m_area;
    AxisTicks m_xTicks, m_yTicks;
    std::vector<AxisLabel> m_names;
    QSizeF m_size;
};

} // namespace aq
