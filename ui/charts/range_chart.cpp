#include "ui/charts/range_chart.h"

#include "ui/text/units.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace aq {
namespace {

double endOf(const ChannelRange& channel) { return double(channel.first + channel.count); }

constexpr double markSize = 8;

} // namespace

void RangeChart::setPicture(TensorPicturePtr picture)
{
    m_picture = std::move(picture);
    reset();
}

const std::vector<ChannelRange>& RangeChart::channels() const
{
    static const std::vector<ChannelRange> none;
    return m_picture ? m_picture->channels : none;
}

int RangeChart::count() const { return int(channels().size()); }

bool RangeChart::hasErrors() const { return m_picture && m_picture->sums.dd > 0; }

bool RangeChart::hasOutliers() const
{
    return std::ranges::any_of(channels(), [](const ChannelRange& c) { return c.outliers > 0; });
}

std::vector<LegendEntry> RangeChart::legend() const
{
    using Mark = LegendEntry::Mark;
    std::vector<LegendEntry> entries{
        {Mark::Bar, seriesColor(0, palette()), tr("Least to greatest value")}};
    if (hasOutliers())
        entries.push_back(
            {Mark::Triangle, toneColor(Tone::Warning, palette()), tr("Has outliers")});
    if (hasErrors())
        entries.push_back({Mark::Line, seriesColor(3, palette()), tr("Error (RMS)")});
    return entries;
}

RangeChart::Layout RangeChart::layoutIn(const QRectF& area) const
{
    double low = 0, high = 0, error = 0;
    for (const ChannelRange& channel : channels()) {
        low = std::min(low, channel.min);
        high = std::max(high, channel.max);
        error = std::max(error, channel.errorRms);
    }
    const double last = double(std::max<std::int64_t>(1, m_picture->rows));
    Layout layout;
    const double margin = (high - low) * 0.08;
    layout.ranges.x = {0, last, false, true, hasErrors() ? QString() : tr("Channel")};
    layout.ranges.y = {low - margin, high + margin, false, false, tr("Value")};
    layout.errors.x = {0, last, false, true, tr("Channel")};
    layout.errors.y = {0, error * 1.1, false, false, tr("Error")};
    const double split = hasErrors() ? area.height() * 0.56 : area.height();
    layout.ranges.arrange(QRectF(area.left(), area.top(), area.width(), split), font());
    if (hasErrors())
        layout.errors.arrange(area.adjusted(0, split, 0, 0), font());
    return layout;
}

void RangeChart::draw(QPainter& painter, const QRectF& area) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area, palette().base());
    if (count() > 0) {
        const Layout layout = layoutIn(area.adjusted(4, 4, -4, -2));
        layout.ranges.draw(painter, palette());
        drawBand(painter, layout.ranges);
        drawOutliers(painter, layout.ranges);
        if (hasErrors()) {
            layout.errors.draw(painter, palette());
            drawErrors(painter, layout.errors);
        }
        if (current() >= 0) {
            const ChannelRange& channel = channels()[std::size_t(current())];
            painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
            const double middle = double(channel.first) + double(channel.count) / 2;
            for (const PictureAxes* axes : {&layout.ranges, hasErrors() ? &layout.errors : nullptr})
                if (axes)
                    painter.drawLine(axes->at(middle, axes->y.low), axes->at(middle, axes->y.high));
        }
    }
    painter.restore();
}

void RangeChart::drawBand(QPainter& painter, const PictureAxes& axes) const
{
    QPainterPath path;
    const auto& list = channels();
    path.moveTo(axes.at(double(list.front().first), list.front().max));
    for (const ChannelRange& channel : list) {
        path.lineTo(axes.at(double(channel.first), channel.max));
        path.lineTo(axes.at(endOf(channel), channel.max));
    }
    for (auto channel = list.rbegin(); channel != list.rend(); ++channel) {
        path.lineTo(axes.at(endOf(*channel), channel->min));
        path.lineTo(axes.at(double(channel->first), channel->min));
    }
    path.closeSubpath();
    const QColor colour = seriesColor(0, palette());
    QColor fill = colour;
    fill.setAlphaF(0.35F);
    painter.fillPath(path, fill);
    painter.setPen(QPen(colour, 0.8));
    painter.drawPath(path);
}

void RangeChart::drawErrors(QPainter& painter, const PictureAxes& axes) const
{
    QPainterPath path;
    for (const ChannelRange& channel : channels()) {
        const QPointF from = axes.at(double(channel.first), channel.errorRms);
        if (path.elementCount() == 0)
            path.moveTo(from);
        path.lineTo(from);
        path.lineTo(axes.at(endOf(channel), channel.errorRms));
    }
    painter.setPen(QPen(seriesColor(3, palette()), 1.3));
    painter.drawPath(path);
}

/// At the end that is farther out; marks that would cover each other are drawn once.
void RangeChart::drawOutliers(QPainter& painter, const PictureAxes& axes) const
{
    const QColor colour = toneColor(Tone::Warning, palette());
    double free[2] = {-1e9, -1e9};
    for (const ChannelRange& channel : channels()) {
        if (channel.outliers == 0)
            continue;
        const double mean = m_picture->original.mean;
        const bool isHigh = channel.max - mean >= mean - channel.min;
        const double middle = double(channel.first) + double(channel.count) / 2;
        const QPointF tip = axes.at(middle, isHigh ? channel.max : channel.min);
        if (tip.x() < free[isHigh])
            continue;
        free[isHigh] = tip.x() + markSize / 2;
        drawMark(painter,
            QRectF(tip.x() - markSize / 2, tip.y() - (isHigh ? markSize : 0), markSize, markSize),
            LegendEntry::Mark::Triangle, colour);
    }
}

int RangeChart::indexAt(QPointF position) const
{
    if (count() == 0)
        return -1;
    const PictureAxes axes = layoutIn(pictureArea().adjusted(4, 4, -4, -2)).ranges;
    const double share = (position.x() - axes.plot().left()) / axes.plot().width();
    if (share < 0 || share > 1)
        return -1;
    const double row = axes.x.valueAt(share);
    const auto after = std::ranges::upper_bound(
        channels(), row, {}, [](const ChannelRange& channel) { return double(channel.first); });
    return std::max(0, int(after - channels().begin()) - 1);
}

QString RangeChart::readingOf(int index) const
{
    const ChannelRange& channel = channels()[std::size_t(index)];
    QString text
        = tr("%1: %2 to %3")
              .arg(channelText(channel), shortNumber(channel.min), shortNumber(channel.max));
    if (hasErrors())
        text = tr("%1, error %2").arg(text, shortNumber(channel.errorRms));
    if (channel.outliers > 0)
        text = tr("%1, %2 outliers").arg(text, countText(channel.outliers));
    return text;
}

QString RangeChart::summary() const
{
    if (count() == 0)
        return tr("Nothing to show");
    const auto width = [](const ChannelRange& channel) { return channel.max - channel.min; };
    const ChannelRange& widest = *std::ranges::max_element(channels(), {}, width);
    const auto marked
        = std::ranges::count_if(channels(), [](const ChannelRange& c) { return c.outliers > 0; });
    return tr("Ranges of %1 channels; the widest is %2, from %3 to %4; with outliers: %5")
        .arg(countText(m_picture->rows), channelText(widest), shortNumber(widest.min),
            shortNumber(widest.max), countText(marked));
}

QString channelText(const ChannelRange& channel)
{
    if (channel.count == 1)
        return RangeChart::tr("Channel %1").arg(countText(channel.first));
    return RangeChart::tr("Channels %1 to %2")
        .arg(countText(channel.first), countText(channel.first + channel.count - 1));
}

} // namespace aq
