#include "ui/charts/plot_layout.h"

#include "ui/charts/chart_legend.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

constexpr double gap = 6, tickLength = 4, rightMargin = 20;
constexpr double markSize = 15; ///< Of what missed a limit: a diamond of about half of it.

QColor faded(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

} // namespace

double PlotLayout::toX(double pixel) const
{
    return m_area.width() > 0 ? x.low + (pixel - m_area.left()) / m_area.width() * x.span() : x.low;
}

QPointF PlotLayout::toPixel(QPointF value) const
{
    return {m_area.left() + (value.x() - x.low) / x.span() * m_area.width(),
        m_area.bottom() - (value.y() - y.low) / y.span() * m_area.height()};
}

void PlotLayout::arrange(QSizeF size)
{
    m_size = size;
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    const bool named
        = std::ranges::any_of(groups, [](const AxisGroup& group) { return !group.name.isEmpty(); });
    const double below = gap + line + (named ? line + 1 : 0) + line + gap;
    const double top = line / 2 + 2, height = std::max(line, size.height() - top - below);
    m_yTicks = ticksIn(y, std::clamp(int(height / (1.9 * line)), 3, 8));
    const double left = gap + line + gap + widestY() + gap;
    m_area = QRectF(left, top, std::max(line, size.width() - left - rightMargin), height);
    chooseXTicks();
    m_names = !named ? std::vector<AxisLabel>()
                     : groupLabels(
                         groups, x,
                         [&](double value) {
                             return toPixel({value, 0}).x();
                         },
                         [&](const QString& text) { return metrics.horizontalAdvance(text); });
}

double PlotLayout::widestY() const
{
    double widest = 0;
    for (const double value : m_yTicks.values)
        widest = std::max(
            widest, QFontMetricsF(font).horizontalAdvance(tickText(value, m_yTicks.interval)));
    return widest;
}

/// As many as fit beside each other.
void PlotLayout::chooseXTicks()
{
    const QFontMetricsF metrics(font);
    for (int most = 11; most >= 2; --most) {
        m_xTicks = ticksIn(x, most, wholeX);
        double free = -1e9;
        const bool fits = std::ranges::all_of(m_xTicks.values, [&](double value) {
            const double width = metrics.horizontalAdvance(tickText(value, m_xTicks.interval));
            const double from = toPixel({value, 0}).x() - width / 2;
            const bool isFree = from >= free;
            free = from + width + 2 * gap;
            return isFree;
        });
        if (fits)
            return;
    }
}

void PlotLayout::paintGrid(QPainter& painter) const
{
    painter.setPen(QPen(faded(colours.color(QPalette::Text), 0.14f), 1));
    for (const double value : m_yTicks.values) {
        const double at = toPixel({0, value}).y();
        painter.drawLine(QPointF(m_area.left(), at), QPointF(m_area.right(), at));
    }
    if (groups.empty())
        for (const double value : m_xTicks.values) {
            const double at = toPixel({value, 0}).x();
            painter.drawLine(QPointF(at, m_area.top()), QPointF(at, m_area.bottom()));
        }
    for (const AxisLabel& name : m_names)
        if (name.tick >= 0)
            painter.drawLine(QPointF(name.tick, m_area.top()), QPointF(name.tick, m_area.bottom()));
    // Blocks that all have names are told apart by their borders.
    if (!m_names.empty() && m_names.front().tick < 0)
        for (const AxisGroup& group : groups)
            if (group.first - 0.5 > x.low && group.first - 0.5 < x.high) {
                const double at = toPixel({group.first - 0.5, 0}).x();
                painter.drawLine(QPointF(at, m_area.top()), QPointF(at, m_area.bottom()));
            }
}

void PlotLayout::paintXLabels(QPainter& painter) const
{
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    double top = m_area.bottom() + gap;
    for (const double value : m_xTicks.values) {
        const double at = toPixel({value, 0}).x();
        painter.drawLine(QPointF(at, m_area.bottom()), QPointF(at, m_area.bottom() + tickLength));
        const QString text = tickText(value, m_xTicks.interval);
        const double width = metrics.horizontalAdvance(text);
        const double from = std::clamp(at - width / 2, 0.0, std::max(0.0, m_size.width() - width));
        painter.drawText(QPointF(from, top + metrics.ascent()), text);
    }
    top += line;
    for (const AxisLabel& name : m_names)
        painter.drawText(QPointF(name.x, top + 1 + metrics.ascent()), name.text);
    if (!m_names.empty())
        top += line + 1;
    painter.drawText(QRectF(0, top, 2 * m_area.center().x(), line),
        int(Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextSingleLine), xTitle);
}

void PlotLayout::paintAxes(QPainter& painter) const
{
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(QPen(colours.color(QPalette::PlaceholderText), 1.6));
    painter.drawLine(m_area.bottomLeft(), m_area.bottomRight());
    painter.setPen(colours.color(QPalette::Text));
    for (const double value : m_yTicks.values) {
        const QString text = tickText(value, m_yTicks.interval);
        painter.drawText(QPointF(m_area.left() - gap - metrics.horizontalAdvance(text),
                             toPixel({0, value}).y() + metrics.ascent() / 2 - 1),
            text);
    }
    paintXLabels(painter);
    painter.save();
    painter.translate(gap, m_area.center().y());
    painter.rotate(-90);
    const double room = 2 * std::min(m_area.center().y(), m_size.height() - m_area.center().y());
    const QString title = metrics.elidedText(yTitle, Qt::ElideRight, room);
    painter.drawText(QPointF(-metrics.horizontalAdvance(title) / 2, metrics.ascent()), title);
    painter.restore();
}

/// A limit that lies above all that is seen is named at the top, without a line.
void PlotLayout::paintLimits(QPainter& painter) const
{
    const QFontMetricsF metrics(font);
    const QColor colour = toneColor(Tone::Bad, colours);
    painter.setFont(font);
    double right = m_area.right() - gap;
    for (const PlotLimit& limit : limits) {
        const bool above = limit.value > y.high;
        const double at = above ? m_area.top() : toPixel({0, limit.value}).y();
        const QString text = above ? QStringLiteral("▲ ") + limit.text : limit.text;
        const double width = metrics.horizontalAdvance(text);
        painter.setPen(QPen(colour, 1.2, Qt::DashLine));
        if (!above)
            painter.drawLine(QPointF(m_area.left(), at), QPointF(m_area.right(), at));
        const bool fitsAbove = !above && at - metrics.height() > 0;
        const QRectF box(right - width - 4, fitsAbove ? at - metrics.height() - 1 : at + 1,
            width + 8, metrics.height());
        painter.fillRect(box, faded(colours.color(QPalette::Base), 0.8f));
        painter.setPen(colour);
        painter.drawText(box, int(Qt::AlignCenter | Qt::TextSingleLine), text);
        right = box.left() - 2 * gap; // The next one beside it: two limits may be close.
    }
}

void PlotLayout::paintHeads(
    QPainter& painter, std::span<const QPointF> points, const QColor& colour) const
{
    for (const QPointF& point : points) {
        const QPointF at = toPixel(point);
        drawMark(
            painter, QRectF(at.x() - 5, at.y() - 5, 10, 10), LegendEntry::Mark::Circle, colour);
    }
}

void PlotLayout::paintMissed(QPainter& painter, std::span<const QPointF> points) const
{
    const QColor colour = toneColor(Tone::Bad, colours);
    const double half = markSize / 2;
    double last = -markSize; // More than one in four pixels would be a blot, and cost time.
    for (const QPointF& point : points) {
        const QPointF at = toPixel(point);
        if (at.x() - last < 4)
            continue;
        last = at.x();
        drawMark(painter, QRectF(at.x() - half, at.y() - half, markSize, markSize * 0.7),
            LegendEntry::Mark::Diamond, colour);
    }
}

void PlotLayout::paintCursor(QPainter& painter, QPointF value, bool hasFocus) const
{
    const QPointF at = toPixel(value);
    if (at.x() < m_area.left() - 1 || at.x() > m_area.right() + 1)
        return;
    const QColor ink = colours.color(QPalette::Text);
    painter.setPen(QPen(faded(ink, 0.5f), 1, Qt::DotLine));
    painter.drawLine(QPointF(at.x(), m_area.top()), QPointF(at.x(), m_area.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus ? colours.color(QPalette::Highlight) : ink, 2));
    painter.setBrush(colours.base());
    painter.drawEllipse(at, 4, 4);
}

} // namespace aq
