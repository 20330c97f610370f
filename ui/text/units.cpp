#include "ui/text/units.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>
#include <cmath>

namespace aq {
namespace {

const QString dash = QStringLiteral("–");

QString exactText() { return QCoreApplication::translate("Units", "exact"); }

/// Decimals that leave three digits: 0.0123 -> 4, 1.23 -> 2, 123.4 -> 0.
int decimalsFor(double value, int most)
{
    if (value == 0)
        return 0;
    const int whole = int(std::floor(std::log10(std::abs(value)))) + 1;
    return std::clamp(3 - whole, 0, most);
}

} // namespace

QString bytesText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

QString countText(std::int64_t count) { return QLocale().toString(qlonglong(count)); }

QString shortCountText(std::int64_t count)
{
    struct Unit {
        double size;
        const char* text;
    };
    static constexpr std::array units{
        Unit{1e9, QT_TRANSLATE_NOOP("Units", "%1 B")},
        Unit{1e6, QT_TRANSLATE_NOOP("Units", "%1 M")},
        Unit{1e3, QT_TRANSLATE_NOOP("Units", "%1 K")},
    };
    if (std::abs(double(count)) >= 10'000) {
        for (const Unit& unit : units) {
            // 999,950 is already "1.0 M": what counts is the number after rounding.
            const double value = std::round(10.0 * double(count) / unit.size) / 10.0;
            if (std::abs(value) >= 1)
                return QCoreApplication::translate("Units", unit.text)
                    .arg(QLocale().toString(value, 'f', 1));
        }
    }
    return countText(count);
}

QString percentText(double fraction)
{
    if (std::isnan(fraction))
        return dash;
    if (std::isinf(fraction))
        return QStringLiteral("∞");
    const double percent = 100 * fraction;
    return QCoreApplication::translate("Units", "%1 %")
        .arg(QLocale().toString(percent, 'f', decimalsFor(percent, 4)));
}

QString changeText(std::int64_t before, std::int64_t after)
{
    if (before == 0)
        return dash;
    const double percent = 100.0 * (double(after) - double(before)) / double(before);
    const QString sign = percent < -0.05 ? QStringLiteral("−")
        : percent > 0.05                 ? QStringLiteral("+")
                                         : QStringLiteral("±");
    return QCoreApplication::translate("Units", "%1%2 %")
        .arg(sign, QLocale().toString(std::abs(percent), 'f', 1));
}

QString ratioText(double ratio)
{
    if (!std::isfinite(ratio))
        return dash;
    return QLocale().toString(ratio, 'f', 2) + QStringLiteral("×");
}

QString bitsPerWeightText(double bits)
{
    if (!std::isfinite(bits))
        return dash;
    return QCoreApplication::translate("Units", "%1 bpw").arg(QLocale().toString(bits, 'f', 2));
}

QString decibelText(double decibels)
{
    if (std::isnan(decibels))
        return dash;
    if (std::isinf(decibels))
        return decibels > 0 ? exactText() : QStringLiteral("−∞ dB");
    return QCoreApplication::translate("Units", "%1 dB").arg(QLocale().toString(decibels, 'f', 1));
}

QString cosineText(double cosine)
{
    if (std::isnan(cosine))
        return dash;
    if (cosine == 1)
        return QLocale().toString(1);
    const double rounded = std::round(cosine * 1e5) / 1e5;
    return QLocale().toString(rounded < 1 ? rounded : 0.99999, 'f', 5);
}

} // namespace aq
