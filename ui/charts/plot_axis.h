#pragma once
#include <QString>
#include <algorithm>
#include <vector>

namespace aq {

/// From `low` to `high` of an axis.
struct AxisRange {
    double low = 0, high = 1;
    double span() const { return high - low; }
    bool operator==(const AxisRange&) const = default;
};

/// Where an axis has numbers: multiples of 1, 2, 2.5 or 5 times a power of ten.
struct AxisTicks {
    std::vector<double> values;
    double interval = 1;
};

/// At most `most` (at least 2) ticks in `range`, the finest that fit. `wholeNumbers`: none between
/// them, for counted things.
AxisTicks ticksIn(const AxisRange& range, int most, bool wholeNumbers = false);

/// In the person's locale with just the decimals that the interval needs; "1.2e-06" where those
/// would be more than five.
QString tickText(double value, double interval);

/// `largest` and a little more, up to the next tick of about five: so that the top has a number.
double roundedUp(double largest);

/// Neighbours on the x axis that belong together, such as the tensors of a block.
struct AxisGroup {
    double first = 0, last = 0; ///< x of its first and last point.
    QString name;               ///< "double_blocks.3"
};

/// A text under the axis, in pixels.
struct AxisLabel {
    double x = 0;     ///< Its left end.
    double tick = -1; ///< Where its group begins; -1: it stands under the middle of its group.
    QString text;
    bool operator==(const AxisLabel&) const = default;
};

/// Which names of `groups` are shown, none over another: all of them under their middles where each
/// has the room (their last parts, "3", where the whole names have not), else as many as fit, each
/// with a tick where its group begins. `toPixel` maps x to pixels; `width` measures a text.
template <typename ToPixel, typename Width>
std::vector<AxisLabel> groupLabels(
    const std::vector<AxisGroup>& groups, const AxisRange& range, ToPixel toPixel, Width width)
{
    constexpr double gap = 8;
    const auto shortName = [](const QString& name) { return name.section(u'.', -1); };
    const double left = toPixel(range.low), right = toPixel(range.high);
    const auto centred = [&](auto nameOf) {
        std::vector<AxisLabel> labels;
        for (const AxisGroup& group : groups) {
            if (group.last < range.low || group.first > range.high)
                continue;
            const double from = std::max(left, toPixel(group.first - 0.5));
            const double to = std::min(right, toPixel(group.last + 0.5));
            const QString text = nameOf(group.name);
            const double wide = width(text);
            if (wide + gap > to - from)
                return std::vector<AxisLabel>();
            labels.push_back({(from + to - wide) / 2, -1, text});
        }
        return labels;
    };
    if (auto all = centred([](const QString& name) { return name; }); !all.empty())
        return all;
    if (auto all = centred(shortName); !all.empty())
        return all;
    std::vector<AxisLabel> labels;
    double free = left - gap; // Where the next text may begin.
    for (const AxisGroup& group : groups) {
        const double tick = toPixel(group.first - 0.5);
        if (group.first < range.low || tick < free || group.name.isEmpty())
            continue;
        const double wide = width(group.name);
        if (tick + wide > right)
            break;
        labels.push_back({tick + 3, tick, group.name});
        free = tick + 3 + wide + gap;
    }
    return labels;
}

} // namespace aq
