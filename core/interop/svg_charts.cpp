#include "core/interop/svg_charts.h"

#include <algorithm>
#include <cmath>

namespace aq {

namespace {

constexpr double width = 720, height = 240;                  // Of the picture, in its own units.
constexpr double left = 64, right = 8, top = 8, bottom = 40; // Room for axes.
constexpr double plotWidth = width - left - right, plotHeight = height - top - bottom;

QString n(double value) { return QString::number(value, 'f', 2); }

/// 1, 2 or 5 times a power of ten, about a quarter of `range`.
double niceStep(double range)
{
    const double power = std::pow(10, std::floor(std::log10(range / 4)));
    const double share = range / 4 / power;
    return power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
}

/// The y axis: where a value lies, from the plot's top.
struct Scale {
    double low = 0, high = 1, step = 0.25;
    double y(double value) const { return top + plotHeight * (1 - (value - low) / (high - low)); }
};

Scale scaleFor(const std::vector<Mark>& marks, bool fromZero)
{
    if (marks.empty())
        return {};
    const auto [least, most] = std::ranges::minmax_element(marks, {}, &Mark::value);
    double low = least->value, high = most->value;
    if (fromZero || (low > 0 && low < 0.5 * high))
        low = std::min(0.0, low);
    if (!(high > low))
        high = low + (low == 0 ? 1 : std::abs(low));
    const double step = niceStep(high - low);
    return {step * std::floor(low / step), step * std::ceil(high / step), step};
}

QString text(double x, double y, const char* anchor, const QString& what)
{
    return QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>")
        .arg(n(x), n(y), QLatin1StringView(anchor), what.toHtmlEscaped());
}

QString axes(const Chart& chart, const Scale& scale)
{
    QString svg;
    const int lines = int(std::lround((scale.high - scale.low) / scale.step));
    for (int i = 0; i <= lines; ++i) {
        const double value = scale.low + i * scale.step, y = scale.y(value);
        svg += QStringLiteral("<line class=\"grid\" x1=\"%1\" x2=\"%2\" y1=\"%3\" y2=\"%3\"/>")
                   .arg(n(left), n(width - right), n(y));
        svg += text(left - 6, y + 4, "end", QString::number(value, 'g', 4));
    }
    svg += text(left + plotWidth / 2, height - 8, "middle", chart.xTitle);
    const double middle = top + plotHeight / 2;
    svg += QStringLiteral("<text transform=\"rotate(-90 14 %1)\" x=\"14\" y=\"%1\" "
                          "text-anchor=\"middle\">%2</text>")
               .arg(n(middle), chart.yTitle.toHtmlEscaped());
    return svg;
}

QString picture(const Chart& chart, double tall, const QString& inside)
{
    return QStringLiteral("<svg role=\"img\" aria-label=\"%1\" viewBox=\"0 0 %2 %3\">%4</svg>\n")
        .arg(chart.title.toHtmlEscaped(), n(width), n(tall), inside);
}

QString cssClass(const Mark& mark)
{
    return mark.isBad ? QStringLiteral("bad") : QStringLiteral("mark");
}

QString tip(const Mark& mark)
{
    return QStringLiteral("<title>%1</title>").arg(mark.tip.toHtmlEscaped());
}

} // namespace

QString columnChart(const Chart& chart)
{
    const Scale scale = scaleFor(chart.marks, true);
    QString svg = axes(chart, scale);
    const double slot = plotWidth / double(std::max<std::size_t>(1, chart.marks.size()));
    const double thick = std::clamp(slot * 0.8, 1.0, 48.0);
    for (std::size_t i = 0; i < chart.marks.size(); ++i) {
        const Mark& mark = chart.marks[i];
        const double x = left + slot * (double(i) + 0.5) - thick / 2, y = scale.y(mark.value);
        svg += QStringLiteral("<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\">")
                   .arg(cssClass(mark), n(x), n(y), n(thick), n(scale.y(scale.low) - y))
            + tip(mark) + QStringLiteral("</rect>");
    }
    return picture(chart, height, svg);
}

QString lineChart(const Chart& chart)
{
    const Scale scale = scaleFor(chart.marks, false);
    const double slot = plotWidth / double(std::max<std::size_t>(1, chart.marks.size()));
    QString path, points;
    for (std::size_t i = 0; i < chart.marks.size(); ++i) {
        const Mark& mark = chart.marks[i];
        const QString x = n(left + slot * (double(i) + 0.5)), y = n(scale.y(mark.value));
        path += (i ? QStringLiteral("L") : QStringLiteral("M")) + x + QLatin1Char(' ') + y;
        points += QStringLiteral("<circle class=\"%1\" cx=\"%2\" cy=\"%3\" r=\"3\">")
                      .arg(cssClass(mark), x, y)
            + tip(mark) + QStringLiteral("</circle>");
    }
    const QString line = QStringLiteral("<path class=\"line\" d=\"%1\"/>").arg(path);
    return picture(chart, height, axes(chart, scale) + (path.isEmpty() ? path : line) + points);
}

QString barChart(const Chart& chart)
{
    constexpr double rowHeight = 28, labelWidth = 200;
    double most = 0;
    for (const Mark& mark : chart.marks)
        most = std::max(most, mark.value);
    QString svg;
    for (std::size_t i = 0; i < chart.marks.size(); ++i) {
        const Mark& mark = chart.marks[i];
        const double y = rowHeight * double(i);
        const double length = most > 0 ? (width - labelWidth - right) * mark.value / most : 0;
        svg += QStringLiteral("<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"20\"/>")
                   .arg(cssClass(mark), n(labelWidth), n(y + 4), n(std::max(1.0, length)));
        svg += text(labelWidth - 8, y + 18, "end", mark.tip);
    }
    return picture(chart, rowHeight * double(chart.marks.size()), svg);
}

std::vector<Mark> bucketed(
    const std::vector<Mark>& marks, std::size_t most, bool (*worse)(const Mark&, const Mark&))
{
    if (marks.size() <= most)
        return marks;
    std::vector<Mark> buckets;
    for (std::size_t i = 0; i < most; ++i) {
        const std::size_t first = i * marks.size() / most, end = (i + 1) * marks.size() / most;
        Mark bucket = marks[first];
        for (std::size_t j = first + 1; j < end; ++j)
            if (worse(marks[j], bucket))
                bucket = marks[j];
        bucket.isBad = std::any_of(marks.begin() + std::ptrdiff_t(first),
            marks.begin() + std::ptrdiff_t(end), [](const Mark& mark) { return mark.isBad; });
        bucket.tip = QStringLiteral("%1 to %2, worst: ").arg(first + 1).arg(end) + bucket.tip;
        buckets.push_back(std::move(bucket));
    }
    return buckets;
}

} // namespace aq
