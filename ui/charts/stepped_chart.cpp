#include "ui/charts/stepped_chart.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <algorithm>

namespace aq {

SteppedChart::SteppedChart(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void SteppedChart::reset()
{
    m_current = -1;
    Q_EMIT pointed({});
    update();
}

void SteppedChart::point(int index)
{
    index = count() ? std::clamp(index, -1, count() - 1) : -1;
    if (index == m_current)
        return;
    m_current = index;
    Q_EMIT pointed(index < 0 ? QString() : readingOf(index));
    update();
}

void SteppedChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    draw(painter, pictureArea());
    if (hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

void SteppedChart::mouseMoveEvent(QMouseEvent* event) { point(indexAt(event->position())); }

void SteppedChart::leaveEvent(QEvent*) { point(-1); }

void SteppedChart::keyPressEvent(QKeyEvent* event)
{
    const int page = std::max(1, count() / 10);
    switch (event->key()) {
    case Qt::Key_Right:
        return point(std::min(m_current + 1, count() - 1));
    case Qt::Key_Left:
        return point(m_current < 0 ? count() - 1 : std::max(m_current - 1, 0));
    case Qt::Key_PageDown:
        return point(std::min(m_current + page, count() - 1));
    case Qt::Key_PageUp:
        return point(std::max(m_current - page, 0));
    case Qt::Key_Home:
        return point(0);
    case Qt::Key_End:
        return point(count() - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void SteppedChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void SteppedChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    point(-1);
}

} // namespace aq
