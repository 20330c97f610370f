#include "ui/charts/chart_data.h"

#include <algorithm>
#include <cmath>

namespace aq {

std::vector<ChartColumn> bucketed(std::span<const ChartPoint> points, int columns)
{
    std::vector<ChartColumn> buckets;
    if (points.empty() || columns < 1)
        return buckets;
    const double first = points.front().x, span = points.back().x - first;
    int current = -1;
    for (const ChartPoint& point : points) {
        if (!std::isfinite(point.y))
            continue;
        const double position = span > 0 ? (point.x - first) / span * columns : 0;
        const int column = std::clamp(int(position), 0, columns - 1);
        if (column != current) {
            current = column;
            buckets.push_back({point.x, point.y, point.y});
            continue;
        }
        ChartColumn& bucket = buckets.back();
        if (point.y > 0)
            bucket.low = bucket.low > 0 ? std::min(bucket.low, point.y) : point.y;
        if (point.y > bucket.high) {
            bucket.high = point.y;
            bucket.x = point.x;
        }
    }
    return buckets;
}

qsizetype nearestPoint(std::span<const ChartPoint> points, double x)
{
    if (points.empty())
        return -1;
    const auto after = std::ranges::lower_bound(points, x, {}, &ChartPoint::x);
    if (after == points.begin())
        return 0;
    const auto before = after - 1;
    const bool useBefore = after == points.end() || x - before->x <= after->x - x;
    return (useBefore ? before : after) - points.begin();
}

} // namespace aq
