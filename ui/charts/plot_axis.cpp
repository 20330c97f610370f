#include "ui/charts/plot_axis.h"

#include <QLocale>
#include <array>
#include <cmath>

namespace aq {
namespace {

constexpr std::array steps{1.0, 2.0, 2.5, 5.0, 10.0};

/// The smallest nice number that is not below `rough`.
double niceInterval(double rough)
{
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double step : steps)
        if (step * power >= rough * (1 - 1e-9))
            return step * power;
    return 10 * power;
}

} // namespace

AxisTicks ticksIn(const AxisRange& range, int most, bool wholeNumbers)
{
    AxisTicks ticks;
    if (!(range.span() > 0) || !std::isfinite(range.span()))
        return ticks;
    ticks.interval = niceInterval(range.span() / std::max(1, most - 1));
    if (wholeNumbers) {
        ticks.interval = std::max(1.0, ticks.interval);
        if (ticks.interval == 2.5)
            ticks.interval = 5;
    }
    const double slack = 1e-9 * range.span();
    const double first = std::ceil((range.low - slack) / ticks.interval);
    for (double i = first; i * ticks.interval <= range.high + slack; ++i)
        ticks.values.push_back(i * ticks.interval);
    return ticks;
}

QString tickText(double value, double interval)
{
    constexpr int mostDecimals = 5;
    int decimals = 0;
    for (double rest = interval;
         decimals <= mostDecimals && std::abs(rest - std::round(rest)) > 1e-6 * rest; rest *= 10)
        ++decimals;
    if (decimals > mostDecimals)
        return value == 0 ? QLocale().toString(0) : QLocale().toString(value, 'g', 2);
    return QLocale().toString(value, 'f', decimals);
}

double roundedUp(double largest)
{
    if (!(largest > 0) || !std::isfinite(largest))
        return 1;
    constexpr double headroom = 1.04; // The highest point stays inside the frame.
    const double interval = niceInterval(headroom * largest / 5);
    return std::ceil(headroom * largest / interval - 1e-9) * interval;
}

} // namespace aq
