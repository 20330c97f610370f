#include "ui/charts/heat_map_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace aq {

std::optional<QPointF> HeatMapView::shareAt(QPointF position) const
{
    for (const Panel& panel : panelsIn(QRectF(rect()).adjusted(4, 2, -4, -2)))
        if (panel.room.contains(position))
            return QPointF((position.x() - panel.room.left()) / panel.room.width(),
                (position.y() - panel.room.top()) / panel.room.height());
    return {};
}

void HeatMapView::pointAt(QPointF position)
{
    const auto share = shareAt(position);
    if (!share)
        return setCursorCell({});
    const HeatMap& map = m_maps->values;
    const double row = double(m_part.firstRow) + share->y() * double(m_part.rows);
    const double column = double(m_part.firstColumn) + share->x() * double(m_part.columns);
    const QPoint cell(
        int((column - double(map.firstColumn)) * map.cellColumns / double(map.columns)),
        int((row - double(map.firstRow)) * map.cellRows / double(map.rows)));
    if (cell.x() < 0 || cell.y() < 0 || cell.x() >= map.cellColumns || cell.y() >= map.cellRows)
        return setCursorCell({});
    setCursorCell(cell);
}

void HeatMapView::wheelEvent(QWheelEvent* event)
{
    const auto share = shareAt(event->position());
    const bool isMeant = hasFocus() || event->modifiers().testFlag(Qt::ControlModifier);
    if (!share || !isMeant || event->angleDelta().y() == 0)
        return event->ignore(); // The page scrolls.
    zoom(std::pow(1.2, event->angleDelta().y() / 120.0), *share);
    event->accept();
}

void HeatMapView::mousePressEvent(QMouseEvent* event)
{
    const auto share = shareAt(event->position());
    const bool moves = event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier));
    if (!share || (!moves && event->button() != Qt::LeftButton))
        return QWidget::mousePressEvent(event);
    m_drag = moves ? Drag::Move : Drag::Select;
    m_pressed = m_dragged = *share;
    m_pressedPart = m_part;
}

void HeatMapView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag == Drag::None)
        return pointAt(event->position());
    const auto share = shareAt(event->position());
    if (!share)
        return;
    m_dragged = *share;
    if (m_drag == Drag::Move) {
        MatrixPart part = m_pressedPart;
        part.firstRow -= std::llround((m_dragged.y() - m_pressed.y()) * double(part.rows));
        part.firstColumn -= std::llround((m_dragged.x() - m_pressed.x()) * double(part.columns));
        setPart(part);
    }
    update();
}

void HeatMapView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    update();
    if (drag != Drag::Select)
        return;
    const QRectF band = QRectF(m_pressed, m_dragged).normalized();
    if (band.width() * width() < 12 && band.height() * height() < 12)
        return pointAt(event->position()); // A click.
    setPart({m_part.firstRow + std::int64_t(band.top() * double(m_part.rows)),
        std::int64_t(std::ceil(band.height() * double(m_part.rows))),
        m_part.firstColumn + std::int64_t(band.left() * double(m_part.columns)),
        std::int64_t(std::ceil(band.width() * double(m_part.columns)))});
}

void HeatMapView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto share = shareAt(event->position()))
        zoom(2, *share);
}

void HeatMapView::leaveEvent(QEvent*) { setCursorCell({}); }

void HeatMapView::keyPressEvent(QKeyEvent* event)
{
    if (!m_maps || m_values.isNull())
        return QWidget::keyPressEvent(event);
    const HeatMap& map = m_maps->values;
    const QPoint cell = m_cell.value_or(QPoint(-1, 0));
    const auto moveTo = [&](int x, int y) {
        setCursorCell(
            QPoint(std::clamp(x, 0, map.cellColumns - 1), std::clamp(y, 0, map.cellRows - 1)));
    };
    const QPointF around = m_cell
        ? QPointF((m_cell->x() + 0.5) / map.cellColumns, (m_cell->y() + 0.5) / map.cellRows)
        : QPointF(0.5, 0.5);
    switch (event->key()) {
    case Qt::Key_Right:
        return moveTo(cell.x() + 1, cell.y());
    case Qt::Key_Left:
        return moveTo(cell.x() - 1, cell.y());
    case Qt::Key_Down:
        return moveTo(cell.x(), cell.y() + 1);
    case Qt::Key_Up:
        return moveTo(cell.x(), cell.y() - 1);
    case Qt::Key_Home:
        return moveTo(0, 0);
    case Qt::Key_End:
        return moveTo(map.cellColumns, map.cellRows);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.5, around);
    case Qt::Key_Minus:
        return zoom(1 / 1.5, around);
    case Qt::Key_0:
        return showAll();
    default:
        QWidget::keyPressEvent(event);
    }
}

void HeatMapView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void HeatMapView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    setCursorCell({});
}

} // namespace aq
