#include "ui/charts/diverging_bars.h"
#include "ui/text/compare_text.h"
#include "ui/theme.h"

#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

/// Blocks are told apart by how their names end: "…input_blocks.1".
QString shortened(const QString& label, const QFontMetricsF& metrics, double width)
{
    QString shorter = label;
    for (qsizetype dot = label.indexOf(u'.'); dot >= 0; dot = label.indexOf(u'.', dot + 1)) {
        if (metrics.horizontalAdvance(shorter) <= width || dot == label.lastIndexOf(u'.'))
            break;
        shorter = u'…' + label.sliced(dot + 1);
    }
    return metrics.elidedText(shorter, Qt::ElideLeft, width);
}

} // namespace

int DivergingBars::rowHeight() const
{
    const int bar = bars() <= 1 ? 10 : bars() == 2 ? 8 : 6;
    return std::max(fontMetrics().height() + 4, bars() * (bar + 1) + 7);
}

int DivergingBars::headHeight() const { return 2 * fontMetrics().height() + 8; }

DivergingBars::Columns DivergingBars::columnsIn(const QRectF& area) const
{
    const QFontMetricsF metrics(font());
    double widest = 0;
    for (const Row& row : m_rows)
        widest = std::max(widest, metrics.horizontalAdvance(row.label));
    const double gap = 10;
    const double label = std::min(widest + gap, 0.34 * area.width());
    const double panel = (area.width() - label - 3 * gap) / 2;
    const QRectF name(area.left() + gap, area.top(), label - gap, area.height());
    const QRectF size(area.left() + label + gap, area.top(), panel, area.height());
    Columns columns{name, size, size.translated(panel + gap, 0)};
    if (layoutDirection() == Qt::RightToLeft) {
        const auto mirror
            = [&](QRectF& rect) { rect.moveLeft(area.left() + area.right() - rect.right()); };
        mirror(columns.label);
        mirror(columns.size);
        mirror(columns.error);
    }
    return columns;
}

void DivergingBars::draw(QPainter& painter, const QRectF& area) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    painter.fillRect(area, palette().base());
    const int head = headHeight();
    drawHead(painter, QRectF(area.left(), area.top(), area.width(), head));
    const double room = area.height() - head;
    const double height = std::clamp(
        m_rows.empty() ? 0.0 : room / double(m_rows.size()), 11.0, double(rowHeight()));
    double y = area.top() + head;
    for (const Row& row : m_rows) {
        if (y + height > area.bottom())
            break;
        drawRow(painter, QRectF(area.left(), y, area.width(), height), row, false);
        y += height;
    }
    painter.restore();
}

void DivergingBars::drawHead(QPainter& painter, const QRectF& area) const
{
    const Columns columns = columnsIn(area);
    const double line = painter.fontMetrics().height();
    const QColor ink = palette().color(QPalette::Text);
    const QColor dim = palette().color(QPalette::PlaceholderText);
    const auto head = [&](const QRectF& panel, const QString& title, const QString& better,
                          const QString& worse) {
        QRectF row(panel.left(), area.top() + 2, panel.width(), line);
        painter.setPen(ink);
        painter.drawText(row, int(Qt::AlignCenter | Qt::TextSingleLine),
            painter.fontMetrics().elidedText(title, Qt::ElideRight, int(row.width())));
        row.translate(0, line);
        painter.setPen(dim);
        painter.drawText(row, int(Qt::AlignLeft | Qt::AlignVCenter), better);
        painter.drawText(row, int(Qt::AlignRight | Qt::AlignVCenter), worse);
    };
    const ErrorMeasure measure = m_view ? m_view->measure : ErrorMeasure::RelRmse;
    const auto title = [](const QString& what, const QString& most, const Range& range) {
        return range.largest() > 0 ? tr("%1, up to %2", "measure, change").arg(what, most) : what;
    };
    head(columns.size,
        title(
            tr("Size"), bytesDifferenceText(std::int64_t(m_sizes.largest())).remove(u'+'), m_sizes),
        tr("◂ smaller"), tr("larger ▸"));
    head(columns.error,
        title(measureShortTitle(measure),
            errorDifferenceText(m_errors.largest(), 0, measure).remove(u'+'), m_errors),
        tr("◂ closer"), tr("farther ▸"));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
}

void DivergingBars::drawRow(
    QPainter& painter, const QRectF& area, const Row& row, bool isPointed) const
{
    if (isPointed) {
        QColor colour = palette().color(QPalette::Highlight);
        colour.setAlphaF(0.16F);
        painter.fillRect(area, colour);
    }
    const Columns columns = columnsIn(area);
    painter.setPen(
        palette().color(row.name.isEmpty() ? QPalette::PlaceholderText : QPalette::Text));
    const QFontMetricsF metrics(painter.font());
    painter.drawText(columns.label, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
        shortened(row.label, metrics, columns.label.width()));
    drawBars(painter, columns.size, row.size, m_sizes);
    drawBars(painter, columns.error, row.error, m_errors);
}

void DivergingBars::drawBars(QPainter& painter, const QRectF& panel,
    const std::vector<double>& changes, const Range& range) const
{
    const double room = panel.width() - 2, left = range.zero() * room, right = room - left;
    const double middle = panel.left() + 1 + left;
    const double scale = std::min(range.low < 0 ? left / -range.low : 1e300,
        range.high > 0 ? right / range.high : 1e300); // Pixels of one unit.
    const double height = (panel.height() - 5) / double(changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const QColor colour = trialColor(m_view->look(i + 1).slot, palette());
        QRectF bar(middle, panel.top() + 2.5 + double(i) * height + 0.5, 0, height - 1);
        if (std::isnan(changes[i])) {
            painter.setPen(colour);
            QFont small = painter.font();
            small.setPixelSize(std::max(7, int(std::min(bar.height() + 3, 13.0))));
            painter.save();
            painter.setFont(small);
            painter.drawText(bar.adjusted(4, -3, 20, 3), int(Qt::AlignLeft | Qt::AlignVCenter),
                QStringLiteral("?"));
            painter.restore();
            continue;
        }
        const double width = changes[i] == 0 ? 0 : std::clamp(changes[i] * scale, -left, right);
        if (width != 0) {
            bar.setWidth(std::abs(width) < 1 ? (width < 0 ? -1 : 1) : width);
            painter.fillRect(bar.normalized(), colour);
        }
    }
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1));
    painter.drawLine(QPointF(middle, panel.top()), QPointF(middle, panel.bottom()));
}

void DivergingBars::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), palette().base());
    if (m_rows.empty())
        return;
    const int first = std::max(0, verticalScrollBar()->value() / rowHeight());
    for (int row = first; row < rows(); ++row) {
        const QRect area = rowRect(row);
        if (area.top() > viewport()->height())
            break;
        drawRow(painter, area, m_rows[std::size_t(row)], row == m_pointed);
    }
    const QRectF head(0, 0, viewport()->width(), headHeight());
    painter.fillRect(head, palette().base());
    drawHead(painter, head);
}

} // namespace aq
