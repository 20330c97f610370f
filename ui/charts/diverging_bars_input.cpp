#include "ui/charts/diverging_bars.h"
#include "ui/text/plain_tip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

namespace aq {

int DivergingBars::rowAt(const QPoint& position) const
{
    if (position.y() < headHeight())
        return -1;
    const int row = (position.y() - headHeight() + verticalScrollBar()->value()) / rowHeight();
    return row < rows() ? row : -1;
}

void DivergingBars::point(int row)
{
    if (row == m_pointed)
        return;
    m_pointed = row;
    viewport()->update();
    Q_EMIT pointedAt(row < 0 ? QString() : readingOf(m_rows[std::size_t(row)]));
}

void DivergingBars::mouseMoveEvent(QMouseEvent* event) { point(rowAt(event->pos())); }

void DivergingBars::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(event->pos());
    if (event->button() == Qt::LeftButton && row >= 0)
        Q_EMIT activated(m_rows[std::size_t(row)].name);
}

void DivergingBars::keyPressEvent(QKeyEvent* event)
{
    if (m_rows.empty())
        return QAbstractScrollArea::keyPressEvent(event);
    const int page = std::max(1, verticalScrollBar()->pageStep() / rowHeight() - 1);
    int next = m_pointed;
    switch (event->key()) {
    case Qt::Key_Up:
        next -= 1;
        break;
    case Qt::Key_Down:
        next += 1;
        break;
    case Qt::Key_PageUp:
        next -= page;
        break;
    case Qt::Key_PageDown:
        next += page;
        break;
    case Qt::Key_Home:
        next = 0;
        break;
    case Qt::Key_End:
        next = rows() - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pointed >= 0)
            Q_EMIT activated(m_rows[std::size_t(m_pointed)].name);
        return;
    default:
        return QAbstractScrollArea::keyPressEvent(event);
    }
    next = std::clamp(next, 0, rows() - 1);
    point(next);
    const QRect area = rowRect(next);
    if (area.top() < headHeight())
        verticalScrollBar()->setValue(next * rowHeight());
    else if (area.bottom() > viewport()->height())
        verticalScrollBar()->setValue(
            (next + 1) * rowHeight() + 4 - verticalScrollBar()->pageStep());
}

void DivergingBars::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    point(-1);
}

bool DivergingBars::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        point(-1);
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos());
        if (row < 0) {
            QToolTip::hideText();
            return true;
        }
        QString text = readingOf(m_rows[std::size_t(row)]);
        text.replace(QStringLiteral(" · "), QStringLiteral("\n"));
        QToolTip::showText(help->globalPos(), plainTip(text), this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace aq
