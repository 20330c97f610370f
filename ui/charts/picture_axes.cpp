#include "ui/charts/picture_axes.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

constexpr double gap = 4;

/// 1, 2 or 5 times a power of ten, at least `rough`.
double roundStep(double rough)
{
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

std::vector<double> decades(double high, int most)
{
    std::vector<double> ticks{0};
    const int last = int(std::floor(std::log10(std::max(high, 1.0))));
    const int step = std::max(1, (last + most) / std::max(1, most));
    for (int power = 0; power <= last; power += step)
        ticks.push_back(std::pow(10, power));
    return ticks;
}

} // namespace

double PictureAxis::share(double value) const
{
    if (isLog)
        return std::log1p(std::max(value, 0.0)) / std::log1p(high);
    return high > low ? (value - low) / (high - low) : 0.5;
}

double PictureAxis::valueAt(double share) const
{
    return isLog ? std::expm1(share * std::log1p(high)) : low + share * (high - low);
}

std::vector<double> PictureAxis::ticks(int most) const
{
    if (isLog)
        return decades(high, most);
    if (!(high > low))
        return {low};
    double step = roundStep((high - low) / std::max(1, most));
    if (isWhole)
        step = std::max(step, 1.0);
    std::vector<double> values;
    for (double n = std::ceil(low / step - 1e-9); n * step <= high + 1e-9 * step; ++n)
        values.push_back(n == 0 ? 0 : n * step);
    return values;
}

void PictureAxes::arrange(const QRectF& area, const QFont& font)
{
    m_area = area;
    m_font = labelFont(font);
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    const double below = gap + line + (x.title.isEmpty() ? 0 : line) + 2;
    const double height = std::max(line, area.height() - line / 2 - below);
    m_yTicks = y.ticks(std::clamp(int(height / (2 * line)), 2, 6));
    double widest = 0;
    for (const double tick : m_yTicks)
        widest = std::max(widest, metrics.horizontalAdvance(shortNumber(tick)));
    const double left = (y.title.isEmpty() ? 0 : line + gap) + widest + 2 * gap;
    m_plot = QRectF(area.left() + left, area.top() + line / 2,
        std::max(line, area.width() - left - 2 * gap), height);
    m_xTicks = fittingTicks();
}

/// As many as fit beside each other.
std::vector<double> PictureAxes::fittingTicks() const
{
    const QFontMetricsF metrics(m_font);
    for (int most = 9; most > 1; --most) {
        const std::vector<double> ticks = x.ticks(most);
        double widest = 0;
        for (const double tick : ticks)
            widest = std::max(widest, metrics.horizontalAdvance(shortNumber(tick)));
        if (double(ticks.size()) * (widest + 2 * gap) <= m_plot.width())
            return ticks;
    }
    return {x.low};
}

QPointF PictureAxes::at(double xValue, double yValue) const
{
    return {m_plot.left() + x.share(xValue) * m_plot.width(),
        m_plot.bottom() - y.share(yValue) * m_plot.height()};
}

void PictureAxes::draw(QPainter& painter, const QPalette& palette) const
{
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    const QColor ink = palette.color(QPalette::Text);
    QColor grid = ink;
    grid.setAlphaF(0.14F);
    painter.setFont(m_font);
    for (const double tick : m_yTicks) {
        const double height = at(x.low, tick).y();
        painter.setPen(grid);
        painter.drawLine(QPointF(m_plot.left(), height), QPointF(m_plot.right(), height));
        painter.setPen(ink);
        painter.drawText(
            QRectF(m_area.left(), height - line / 2, m_plot.left() - m_area.left() - gap, line),
            int(Qt::AlignRight | Qt::AlignVCenter), shortNumber(tick));
    }
    for (const double tick : m_xTicks) {
        const double place = at(tick, y.low).x();
        const QString text = shortNumber(tick);
        const double width = metrics.horizontalAdvance(text);
        painter.setPen(grid);
        painter.drawLine(QPointF(place, m_plot.top()), QPointF(place, m_plot.bottom()));
        painter.setPen(ink);
        const double from = std::clamp(
            place - width / 2, m_area.left(), std::max(m_area.left(), m_area.right() - width));
        painter.drawText(QPointF(from, m_plot.bottom() + gap + metrics.ascent()), text);
    }
    painter.setPen(palette.color(QPalette::PlaceholderText));
    painter.drawLine(m_plot.bottomLeft(), m_plot.bottomRight());
    painter.drawText(QRectF(m_plot.left(), m_plot.bottom() + gap + line, m_plot.width(), line),
        int(Qt::AlignCenter), x.title);
    painter.save();
    painter.translate(m_area.left(), m_plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-m_plot.height() / 2, 0, m_plot.height(), line), int(Qt::AlignCenter),
        metrics.elidedText(y.title, Qt::ElideRight, m_plot.height()));
    painter.restore();
}

QString shortNumber(double value)
{
    const QLocale locale;
    const double size = std::abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e7))
        return locale.toString(value, 'g', 3);
    if (value == std::round(value))
        return locale.toString(std::int64_t(value));
    return locale.toString(value, 'g', size >= 1000 ? 6 : 4);
}

QFont labelFont(const QFont& font)
{
    QFont smaller = font;
    if (smaller.pointSizeF() > 0)
        smaller.setPointSizeF(smaller.pointSizeF() * 0.9);
    return smaller;
}

} // namespace aq
