#pragma once
#include <QString>
#include <span>
#include <vector>

namespace aq {

/// One value of a chart and of its table twin.
struct ChartPoint {
    double x = 0;
    double y = 0;
    QString label;         ///< What it belongs to, such as a tensor, as in the file; may be empty.
    bool isMissed = false; ///< It misses a limit: drawn with a mark of its own.
};

/// What is drawn in one pixel column: the extremes of the points in it.
struct ChartColumn {
    double x = 0;   ///< Of its largest point.
    double low = 0; ///< Above 0 where there is such a point: kept tensors would flatten all else.
    double high = 0;
    bool isMissed = false; ///< Any of its points is.
};

/// The points, in order of x, put into at most `columns` columns of equal width; empty columns are
/// left out, so no peak is ever lost. Points that are not finite are left out too.
std::vector<ChartColumn> bucketed(std::span<const ChartPoint> points, int columns);

/// Those with x in [low, high], and one more at each end, so that lines go on to the border.
std::span<const ChartPoint> pointsIn(std::span<const ChartPoint> points, double low, double high);

/// Index of the point to be read at x: the largest of those at most `reach` away (many may share a
/// pixel, and the peak is what is seen there), else the nearest; -1 without points.
qsizetype pointAt(std::span<const ChartPoint> points, double x, double reach);

/// Index of the point whose x is nearest; -1 without points. Points are in order of x.
qsizetype nearestPoint(std::span<const ChartPoint> points, double x);

} // namespace aq
