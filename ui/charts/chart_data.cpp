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
            buckets.push_back({point.x, point.y, point.y, point.isMissed});
            continue;
        }
        ChartColumn& bucket = buckets.back();
        bucket.isMissed |= point.isMissed;
        if (point.y > 0)
            bucket.low = bucket.low > 0 ? std::min(bucket.low, point.y) : point.y;
        if (point.y > bucket.high) {
            bucket.high = point.y;
            bucket.x = point.x;
        }
    }
    return buckets;
}

std::span<const ChartPoint> pointsIn(std::span<const ChartPoint> points, double low, double high)
{
    auto first = std::ranges::lower_bound(points, low, {}, &ChartPoint::x);
    auto end = std::ranges::upper_bound(points, high, {}, &ChartPoint::x);
    if (first != points.begin())
        --first;
    if (end != points.end())
        ++end;
    return {first, end};
}

qsizetype pointAt(std::span<const ChartPoint> points, double x, double reach)
{
    const auto first = std::ranges::lower_bound(points, x - reach, {}, &ChartPoint::x);
    const auto end = std::ranges::upper_bound(points, x + reach, {}, &ChartPoint::x);
    const auto height
        = [](const ChartPoint& point) { return std::isfinite(point.y) ? point.y : -1; };
    if (first < end)
        return std::ranges::max_element(first, end, {}, height) - points.begin();
    return nearestPoint(points, x);
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
