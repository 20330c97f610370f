// The mouse and the keys of a PlotView.
#include "ui/charts/plot_view.h"

#include <QKeyEvent>
#include <QRubberBand>
#include <algorithm>
#include <cmath>
#include <limits>

namespace aq {
namespace {

constexpr int clickSlop = 4; ///< Pixels that a click may move.
constexpr double keyZoom = 2, keyPan = 0.5;

} // namespace

void PlotView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    takeColours();
    Q_EMIT viewChanged();
}

void PlotView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    placePlot();
    Q_EMIT viewChanged();
}

void PlotView::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
    const bool left = event->button() == Qt::LeftButton;
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    m_drag = event->button() == Qt::MiddleButton || (left && shift) ? Drag::Pan
        : left                                                      ? Drag::Select
                                                                    : Drag::None;
}

void PlotView::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF& area = m_axes.area();
    const int moved = event->pos().x() - m_pressed.x();
    if (m_drag == Drag::Pan) {
        pan(-moved / std::max(1.0, area.width()));
        m_pressed = event->pos();
    } else if (m_drag == Drag::Select && (m_band->isVisible() || std::abs(moved) > clickSlop)) {
        const int from = std::clamp(m_pressed.x(), int(area.left()), int(area.right()));
        const int to = std::clamp(event->pos().x(), int(area.left()), int(area.right()));
        m_band->setGeometry(QRect(QPoint(std::min(from, to), int(area.top())),
            QPoint(std::max(from, to), int(area.bottom()))));
        m_band->show();
    } else {
        Q_EMIT pointedAt(m_axes.toX(event->pos().x()), reach());
    }
}

void PlotView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag != Drag::Select)
        return;
    if (!m_band->isVisible())
        return Q_EMIT clicked(m_axes.toX(event->pos().x()), reach());
    const QRect band = m_band->geometry();
    m_band->hide();
    if (band.width() > clickSlop)
        setView({m_axes.toX(band.left()), m_axes.toX(band.right())});
}

void PlotView::mouseDoubleClickEvent(QMouseEvent* event)
{
    Q_EMIT clicked(m_axes.toX(event->pos().x()), reach());
    Q_EMIT activated();
}

/// Sideways, or with Shift: pans. Else zooms in steps of a fifth.
void PlotView::wheelEvent(QWheelEvent* event)
{
    constexpr double notch = 120, step = 1.2;
    const QPoint by = event->angleDelta();
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (shift || std::abs(by.x()) > std::abs(by.y()))
        pan(-(by.x() ? by.x() : by.y()) / notch / 10);
    else
        zoom(std::pow(step, by.y() / notch), m_axes.toX(event->position().x()));
    event->accept();
}

void PlotView::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    Q_EMIT left();
}

void PlotView::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void PlotView::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    constexpr int all = std::numeric_limits<int>::max() / 2;
    const double around = m_cursor ? m_cursor->x() : (m_axes.x.low + m_axes.x.high) / 2;
    switch (event->key()) {
    case Qt::Key_Left:
        return Q_EMIT stepped(-1);
    case Qt::Key_Right:
        return Q_EMIT stepped(1);
    case Qt::Key_Home:
        return Q_EMIT stepped(-all);
    case Qt::Key_End:
        return Q_EMIT stepped(all);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(keyZoom, around);
    case Qt::Key_Minus:
        return zoom(1 / keyZoom, around);
    case Qt::Key_0:
        return showAll();
    case Qt::Key_PageUp:
        return pan(-keyPan);
    case Qt::Key_PageDown:
        return pan(keyPan);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Q_EMIT activated();
    default:
        QChartView::keyPressEvent(event);
    }
}

} // namespace aq
