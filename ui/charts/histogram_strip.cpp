#include "ui/charts/histogram_strip.h"

#include "core/base/printable.h"
#include "ui/charts/chart_axis.h"
#include "ui/text/units.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

QString number(double value, int digits = 3) { return QLocale().toString(value, 'g', digits); }

/// The upper edge of the bars, from the left to the right of `plot`.
QPolygonF outlineOf(const Histogram& histogram, const QRectF& plot, double most)
{
    QPolygonF line;
    const double width = plot.width() / double(std::max<std::size_t>(1, histogram.counts.size()));
    line << plot.bottomLeft();
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const double share = std::sqrt(double(histogram.counts[bin]) / most);
        const double y = plot.bottom() - share * plot.height(),
                     x = plot.left() + double(bin) * width;
        line << QPointF(x, y) << QPointF(x + width, y);
    }
    return line << plot.bottomRight();
}

QString numbersOf(const TensorPicture& picture)
{
    if (picture.isKept)
        return HistogramStrip::tr("kept as it is");
    const ErrorSums& sums = picture.sums;
    return HistogramStrip::tr("RMSE %1 · %2 · largest error %3")
        .arg(percentText(relRmse(sums)), decibelText(sqnrDb(sums)), number(sums.maxError));
}

} // namespace

HistogramStrip::HistogramStrip(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize HistogramStrip::sizeHint() const { return {800, 220}; }

QSize HistogramStrip::minimumSizeHint() const { return {300, 120}; }

void HistogramStrip::setPanels(std::vector<Panel> panels)
{
    if (panels == m_panels)
        return;
    m_panels = std::move(panels);
    m_pointed = -1;
    update();
}

const Histogram* HistogramStrip::original() const
{
    for (const Panel& panel : m_panels)
        if (panel.picture && !panel.picture->originalHistogram.counts.empty())
            return &panel.picture->originalHistogram;
    return nullptr;
}

int HistogramStrip::bins() const { return original() ? int(original()->counts.size()) : 0; }

double HistogramStrip::largestCount() const
{
    std::int64_t most = 1;
    for (const Panel& panel : m_panels) {
        if (!panel.picture)
            continue;
        for (const Histogram* of :
            {&panel.picture->originalHistogram, &panel.picture->decodedHistogram})
            for (const std::int64_t count : of->counts)
                most = std::max(most, count);
    }
    return double(most);
}

QRectF HistogramStrip::panelRect(const QRectF& area, std::size_t panel) const
{
    const double gap = 14;
    const double width
        = (area.width() - gap * double(m_panels.size() + 1)) / double(m_panels.size());
    const auto at = layoutDirection() == Qt::RightToLeft ? m_panels.size() - 1 - panel : panel;
    return {
        area.left() + gap + double(at) * (width + gap), area.top() + 4, width, area.height() - 8};
}

QRectF HistogramStrip::plotRect(const QRectF& panel) const
{
    const double line = QFontMetricsF(font()).height();
    return panel.adjusted(0, 2 * line + 8, 0, -(line + 4));
}

void HistogramStrip::draw(QPainter& painter, const QRectF& area) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    painter.fillRect(area, palette().base());
    const double most = largestCount();
    for (std::size_t i = 0; i < m_panels.size(); ++i)
        drawPanel(painter, panelRect(area, i), m_panels[i], most);
    painter.restore();
}

void HistogramStrip::drawPanel(
    QPainter& painter, const QRectF& area, const Panel& panel, double most) const
{
    const QColor ink = palette().color(QPalette::Text);
    const QColor dim = palette().color(QPalette::PlaceholderText);
    const QColor colour = trialColor(panel.slot, palette());
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height();
    drawMark(painter, QRectF(area.left() - 2, area.top(), 18, line), trialMark(panel.slot), colour);
    QFont bold = painter.font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(ink);
    const QString scheme = panel.picture ? panel.picture->scheme : QString();
    const QString title = scheme.isEmpty() || scheme == panel.title
        ? printable(panel.title)
        : tr("%1: %2", "trial, type of the tensor").arg(printable(panel.title), scheme);
    const QRectF head(area.left() + 20, area.top(), area.width() - 20, line);
    painter.drawText(head, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
        QFontMetricsF(bold).elidedText(title, Qt::ElideMiddle, head.width()));
    painter.setFont(font());
    painter.setPen(dim);
    const QRectF second(area.left(), area.top() + line + 2, area.width(), line);
    const QString note
        = panel.picture && panel.note.isEmpty() ? numbersOf(*panel.picture) : panel.note;
    painter.drawText(second, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
        metrics.elidedText(note, Qt::ElideRight, second.width()));
    const Histogram* before = original();
    if (!before)
        return;

    const QRectF plot = plotRect(area);
    QColor grey = dim;
    grey.setAlphaF(0.30F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(grey);
    painter.drawPolygon(outlineOf(*before, plot, most));
    if (panel.picture && !panel.picture->decodedHistogram.counts.empty()) {
        QColor fill = colour;
        fill.setAlphaF(0.22F);
        painter.setBrush(fill);
        painter.setPen(QPen(colour, 1.3));
        painter.drawPolygon(outlineOf(panel.picture->decodedHistogram, plot, most));
    }
    painter.setPen(QPen(dim, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    const ChartAxis axis{before->low, before->high, false};
    painter.setPen(ink);
    for (const double tick : axisTicks(axis, std::max(2, int(plot.width() / 50)))) {
        const double x = plot.left() + axis.share(tick) * plot.width();
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 3));
        const QRectF box(x - 40, plot.bottom() + 3, 80, line);
        if (box.left() + 20 > area.left() - 14 && box.right() - 20 < area.right() + 14)
            painter.drawText(box, int(Qt::AlignCenter), number(std::abs(tick) < 1e-12 ? 0 : tick));
    }
    if (m_pointed >= 0) {
        const double width = plot.width() / double(before->counts.size());
        QColor mark = ink;
        mark.setAlphaF(0.45F);
        painter.setPen(QPen(mark, 1));
        const double x = plot.left() + (double(m_pointed) + 0.5) * width;
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
}

QString HistogramStrip::readingOf(int bin) const
{
    const Histogram& before = *original();
    const double low = before.low + double(bin) * before.binWidth();
    QStringList parts{tr("original %1").arg(countText(before.counts[std::size_t(bin)]))};
    for (const Panel& panel : m_panels) {
        if (!panel.picture || panel.picture->decodedHistogram.counts.size() <= std::size_t(bin))
            continue;
        parts << tr("%1 %2", "trial, count")
                     .arg(printable(panel.title),
                         countText(panel.picture->decodedHistogram.counts[std::size_t(bin)]));
    }
    return tr("%1 to %2: %3", "bin from, to, counts")
        .arg(number(low), number(low + before.binWidth()), parts.join(QStringLiteral(" · ")));
}

QString HistogramStrip::summary() const
{
    QStringList parts;
    for (const Panel& panel : m_panels)
        parts << tr("%1: %2", "trial, what is known")
                     .arg(printable(panel.title),
                         panel.picture && panel.note.isEmpty() ? numbersOf(*panel.picture)
                                                               : panel.note);
    return parts.join(QStringLiteral(". "));
}

std::vector<TrialTable::Column> HistogramStrip::columns() const
{
    const Histogram* first = original();
    if (!first)
        return {};
    const Histogram before = *first;
    const auto edge = [before](int row, int side) {
        return before.low + double(row + side) * before.binWidth();
    };
    std::vector<TrialTable::Column> columns;
    for (const int side : {0, 1})
        columns.push_back({side == 0 ? tr("From") : tr("To"), {},
            [edge, side](int row) { return number(edge(row, side), 4); },
            [edge, side](int row) { return QVariant(edge(row, side)); }});
    const auto add = [&](const QString& title, const Histogram& histogram) {
        if (histogram.counts.size() != before.counts.size())
            return;
        const auto count
            = [counts = histogram.counts](int row) { return qlonglong(counts[std::size_t(row)]); };
        columns.push_back({title, {}, [count](int row) { return countText(count(row)); },
            [count](int row) { return QVariant(count(row)); }});
    };
    add(tr("Original"), before);
    for (const Panel& panel : m_panels)
        if (panel.picture)
            add(printable(panel.title), panel.picture->decodedHistogram);
    return columns;
}

void HistogramStrip::point(int bin)
{
    if (bin == m_pointed)
        return;
    m_pointed = bin;
    update();
    Q_EMIT pointedAt(bin < 0 ? QString() : readingOf(bin));
}

void HistogramStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    draw(painter, rect());
}

void HistogramStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (!original())
        return;
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        const QRectF plot = plotRect(panelRect(rect(), i));
        const double x = event->position().x();
        if (x < plot.left() || x >= plot.right())
            continue;
        point(std::clamp(int((x - plot.left()) / plot.width() * bins()), 0, bins() - 1));
        return;
    }
    point(-1);
}

void HistogramStrip::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    point(-1);
}

void HistogramStrip::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    point(-1);
}

void HistogramStrip::keyPressEvent(QKeyEvent* event)
{
    const int last = bins() - 1;
    if (last < 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return point(m_pointed < 0 ? last : std::max(0, m_pointed - 1));
    case Qt::Key_Right:
        return point(std::min(last, m_pointed + 1));
    case Qt::Key_Home:
        return point(0);
    case Qt::Key_End:
        return point(last);
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace aq
