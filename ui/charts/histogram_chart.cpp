#include "ui/charts/histogram_chart.h"

#include "ui/text/units.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace aq {
namespace {

const Histogram none;

std::int64_t largestCount(const Histogram& histogram)
{
    return histogram.counts.empty() ? 0 : std::ranges::max(histogram.counts);
}

double leftOf(const Histogram& histogram, int bin)
{
    return histogram.low + bin * histogram.binWidth();
}

} // namespace

void HistogramChart::setPicture(TensorPicturePtr picture)
{
    m_picture = std::move(picture);
    reset();
}

void HistogramChart::setShown(Show show)
{
    m_show = show;
    reset();
}

void HistogramChart::setLogarithmic(bool logarithmic)
{
    m_isLog = logarithmic;
    update();
}

const Histogram& HistogramChart::first() const
{
    if (!m_picture)
        return none;
    return m_show == Show::Errors ? m_picture->errorHistogram : m_picture->originalHistogram;
}

const Histogram* HistogramChart::second() const
{
    const bool hasOne = m_picture && m_show == Show::Values && !m_picture->isKept
        && !m_picture->decodedHistogram.counts.empty();
    return hasOne ? &m_picture->decodedHistogram : nullptr;
}

std::vector<LegendEntry> HistogramChart::legend() const
{
    using Mark = LegendEntry::Mark;
    if (m_show == Show::Errors)
        return {{Mark::Bar, seriesColor(3, palette()), tr("Decoded − original")}};
    std::vector<LegendEntry> entries{{Mark::Bar, seriesColor(0, palette()), tr("Original")}};
    if (second())
        entries.push_back({Mark::Line, seriesColor(1, palette()), tr("Decoded")});
    if (m_picture && m_picture->original.outlierShare > 0)
        entries.push_back(
            {Mark::Dashed, toneColor(Tone::Warning, palette()), tr("Outliers beyond")});
    return entries;
}

int HistogramChart::count() const { return int(first().counts.size()); }

PictureAxes HistogramChart::axesIn(const QRectF& area) const
{
    const Histogram& bins = first();
    const std::int64_t most
        = std::max(largestCount(bins), second() ? largestCount(*second()) : std::int64_t(0));
    PictureAxes axes;
    axes.x
        = {bins.low, bins.high, false, false, m_show == Show::Errors ? tr("Error") : tr("Value")};
    axes.y = {0, std::max(1.0, double(most) * 1.04), m_isLog, true, tr("Weights")};
    axes.arrange(area, font());
    return axes;
}

void HistogramChart::draw(QPainter& painter, const QRectF& area) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area, palette().base());
    if (count() > 0) {
        const PictureAxes axes = axesIn(area.adjusted(4, 4, -4, -2));
        axes.draw(painter, palette());
        drawBins(
            painter, axes, first(), seriesColor(m_show == Show::Errors ? 3 : 0, palette()), true);
        if (second())
            drawBins(painter, axes, *second(), seriesColor(1, palette()), false);
        if (m_show == Show::Values)
            drawOutlierLimits(painter, axes);
        if (current() >= 0) {
            const double left = leftOf(first(), current()), width = first().binWidth();
            QColor mark = palette().color(QPalette::Text);
            mark.setAlphaF(0.16F);
            painter.fillRect(
                QRectF(axes.at(left, 0).x(), axes.plot().top(),
                    axes.at(left + width, 0).x() - axes.at(left, 0).x(), axes.plot().height()),
                mark);
        }
    }
    painter.restore();
}

/// As steps: bars without lines between them.
void HistogramChart::drawBins(QPainter& painter, const PictureAxes& axes, const Histogram& bins,
    const QColor& colour, bool isFilled) const
{
    QPainterPath path(axes.at(bins.low, 0));
    for (int bin = 0; bin < int(bins.counts.size()); ++bin) {
        const double height = double(bins.counts[std::size_t(bin)]);
        path.lineTo(axes.at(leftOf(bins, bin), height));
        path.lineTo(axes.at(leftOf(bins, bin + 1), height));
    }
    path.lineTo(axes.at(bins.high, 0));
    QColor fill = colour;
    fill.setAlphaF(isFilled ? 0.35F : 0.0F);
    painter.fillPath(path, fill);
    painter.setPen(QPen(colour, isFilled ? 1.0 : 1.6));
    painter.drawPath(path);
}

void HistogramChart::drawOutlierLimits(QPainter& painter, const PictureAxes& axes) const
{
    const ValueStats& stats = m_picture->original;
    if (stats.outlierShare <= 0)
        return;
    painter.setPen(QPen(toneColor(Tone::Warning, palette()), 1.4, Qt::DashLine));
    for (const double side : {-1.0, 1.0}) {
        const double limit = stats.mean + side * outlierDeviations * stats.deviation;
        if (limit > first().low && limit < first().high)
            painter.drawLine(axes.at(limit, 0), axes.at(limit, axes.y.high));
    }
}

int HistogramChart::indexAt(QPointF position) const
{
    if (count() == 0)
        return -1;
    const PictureAxes axes = axesIn(pictureArea().adjusted(4, 4, -4, -2));
    const double share = (position.x() - axes.plot().left()) / axes.plot().width();
    if (share < 0 || share > 1)
        return -1;
    return std::min(count() - 1, int(share * count()));
}

QString HistogramChart::readingOf(int bin) const
{
    const QString from = shortNumber(leftOf(first(), bin)),
                  to = shortNumber(leftOf(first(), bin + 1));
    const QString before = countText(first().counts[std::size_t(bin)]);
    if (!second())
        return tr("%1 to %2: %3").arg(from, to, before);
    return tr("%1 to %2: %3, decoded %4")
        .arg(from, to, before, countText(second()->counts[std::size_t(bin)]));
}

QString HistogramChart::summary() const
{
    if (count() == 0)
        return tr("Nothing to show");
    const auto& counts = first().counts;
    const int peak = int(std::ranges::max_element(counts) - counts.begin());
    const QString most
        = tr("%1 to %2")
              .arg(shortNumber(leftOf(first(), peak)), shortNumber(leftOf(first(), peak + 1)));
    if (m_show == Show::Errors)
        return tr("Histogram of the errors; most are from %1").arg(most);
    return tr("Histogram of the values from %1 to %2; most are from %3; outliers: %4")
        .arg(shortNumber(m_picture->original.min), shortNumber(m_picture->original.max), most,
            percentText(m_picture->original.outlierShare));
}

} // namespace aq
