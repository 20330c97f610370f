#include "ui/text/job_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

namespace aq {
namespace {

struct Stage {
    const char* id;
    const char* text;
};
constexpr std::array stages{
    Stage{"quantize", QT_TRANSLATE_NOOP("JobText", "Quantizing")},
    Stage{"validate", QT_TRANSLATE_NOOP("JobText", "Validating")},
    Stage{"measure", QT_TRANSLATE_NOOP("JobText", "Measuring")},
    Stage{"dequantize", QT_TRANSLATE_NOOP("JobText", "Dequantizing")},
};

QString translated(const char* text) { return QCoreApplication::translate("JobText", text); }

} // namespace

double fraction(const Progress& progress)
{
    if (progress.bytesTotal <= 0)
        return 0;
    return std::clamp(double(progress.bytesDone) / double(progress.bytesTotal), 0.0, 1.0);
}

QString stageText(const QString& stage)
{
    const auto found = std::ranges::find_if(
        stages, [&](const Stage& row) { return stage == QLatin1StringView(row.id); });
    return found == stages.end() ? stage : translated(found->text);
}

QString durationText(double seconds)
{
    const auto whole = std::int64_t(std::ceil(std::max(0.0, seconds)));
    const auto two = [](std::int64_t n) { return QStringLiteral("%1").arg(n, 2, 10, QChar(u'0')); };
    const auto minutes = whole / 60;
    if (minutes < 60)
        return QStringLiteral("%1:%2").arg(minutes).arg(two(whole % 60));
    return QStringLiteral("%1:%2:%3").arg(minutes / 60).arg(two(minutes % 60), two(whole % 60));
}

QString rateText(double bytesPerSecond, std::optional<double> secondsLeft)
{
    QStringList parts;
    if (bytesPerSecond > 0)
        parts << translated(QT_TRANSLATE_NOOP("JobText", "%1/s"))
                     .arg(QLocale().formattedDataSize(
                         qint64(bytesPerSecond), 1, QLocale::DataSizeSIFormat));
    if (secondsLeft)
        parts
            << translated(QT_TRANSLATE_NOOP("JobText", "%1 left")).arg(durationText(*secondsLeft));
    return parts.join(QStringLiteral(", "));
}

} // namespace aq
