#include "ui/charts/diverging_bars.h"

#include "core/base/printable.h"
#include "ui/text/compare_text.h"
#include "ui/text/plain_tip.h"
#include "ui/text/units.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

/// "model.diffusion_model." of all names, cut at a dot; nothing when one has no dot.
qsizetype commonPrefix(const std::vector<BlockComparison>& blocks)
{
    QStringView common;
    bool first = true;
    for (const BlockComparison& block : blocks) {
        if (block.name.isEmpty())
            continue;
        const QStringView name = block.name;
        if (std::exchange(first, false)) {
            common = name.first(name.lastIndexOf(u'.') + 1);
            continue;
        }
        while (!common.isEmpty() && !name.startsWith(common))
            common = common.first(common.chopped(1).lastIndexOf(u'.') + 1);
    }
    return common.size();
}

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

constexpr double leastRoom = 0.12; ///< On either side of the baseline.

/// The unknown counts as none, the infinite as more than all.
double weight(const std::vector<double>& values)
{
    double most = 0;
    for (const double value : values)
        if (!std::isnan(value))
            most = std::max(most, std::abs(value));
    return most;
}

} // namespace

void DivergingBars::Range::include(const std::vector<double>& values)
{
    for (const double value : values) {
        if (!std::isfinite(value))
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
}

/// With room on both sides, also where all changes go one way.
double DivergingBars::Range::zero() const
{
    return high > low ? std::clamp(-low / (high - low), leastRoom, 1 - leastRoom) : 0.5;
}

DivergingBars::DivergingBars(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
}

QSize DivergingBars::sizeHint() const { return {480, 340}; }

QSize DivergingBars::minimumSizeHint() const { return {300, 150}; }

void DivergingBars::setView(std::shared_ptr<const TrialsView> view)
{
    const QString pointed = m_pointed < 0 ? QString() : m_rows[std::size_t(m_pointed)].name;
    m_view = std::move(view);
    makeRows();
    sortRows();
    const auto at = std::ranges::find(m_rows, pointed, &Row::name);
    point(m_pointed >= 0 && at != m_rows.end() ? int(at - m_rows.begin()) : -1);
    updateScrollBar();
    viewport()->update();
}

void DivergingBars::setOrder(Order order)
{
    m_order = order;
    m_pointed = -1;
    sortRows();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void DivergingBars::makeRows()
{
    m_rows.clear();
    m_sizes = m_errors = {};
    if (bars() == 0)
        return;
    const std::vector<BlockComparison>& blocks = m_view->comparison.blocks;
    const qsizetype prefix = commonPrefix(blocks);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const BlockComparison& block = blocks[i];
        Row row{.name = block.name,
            .label
            = block.name.isEmpty() ? tr("(outside blocks)") : printable(block.name.sliced(prefix)),
            .size = {},
            .error = {},
            .position = int(i)};
        const TrialSums& base = block.trials.front();
        const double baseError = errorOf(base, m_view->measure);
        for (std::size_t trial = 1; trial < block.trials.size(); ++trial) {
            const TrialSums& sums = block.trials[trial];
            row.size.push_back(double(sums.bytes - base.bytes));
            row.error.push_back(
                errorChange(errorOf(sums, m_view->measure), baseError, m_view->measure));
        }
        m_sizes.include(row.size);
        m_errors.include(row.error);
        m_rows.push_back(std::move(row));
    }
}

void DivergingBars::sortRows()
{
    std::ranges::sort(m_rows, {}, &Row::position);
    if (m_order == Order::Size)
        std::ranges::stable_sort(
            m_rows, std::greater<>(), [](const Row& row) { return weight(row.size); });
    else if (m_order == Order::Error)
        std::ranges::stable_sort(
            m_rows, std::greater<>(), [](const Row& row) { return weight(row.error); });
}

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

QString DivergingBars::readingOf(const Row& row) const
{
    const BlockComparison& block = m_view->comparison.blocks[std::size_t(row.position)];
    const TrialSums& base = block.trials.front();
    QStringList parts;
    for (std::size_t i = 1; i < block.trials.size(); ++i) {
        const TrialSums& sums = block.trials[i];
        parts << tr("%1 %2, error %3", "trial, size change, error change")
                     .arg(printable(m_view->look(i).title),
                         bytesDifferenceText(sums.bytes - base.bytes),
                         errorDifferenceText(errorOf(sums, m_view->measure),
                             errorOf(base, m_view->measure), m_view->measure));
    }
    return tr("%1: %2", "block, what differs")
        .arg(row.name.isEmpty() ? row.label : printable(row.name),
            parts.join(QStringLiteral(" · ")));
}

QString DivergingBars::summary() const
{
    if (m_rows.empty())
        return {};
    const auto most = [&](auto member) {
        return *std::ranges::max_element(
            m_rows, {}, [&](const Row& row) { return weight(row.*member); });
    };
    return tr("%n block(s) against the baseline %1.", "", int(m_rows.size()))
               .arg(printable(m_view->look(0).title))
        + u' '
        + tr("Largest change of size: %1. Largest change of error: %2.")
              .arg(readingOf(most(&Row::size)), readingOf(most(&Row::error)));
}

QRect DivergingBars::rowRect(int row) const
{
    const int height = rowHeight();
    return {
        0, headHeight() + row * height - verticalScrollBar()->value(), viewport()->width(), height};
}

int DivergingBars::rowAt(const QPoint& position) const
{
    if (position.y() < headHeight())
        return -1;
    const int row = (position.y() - headHeight() + verticalScrollBar()->value()) / rowHeight();
    return row < rows() ? row : -1;
}

void DivergingBars::updateScrollBar()
{
    const int room = viewport()->height() - headHeight();
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, rows() * rowHeight() + 4 - room));
}

void DivergingBars::point(int row)
{
    if (row == m_pointed)
        return;
    m_pointed = row;
    viewport()->update();
    Q_EMIT pointedAt(row < 0 ? QString() : readingOf(m_rows[std::size_t(row)]));
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

void DivergingBars::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

void DivergingBars::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateScrollBar();
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
