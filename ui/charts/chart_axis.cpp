#include "ui/charts/chart_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace aq {
namespace {

constexpr double slack = 1e-9; ///< A tick on the border is inside, however it was rounded.

std::vector<double> evenTicks(const ChartAxis& axis, int most, double unit)
{
    const double width = (axis.high - axis.low) / unit;
    if (!(width > 0) || !std::isfinite(width))
        return {};
    const double least = width / std::max(most, 1);
    double step = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {2.0, 2.5, 2.0}) { // 1, 2, 5, 10 times
        if (step >= least * (1 - slack))
            break;
        step *= factor;
    }
    step *= unit;
    std::vector<double> ticks;
    const double first = std::ceil(axis.low / step - slack), last = axis.high / step + slack;
    for (double i = first; i <= last; ++i)
        ticks.push_back(i * step);
    return ticks;
}

std::vector<double> logTicks(const ChartAxis& axis, int most)
{
    static constexpr std::array<std::array<double, 3>, 3> sets{{{1, 2, 5}, {1, 3, 0}, {1, 0, 0}}};
    std::vector<double> ticks;
    for (const auto& set : sets) {
        ticks.clear();
        const int first = int(std::floor(std::log10(axis.low)));
        const int last = int(std::ceil(std::log10(axis.high)));
        for (int decade = first; decade <= last; ++decade) {
            for (const double digit : set) {
                const double tick = digit * std::pow(10, decade);
                if (digit > 0 && tick >= axis.low * (1 - slack) && tick <= axis.high * (1 + slack))
                    ticks.push_back(tick);
            }
        }
        if (int(ticks.size()) <= most)
            break;
    }
    return ticks;
}

} // namespace

double ChartAxis::share(double value) const
{
    if (isLog)
        return std::log(value / low) / std::log(high / low);
    return (value - low) / (high - low);
}

std::vector<double> axisTicks(const ChartAxis& axis, int most, double unit)
{
    return axis.isLog ? logTicks(axis, most) : evenTicks(axis, most, unit);
}

double byteUnit(double bytes)
{
    double unit = 1;
    while (bytes >= 1024 * unit && unit < std::pow(1024.0, 4))
        unit *= 1024;
    return unit;
}

} // namespace aq
