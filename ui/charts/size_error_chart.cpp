#include "ui/charts/size_error_chart.h"

#include "core/base/printable.h"
#include "ui/text/compare_text.h"
#include "ui/text/plain_tip.h"
#include "ui/text/units.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace aq {
namespace {

constexpr double reach = 26; ///< Of the pointer, in pixels.

QString axisTitle(ErrorMeasure measure)
{
    return isMoreBetter(measure)
        ? SizeErrorChart::tr("%1 (dB), higher is closer").arg(measureTitle(measure))
        : SizeErrorChart::tr("%1, lower is closer").arg(measureTitle(measure));
}

/// A line from top to bottom with a text along it.
void drawMarker(QPainter& painter, const SizeErrorLayout& layout, double x, const QString& text,
    const QColor& colour)
{
    painter.setPen(QPen(colour, 1.4, Qt::DashLine));
    painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
    painter.save();
    painter.translate(x + 3, layout.plot.top() + 2);
    painter.rotate(90);
    painter.drawText(QRectF(0, -layout.line, layout.plot.height() - 4, layout.line),
        int(Qt::AlignLeft | Qt::AlignVCenter), text);
    painter.restore();
}

} // namespace

SizeErrorChart::SizeErrorChart(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize SizeErrorChart::sizeHint() const { return {520, 340}; }

QSize SizeErrorChart::minimumSizeHint() const { return {280, 180}; }

void SizeErrorChart::setView(std::shared_ptr<const TrialsView> view)
{
    const int pointed = m_view && m_pointed >= 0 ? m_view->trials[std::size_t(m_pointed)].id : 0;
    m_view = std::move(view);
    m_pointed = -1;
    if (m_view && pointed) {
        const auto at = std::ranges::find(m_view->trials, pointed, &TrialLook::id);
        if (at != m_view->trials.end())
            m_pointed = int(at - m_view->trials.begin());
    }
    if (pointed)
        Q_EMIT pointedAt(m_pointed); // What is read of it may be other.
    update();
}

void SizeErrorChart::setCurrent(int trial)
{
    m_current = trial;
    update();
}

void SizeErrorChart::draw(QPainter& painter, const QRectF& area) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area, palette().base());
    if (m_view && !m_view->trials.empty()) {
        const SizeErrorLayout layout = sizeErrorLayout(*m_view, area, font());
        painter.setFont(layout.font);
        drawAxes(painter, layout);
        drawSizes(painter, layout);
        drawFront(painter, layout);
        drawMarks(painter, layout);
        drawLabels(painter, layout);
    }
    painter.restore();
}

void SizeErrorChart::drawAxes(QPainter& painter, const SizeErrorLayout& layout) const
{
    const QRectF& plot = layout.plot;
    const QColor ink = palette().color(QPalette::Text);
    const QColor dim = palette().color(QPalette::PlaceholderText);
    QColor grid = ink;
    grid.setAlphaF(0.12F);
    for (const SizeErrorLayout::Tick& tick : layout.errors) {
        const double y = layout.at(layout.x.low, tick.value).y();
        painter.setPen(grid);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(ink);
        painter.drawText(QRectF(plot.left() - layout.tickWidth - 8, y - layout.line / 2,
                             layout.tickWidth + 2, layout.line),
            int(Qt::AlignRight | Qt::AlignVCenter), tick.text);
    }
    for (const SizeErrorLayout::Tick& tick : layout.sizes) {
        const double x = layout.at(tick.value, layout.y.low).x();
        painter.setPen(grid);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const QRectF box(x - 60, plot.bottom() + 4, 120, layout.line);
        painter.setPen(ink);
        painter.drawText(box, int(Qt::AlignCenter), tick.text);
        painter.setPen(dim);
        painter.drawText(box.translated(0, layout.line), int(Qt::AlignCenter), tick.more);
    }
    painter.setPen(dim);
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.drawText(
        QRectF(plot.left(), plot.bottom() + 6 + 2 * layout.line, plot.width(), layout.line),
        int(Qt::AlignCenter), tr("Size, and its share of the source"));
    painter.save();
    painter.translate(plot.left() - layout.tickWidth - 12 - layout.line, plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-plot.height() / 2 - 30, 0, plot.height() + 60, layout.line),
        int(Qt::AlignCenter), axisTitle(m_view->measure));
    painter.restore();
}

/// The source and the size to fit.
void SizeErrorChart::drawSizes(QPainter& painter, const SizeErrorLayout& layout) const
{
    const QColor dim = palette().color(QPalette::PlaceholderText);
    const QRectF& plot = layout.plot;
    if (m_view->fitBytes > 0) {
        const double x = layout.at(double(m_view->fitBytes), layout.y.low).x();
        const QColor colour = toneColor(Tone::Warning, palette());
        QColor shade = colour;
        shade.setAlphaF(0.07F);
        painter.fillRect(QRectF(QPointF(x, plot.top()), plot.bottomRight()), shade);
        drawMarker(painter, layout, x, tr("%1 to fit").arg(bytesText(m_view->fitBytes)), colour);
    }
    if (m_view->sourceBytes <= 0)
        return;
    const double x = layout.at(double(m_view->sourceBytes), layout.y.low).x();
    const QString text = tr("source: %1").arg(bytesText(m_view->sourceBytes));
    if (x <= plot.right()) {
        drawMarker(painter, layout, x, text, dim);
        return;
    }
    painter.setPen(dim);
    painter.drawText(QRectF(plot.left(), plot.top(), plot.width() - 6, layout.line),
        int(Qt::AlignRight | Qt::AlignVCenter), text + QStringLiteral(" →"));
}

void SizeErrorChart::drawFront(QPainter& painter, const SizeErrorLayout& layout) const
{
    std::vector<TrialSums> sums;
    for (const TrialLook& trial : m_view->trials)
        sums.push_back(trial.sums);
    QPolygonF front;
    for (const int trial : paretoFront(sums, m_view->measure))
        front << layout.marks[std::size_t(trial)];
    QColor colour = palette().color(QPalette::Text);
    colour.setAlphaF(0.35F);
    painter.setPen(QPen(colour, 1.6));
    painter.drawPolyline(front);
}

void SizeErrorChart::drawMarks(QPainter& painter, const SizeErrorLayout& layout) const
{
    for (std::size_t i = 0; i < layout.marks.size(); ++i) {
        const TrialLook& trial = m_view->trials[i];
        const double extent = trial.slot >= 0 ? comparedMark : otherMark;
        QRectF box(0, 0, extent, extent);
        box.moveCenter(layout.marks[i]);
        const QColor colour = trialColor(trial.slot, palette());
        if (!trial.sums.isKnown()) { // A tick on the axis.
            painter.setPen(QPen(colour, 2));
            painter.drawLine(QPointF(box.center().x(), layout.plot.bottom() + 4),
                QPointF(box.center().x(), box.center().y() + 4));
        }
        const bool isFilled = trial.sums.isKnown() && trial.dominatedBy < 0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().base()); // The line of the front ends at a hollow mark.
        if (!isFilled)
            painter.drawEllipse(box.center(), extent * 0.3, extent * 0.3);
        drawMark(painter, box, trialMark(trial.slot), colour, isFilled);
        if (int(i) != m_current && int(i) != m_pointed)
            continue;
        QColor ring = palette().color(int(i) == m_pointed ? QPalette::Text : QPalette::Highlight);
        painter.setPen(QPen(ring, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.center(), extent * 0.62, extent * 0.62);
    }
}

void SizeErrorChart::drawLabels(QPainter& painter, const SizeErrorLayout& layout) const
{
    if (std::ranges::none_of(
            m_view->trials, [](const TrialLook& trial) { return trial.sums.isKnown(); })) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(layout.plot, int(Qt::AlignCenter | Qt::TextWordWrap),
            tr("None of them is measured yet: only sizes are known."));
    }
    for (const SizeErrorLayout::Label& label : layout.labels) {
        const bool compared = m_view->trials[std::size_t(label.trial)].slot >= 0;
        painter.setFont(compared ? layout.bold : layout.font);
        painter.setPen(palette().color(compared ? QPalette::Text : QPalette::PlaceholderText));
        painter.drawText(label.box, int(Qt::AlignCenter | Qt::TextSingleLine), label.text);
    }
}

SizeErrorLayout SizeErrorChart::layoutNow() const
{
    return sizeErrorLayout(*m_view, rect(), font());
}

QPointF SizeErrorChart::positionOf(int trial) const
{
    if (!m_view || trial < 0 || trial >= int(m_view->trials.size()))
        return {};
    return layoutNow().marks[std::size_t(trial)];
}

QString SizeErrorChart::summary() const
{
    if (!m_view || m_view->trials.empty())
        return {};
    QStringList parts;
    for (const TrialLook& trial : m_view->trials)
        parts << readingText(*m_view, trial);
    return tr("%n setting(s) by size and error.", "", int(m_view->trials.size())) + u' '
        + parts.join(QStringLiteral(". "));
}

int SizeErrorChart::at(QPointF position) const
{
    if (!m_view || m_view->trials.empty())
        return -1;
    const std::vector<QPointF> marks = layoutNow().marks;
    const auto distance = [&](const QPointF& mark) {
        return std::hypot(mark.x() - position.x(), mark.y() - position.y());
    };
    const auto nearest = std::ranges::min_element(marks, {}, distance);
    return distance(*nearest) <= reach ? int(nearest - marks.begin()) : -1;
}

void SizeErrorChart::point(int trial)
{
    if (trial == m_pointed)
        return;
    m_pointed = trial;
    setCursor(trial >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    Q_EMIT pointedAt(trial);
}

/// To the next one by size; those of one size by their order in the list.
void SizeErrorChart::step(int by)
{
    if (!m_view || m_view->trials.empty())
        return;
    std::vector<int> order(m_view->trials.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(
        order, {}, [&](int i) { return m_view->trials[std::size_t(i)].sums.bytes; });
    const int from = m_pointed >= 0 ? m_pointed : m_current;
    const auto here = std::ranges::find(order, from);
    const int last = int(order.size()) - 1;
    const int start = here != order.end() ? int(here - order.begin()) : by == 1 ? -1 : last + 1;
    const int next = std::clamp(start + by, 0, last);
    point(order[std::size_t(next)]);
}

void SizeErrorChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    draw(painter, rect());
}

void SizeErrorChart::mouseMoveEvent(QMouseEvent* event) { point(at(event->position())); }

void SizeErrorChart::mousePressEvent(QMouseEvent* event)
{
    QWidget::mousePressEvent(event);
    const int trial = at(event->position());
    if (event->button() == Qt::LeftButton && trial >= 0)
        Q_EMIT clicked(trial);
}

void SizeErrorChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int trial = at(event->position());
    if (event->button() == Qt::LeftButton && trial >= 0)
        Q_EMIT activated(trial);
}

void SizeErrorChart::keyPressEvent(QKeyEvent* event)
{
    constexpr int all = 1 << 20;
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Home:
        return step(-all);
    case Qt::Key_End:
        return step(all);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pointed >= 0)
            return Q_EMIT activated(m_pointed);
        break;
    case Qt::Key_Space:
        if (m_pointed >= 0)
            return Q_EMIT clicked(m_pointed);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void SizeErrorChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    point(-1);
}

void SizeErrorChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    point(-1);
}

bool SizeErrorChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int trial = at(help->pos());
        if (trial < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(),
                plainTip(tipText(*m_view, m_view->trials[std::size_t(trial)])), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace aq
