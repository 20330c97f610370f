#include "core/interop/report_text.h"

#include <array>
#include <cmath>

namespace aq {

QString reportNumber(double value, int digits)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    return QString::number(value, 'g', digits);
}

QString reportBytes(std::int64_t bytes)
{
    constexpr std::array units{"bytes", "KiB", "MiB", "GiB", "TiB"};
    std::size_t unit = 0;
    double amount = double(bytes);
    for (; amount >= 1024 && unit + 1 < units.size(); ++unit)
        amount /= 1024;
    return QString::number(amount, 'f', unit ? 2 : 0) + QLatin1Char(' ')
        + QLatin1StringView(units[unit]);
}

} // namespace aq
