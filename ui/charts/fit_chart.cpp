#include "ui/charts/fit_chart.h"

#include "core/base/printable.h"
#include "ui/charts/size_error_layout.h"
#include "ui/text/fit_text.h"
#include "ui/text/plain_tip.h"
#include "ui/text/units.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <array>
#include <cmath>

namespace aq {
namespace {

using Kind = FitSpot::Kind;
using Mark = LegendEntry::Mark;

constexpr double reach = 12;      ///< Of the pointer to a mark, in pixels.
constexpr double markExtent = 18; ///< Of a mark, in pixels.
constexpr qsizetype longestLabel = 24;

Mark markOf(Kind kind)
{
    switch (kind) {
    case Kind::Suggestion:
        return Mark::Diamond;
    case Kind::Recipe:
        return Mark::Square;
    case Kind::Profile:
        return Mark::Triangle;
    case Kind::Curve:
        break;
    }
    return Mark::Line;
}

QColor colourOf(Kind kind, const QPalette& palette)
{
    return seriesColor(kind == Kind::Recipe ? 1 : kind == Kind::Suggestion ? 2 : 3, palette);
}

QString errorTick(double error)
{
    return QCoreApplication::translate("Units", "%1 %")
        .arg(QLocale().toString(100 * error, 'g', 3));
}

} // namespace

/// Where everything goes in a rectangle.
struct FitChart::Layout {
    struct Label {
        QRectF box;
        QString text;
        bool isBold = false;
    };
    QRectF plot;
    ChartAxis x, y;
    std::vector<double> sizes, errors; ///< Ticks.
    double line = 0, tickWidth = 0;
    QFont font, bold;
    std::vector<QPointF> at; ///< By spot.
    QPointF now;
    std::vector<Label> labels;

    QPointF place(double bytes, double error) const
    {
        const double share = error > 0 ? std::clamp(y.share(error), 0.0, 1.0) : 0;
        return {plot.left() + x.share(bytes) * plot.width(), plot.bottom() - share * plot.height()};
    }
    static QRectF markBox(QPointF centre)
    {
        QRectF box(0, 0, markExtent, markExtent);
        box.moveCenter(centre);
        return box;
    }
    /// Beside, above or below its mark, where nothing is covered; else it has no label.
    void label(QPointF centre, const QString& text, bool isBold, std::vector<QRectF>& taken);
};

void FitChart::Layout::label(
    QPointF centre, const QString& text, bool isBold, std::vector<QRectF>& taken)
{
    const QFontMetricsF metrics(isBold ? bold : font);
    const QSizeF size(metrics.horizontalAdvance(text) + 2, metrics.height());
    const QRectF mark = markBox(centre).adjusted(3, 3, -3, -3);
    const double middle = centre.y() - size.height() / 2, left = mark.left() - size.width() - 2;
    const std::array corners{QPointF(mark.right() + 2, middle),
        QPointF(mark.right(), mark.top() - size.height() + 4),
        QPointF(centre.x() - size.width() / 2, mark.top() - size.height()),
        QPointF(left, mark.bottom() - 4), QPointF(left, middle),
        QPointF(centre.x() - size.width() / 2, mark.bottom()),
        QPointF(mark.right(), mark.bottom() - 4), QPointF(left, mark.top() - size.height() + 4)};
    for (const QPointF& corner : corners) {
        const QRectF box(corner, size);
        const bool isFree
            = plot.contains(box) && std::ranges::none_of(taken, [&](const QRectF& other) {
                  return other.intersects(box) && !other.contains(centre);
              });
        if (!isFree)
            continue;
        taken.push_back(box);
        labels.push_back({box, text, isBold});
        return;
    }
}

void FitChart::setView(std::shared_ptr<const FitView> view)
{
    const bool isOther = !m_view || m_view->spots != view->spots;
    m_view = std::move(view);
    if (isOther)
        reset();
    update();
}

const std::vector<FitSpot>& FitChart::spots() const
{
    static const std::vector<FitSpot> none;
    return m_view ? *m_view->spots : none;
}

FitChart::Layout FitChart::layoutIn(const QRectF& area) const
{
    Layout layout;
    layout.font = font();
    layout.font.setPointSizeF(std::max(6.0, font().pointSizeF() * 0.9));
    layout.bold = layout.font;
    layout.bold.setBold(true);
    double low = 1e300, high = 0, right = double(m_view->reach);
    bool isExact = false;
    const auto include = [&](double error) {
        isExact |= error <= 0;
        if (error > 0) {
            low = std::min(low, error);
            high = std::max(high, error);
        }
    };
    for (const FitSpot& spot : spots())
        if (spot.kind != Kind::Curve || spot.bytes <= m_view->reach)
            include(spot.error);
    if (m_view->now) {
        include(m_view->now->error);
        right = std::max(right, double(m_view->now->bytes));
    }
    const double left = double(m_view->smallest), pad = std::max(0.05 * (right - left), 1.0);
    layout.x = {std::max(0.0, left - pad), right + pad};
    layout.y = {low / (isExact ? 4 : 1.4), high * 1.4, true};
    if (high <= 0)
        layout.y = {0.001, 1, true};

    const QFontMetricsF metrics(layout.font);
    layout.line = metrics.height();
    layout.errors = axisTicks(layout.y, std::max(2, int((area.height() - 4 * layout.line) / 34)));
    for (const double tick : layout.errors)
        layout.tickWidth = std::max(layout.tickWidth, metrics.horizontalAdvance(errorTick(tick)));
    layout.plot
        = area.adjusted(layout.tickWidth + layout.line + 16, 8, -8, -(3 * layout.line + 10));
    const int most = std::max(2, int(layout.plot.width() / (9 * metrics.averageCharWidth() + 16)));
    layout.sizes = axisTicks(layout.x, most, byteUnit(layout.x.high));

    std::vector<QRectF> taken;
    for (const FitSpot& spot : spots()) {
        layout.at.push_back(layout.place(double(spot.bytes), spot.error));
        if (spot.kind != Kind::Curve)
            taken.push_back(Layout::markBox(layout.at.back()).adjusted(3, 3, -3, -3));
    }
    if (m_view->now) {
        layout.now = layout.place(double(m_view->now->bytes), m_view->now->error);
        taken.push_back(Layout::markBox(layout.now).adjusted(3, 3, -3, -3));
    }
    for (const Kind kind : {Kind::Suggestion, Kind::Profile, Kind::Recipe})
        for (std::size_t i = 0; i < spots().size(); ++i)
            if (spots()[i].kind == kind)
                layout.label(layout.at[i], printable(spots()[i].title, longestLabel),
                    kind == Kind::Suggestion, taken);
    return layout;
}

void FitChart::draw(QPainter& painter, const QRectF& area) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area, palette().base());
    if (m_view && !spots().empty()) {
        const Layout layout = layoutIn(area);
        painter.setFont(layout.font);
        drawAxes(painter, layout);
        painter.setClipRect(layout.plot.adjusted(-6, -6, 8, 6));
        drawCurve(painter, layout);
        drawMarks(painter, layout);
        drawNow(painter, layout);
        drawLabels(painter, layout);
    }
    painter.restore();
}

void FitChart::drawAxes(QPainter& painter, const Layout& layout) const
{
    const QRectF& plot = layout.plot;
    const QColor ink = palette().color(QPalette::Text);
    const QColor dim = palette().color(QPalette::PlaceholderText);
    QColor grid = ink;
    grid.setAlphaF(0.12F);
    for (const double tick : layout.errors) {
        const double y = layout.place(layout.x.low, tick).y();
        painter.setPen(grid);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(ink);
        painter.drawText(QRectF(plot.left() - layout.tickWidth - 6, y - layout.line / 2,
                             layout.tickWidth, layout.line),
            int(Qt::AlignRight | Qt::AlignVCenter), errorTick(tick));
    }
    const double unit = byteUnit(layout.x.high);
    for (const double tick : layout.sizes) {
        const double x = layout.place(tick, 0).x();
        painter.setPen(grid);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const QRectF box(x - 60, plot.bottom() + 3, 120, layout.line);
        painter.setPen(ink);
        painter.drawText(box, int(Qt::AlignCenter), sizeTick(tick, unit));
        painter.setPen(dim);
        painter.drawText(box.translated(0, layout.line), int(Qt::AlignCenter),
            shareTick(tick, m_view->sourceBytes));
    }
    painter.setPen(dim);
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.drawText(
        QRectF(plot.left(), plot.bottom() + 4 + 2 * layout.line, plot.width(), layout.line),
        int(Qt::AlignCenter), tr("Size of the file, and its share of the source"));
    painter.save();
    painter.translate(plot.left() - layout.tickWidth - 10 - layout.line, plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-plot.height() / 2 - 30, 0, plot.height() + 60, layout.line),
        int(Qt::AlignCenter), tr("Relative RMSE"));
    painter.restore();
}

void FitChart::drawCurve(QPainter& painter, const Layout& layout) const
{
    QPolygonF curve;
    for (std::size_t i = 0; i < spots().size(); ++i)
        if (spots()[i].kind == Kind::Curve)
            curve << layout.at[i];
    painter.setPen(QPen(seriesColor(0, palette()), 2));
    painter.drawPolyline(curve);
    if (m_view->wishedBytes <= 0)
        return;
    const double x = layout.place(double(m_view->wishedBytes), 0).x();
    painter.setPen(QPen(toneColor(Tone::Warning, palette()), 1.2, Qt::DashLine));
    painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
}

void FitChart::drawMarks(QPainter& painter, const Layout& layout) const
{
    for (std::size_t i = 0; i < spots().size(); ++i) {
        const bool isCurrent = int(i) == current();
        if (spots()[i].kind != Kind::Curve)
            drawMark(painter, Layout::markBox(layout.at[i]), markOf(spots()[i].kind),
                colourOf(spots()[i].kind, palette()));
        if (!isCurrent)
            continue;
        painter.setPen(QPen(palette().color(QPalette::Text), 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(layout.at[i], 8, 8);
    }
}

void FitChart::drawNow(QPainter& painter, const Layout& layout) const
{
    if (!m_view->now)
        return;
    const QColor colour = palette().color(QPalette::Text);
    painter.setPen(QPen(palette().color(QPalette::Base), 2));
    painter.setBrush(colour);
    painter.drawEllipse(layout.now, 6, 6);
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(layout.now, 9, 9);
}

void FitChart::drawLabels(QPainter& painter, const Layout& layout) const
{
    for (const Layout::Label& label : layout.labels) {
        painter.setFont(label.isBold ? layout.bold : layout.font);
        painter.setPen(palette().color(label.isBold ? QPalette::Text : QPalette::PlaceholderText));
        painter.drawText(label.box, int(Qt::AlignCenter | Qt::TextSingleLine), label.text);
    }
}

std::vector<LegendEntry> FitChart::legend() const
{
    if (spots().empty())
        return {};
    std::vector<LegendEntry> entries{
        {Mark::Line, seriesColor(0, palette()), tr("Best for its size")}};
    if (m_view->now)
        entries.push_back({Mark::Circle, palette().color(QPalette::Text), tr("This plan")});
    const auto add = [&](Kind kind, const QString& text) {
        if (std::ranges::find(spots(), kind, &FitSpot::kind) != spots().end())
            entries.push_back({markOf(kind), colourOf(kind, palette()), text});
    };
    add(Kind::Suggestion, tr("Suggested"));
    add(Kind::Profile, tr("Profile"));
    add(Kind::Recipe, tr("Same type everywhere"));
    return entries;
}

int FitChart::count() const { return int(spots().size()); }

QString FitChart::readingOf(int index) const { return spotText(spots()[std::size_t(index)]); }

QString FitChart::summary() const
{
    if (spots().empty())
        return {};
    QStringList parts{tr("Error against size, from %1 to %2.")
                          .arg(spotText(spots().front()), spotText(spots().back()))};
    if (m_view->now)
        parts << tr("This plan: %1, %2.")
                     .arg(bytesText(m_view->now->bytes), fitErrorText(m_view->now->error));
    for (const FitSpot& spot : spots())
        if (spot.kind == Kind::Suggestion)
            parts << spotText(spot) + u'.';
    return parts.join(u' ');
}

QPointF FitChart::positionOf(int spot) const
{
    return layoutIn(pictureArea()).at[std::size_t(spot)];
}

/// A mark that is near, else the point of the curve at this size.
int FitChart::indexAt(QPointF position) const
{
    if (spots().empty())
        return -1;
    const Layout layout = layoutIn(pictureArea());
    if (!layout.plot.adjusted(-reach, -reach, reach, reach).contains(position))
        return -1;
    int best = -1;
    double nearest = reach;
    for (std::size_t i = 0; i < spots().size(); ++i) {
        const QPointF away = layout.at[i] - position;
        const double distance = std::hypot(away.x(), away.y());
        if (spots()[i].kind != Kind::Curve && distance < nearest) {
            nearest = distance;
            best = int(i);
        }
    }
    if (best >= 0)
        return best;
    nearest = 1e300;
    for (std::size_t i = 0; i < spots().size(); ++i) {
        const double distance = std::abs(layout.at[i].x() - position.x());
        if (spots()[i].kind == Kind::Curve && distance < nearest) {
            nearest = distance;
            best = int(i);
        }
    }
    return best;
}

/// On the curve any size can be wished for, not only that of a point.
void FitChart::mousePressEvent(QMouseEvent* event)
{
    SteppedChart::mousePressEvent(event);
    const int spot = event->button() == Qt::LeftButton ? indexAt(event->position()) : -1;
    if (spot < 0)
        return;
    const FitSpot& chosen = spots()[std::size_t(spot)];
    if (chosen.kind != Kind::Curve)
        return Q_EMIT sizeWished(chosen.bytes);
    const Layout layout = layoutIn(pictureArea());
    const double share = (event->position().x() - layout.plot.left()) / layout.plot.width();
    const double bytes = layout.x.low + share * (layout.x.high - layout.x.low);
    Q_EMIT sizeWished(std::clamp(std::int64_t(bytes), m_view->smallest, m_view->largest));
}

void FitChart::keyPressEvent(QKeyEvent* event)
{
    const bool isChosen = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space;
    if (!isChosen || current() < 0)
        return SteppedChart::keyPressEvent(event);
    Q_EMIT sizeWished(spots()[std::size_t(current())].bytes);
}

bool FitChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return SteppedChart::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int spot = indexAt(help->pos());
    if (spot < 0) {
        QToolTip::hideText();
        return true;
    }
    const FitSpot& pointed = spots()[std::size_t(spot)];
    QStringList lines{spotText(pointed)};
    if (!pointed.about.isEmpty())
        lines << pointed.about;
    QToolTip::showText(help->globalPos(), plainTip(lines.join(u'\n')), this);
    return true;
}

} // namespace aq
