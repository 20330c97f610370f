#include "ui/charts/heat_map_view.h"
#include "ui/text/units.h"

#include <QPainter>
#include <QStyleOptionFocusRect>
#include <algorithm>

namespace aq {
namespace {

constexpr double panelGap = 8;

} // namespace

double HeatMapView::barHeight() const { return 2.4 * QFontMetricsF(labelFont(font())).height(); }

std::vector<HeatMapView::Panel> HeatMapView::panelsIn(const QRectF& area) const
{
    if (!m_maps || m_values.isNull())
        return {};
    std::vector<Panel> panels{{tr("Values"), &m_maps->values, &m_values, {}}};
    if (!m_decoded.isNull()) {
        panels.push_back({tr("Decoded"), &m_maps->decodedValues, &m_decoded, {}});
        panels.push_back({tr("Error"), &m_maps->error, &m_error, {}});
    }
    const double line = QFontMetricsF(labelFont(font())).height();
    const double count = double(panels.size());
    const double width = (area.width() - (count - 1) * panelGap) / count;
    for (std::size_t i = 0; i < panels.size(); ++i)
        panels[i].room = QRectF(area.left() + double(i) * (width + panelGap), area.top() + line + 2,
            width, area.height() - line - 4 - barHeight());
    return panels;
}

QRectF HeatMapView::onPanel(const Panel& panel, const MatrixPart& part) const
{
    const double x = panel.room.width() / double(std::max<std::int64_t>(1, m_part.columns));
    const double y = panel.room.height() / double(std::max<std::int64_t>(1, m_part.rows));
    return {panel.room.left() + double(part.firstColumn - m_part.firstColumn) * x,
        panel.room.top() + double(part.firstRow - m_part.firstRow) * y, double(part.columns) * x,
        double(part.rows) * y};
}

void HeatMapView::draw(QPainter& painter, const QRectF& area) const
{
    painter.save();
    painter.fillRect(area, palette().base());
    painter.setFont(labelFont(font()));
    const std::vector<Panel> panels = panelsIn(area.adjusted(4, 2, -4, -2));
    for (const Panel& panel : panels)
        drawPanel(painter, panel);
    if (!panels.empty()) {
        const QRectF first = panels.front().room;
        const QRectF last = panels.size() > 1 ? panels[1].room : first;
        const double top = first.bottom() + 4;
        drawBar(
            painter, {first.left(), top, last.right() - first.left(), barHeight()}, m_valueScale);
        if (panels.size() > 1)
            drawBar(painter, {panels[2].room.left(), top, panels[2].room.width(), barHeight()},
                m_errorScale);
    }
    painter.restore();
}

void HeatMapView::drawPanel(QPainter& painter, const Panel& panel) const
{
    const QFontMetricsF metrics(painter.font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QPointF(panel.room.left(), panel.room.top() - metrics.descent() - 1),
        metrics.elidedText(panel.title, Qt::ElideRight, panel.room.width()));
    QColor faint = palette().color(QPalette::Text);
    faint.setAlphaF(0.25F);
    painter.fillRect(panel.room, QBrush(faint, Qt::BDiagPattern)); // Where nothing is known.
    painter.save();
    painter.setClipRect(panel.room);
    const HeatMap& map = *panel.map;
    painter.drawImage(
        onPanel(panel, {map.firstRow, map.rows, map.firstColumn, map.columns}), *panel.image);
    if (m_cell) {
        const QRectF cell = onPanel(panel, cellPart(*m_cell));
        painter.setPen(QPen(palette().color(QPalette::Base), 3));
        painter.drawRect(cell.adjusted(-2, -2, 2, 2));
        painter.setPen(QPen(palette().color(QPalette::Text), 1.4));
        painter.drawRect(cell.adjusted(-2, -2, 2, 2));
    }
    if (m_drag == Drag::Select) {
        const QRectF band = QRectF(m_pressed, m_dragged).normalized();
        const QRectF drawn(panel.room.left() + band.left() * panel.room.width(),
            panel.room.top() + band.top() * panel.room.height(), band.width() * panel.room.width(),
            band.height() * panel.room.height());
        QColor fill = palette().color(QPalette::Highlight);
        painter.setPen(fill);
        fill.setAlphaF(0.2F);
        painter.setBrush(fill);
        painter.drawRect(drawn);
    }
    painter.restore();
    painter.setPen(faint);
    painter.drawRect(panel.room);
}

/// The colours with the numbers at both ends and, of two signs, at 0.
void HeatMapView::drawBar(QPainter& painter, const QRectF& room, const ColourScale& scale) const
{
    const QFontMetricsF metrics(painter.font());
    const QRectF bar(room.left(), room.top(), room.width(), metrics.height() * 0.7);
    for (int x = 0; x < int(bar.width()); ++x) {
        const double share = (x + 0.5) / bar.width();
        painter.fillRect(QRectF(bar.left() + x, bar.top(), 1.5, bar.height()),
            QColor(scale.at(scale.low() + share * (scale.high() - scale.low()))));
    }
    QColor faint = palette().color(QPalette::Text);
    faint.setAlphaF(0.25F);
    painter.setPen(faint);
    painter.drawRect(bar);
    painter.setPen(palette().color(QPalette::Text));
    const QRectF text(room.left(), bar.bottom() + 2, room.width(), metrics.height());
    const bool isSigned = scale.low() < 0;
    painter.drawText(text, int(Qt::AlignLeft),
        isSigned ? tr("≤ %1").arg(shortNumber(scale.low())) : shortNumber(0));
    painter.drawText(text, int(Qt::AlignRight), tr("≥ %1").arg(shortNumber(scale.high())));
    if (isSigned)
        painter.drawText(text, int(Qt::AlignHCenter), shortNumber(0));
}

void HeatMapView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    draw(painter, rect());
    if (hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

} // namespace aq
