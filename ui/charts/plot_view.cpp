#include "ui/charts/plot_view.h"

#include "ui/theme.h"

#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QRubberBand>
#include <QValueAxis>
#include <algorithm>
#include <cmath>
#include <limits>

namespace aq {
namespace {

constexpr int fewPoints = 60;       ///< Heads are drawn up to here.
constexpr int mostColumns = 400;    ///< More are not told apart better, and cost time to stroke.
constexpr double leastRange = 0.04; ///< Of the axis, from smallest to largest, to draw both.
constexpr double leastSpan = 2;     ///< Tensors, at the closest zoom; of times, a share of it.

QList<QPointF> lineThrough(std::span<const ChartColumn> columns, double ChartColumn::*y)
{
    QList<QPointF> line;
    line.reserve(qsizetype(columns.size()));
    for (const ChartColumn& column : columns)
        line.append({column.x, column.*y});
    return line;
}

/// One polyline that goes up and down at every x and along zero in between. Where there is nothing
/// (kept tensors) it stays away from, so that no line at zero pretends to be a value.
QList<QPointF> needles(std::span<const ChartColumn> columns, double ChartColumn::*y)
{
    QList<QPointF> line;
    line.reserve(3 * qsizetype(columns.size()));
    for (const ChartColumn& column : columns)
        if (column.*y > 0)
            line << QPointF(column.x, 0) << QPointF(column.x, column.*y) << QPointF(column.x, 0);
    return line;
}

/// Through what is above zero, over the needles: needles of their own would hide those.
QList<QPointF> lineAboveZero(std::span<const ChartColumn> columns, double ChartColumn::*y)
{
    QList<QPointF> line = lineThrough(columns, y);
    line.removeIf([](const QPointF& point) { return point.y() <= 0; });
    return line;
}

} // namespace

PlotView::PlotView(PlotStyle style, const QString& xTitle, const QString& yTitle)
    : m_style(style)
    , m_high(new QLineSeries)
    , m_low(new QLineSeries)
    , m_missed(new QLineSeries)
    , m_x(new QValueAxis)
    , m_y(new QValueAxis)
    , m_band(new QRubberBand(QRubberBand::Rectangle, viewport()))
{
    m_axes.xTitle = xTitle;
    m_axes.yTitle = yTitle;
    QChart& plot = *chart();
    plot.setAnimationOptions(QChart::NoAnimation);
    plot.setBackgroundVisible(false);
    plot.setMargins({});
    plot.layout()->setContentsMargins(0, 0, 0, 0);
    plot.legend()->hide();
    plot.addAxis(m_x, Qt::AlignBottom);
    plot.addAxis(m_y, Qt::AlignLeft);
    for (QLineSeries* series : {m_high, m_low, m_missed}) {
        plot.addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
    }
    m_x->setVisible(false);
    m_y->setVisible(false);
    setFrameShape(QFrame::NoFrame);
    viewport()->setFocusPolicy(Qt::NoFocus); // It has no name; the view takes the keys.
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setMinimumHeight(fontMetrics().height() * 6); // Of a window of 800 with all its docks.
    takeColours();
}

void PlotView::setPoints(std::span<const ChartPoint> points)
{
    m_isEmpty = points.empty();
    m_firstX = points.empty() ? 0 : points.front().x;
    m_lastX = points.empty() ? 0 : points.back().x;
    const AxisRange range = m_view.value_or(wholeRange());
    const auto seen = pointsIn(points, range.low, range.high);
    const int room = std::clamp(int(m_axes.area().width()), 100, mostColumns);
    m_folded = qsizetype(seen.size()) > room;
    const auto columns = bucketed(seen, m_folded ? room : std::numeric_limits<int>::max());
    const auto draw = m_style == PlotStyle::Line ? lineThrough : needles;
    setPens(m_style == PlotStyle::Line ? 2 // Columns leave no gaps between them.
            : m_folded                 ? std::max(1.5, m_axes.area().width() / room)
                                       : 1.5);
    setRenderHint(QPainter::Antialiasing, m_style == PlotStyle::Line || !m_folded);

    std::vector<ChartColumn> missed;
    m_missedHeads.clear();
    m_heads.clear();
    double highest = 0;
    const bool heads
        = m_style == PlotStyle::Needles ? columns.size() <= fewPoints : columns.size() == 1;
    for (const ChartColumn& column : columns) {
        const QPointF top(column.x, column.high);
        if (column.x < range.low || column.x > range.high)
            continue;
        highest = std::max(highest, column.high);
        if (column.isMissed) {
            missed.push_back(column);
            m_missedHeads.push_back(top);
        } else if (heads) {
            m_heads.push_back(top);
        }
    }
    m_hasMissed = !missed.empty();
    m_axes.x = range;
    setAxes(highest);
    m_high->replace(draw(columns, &ChartColumn::high));
    showLow(seen, columns);
    m_missed->replace(
        m_style == PlotStyle::Needles ? needles(missed, &ChartColumn::high) : QList<QPointF>());
    viewport()->update();
}

/// Where the smallest and the largest are the same to the eye but for a few columns, there is only
/// one of them. Judged by the values, never by the size of the picture: the legend that comes with
/// both takes some of it, and would go again, for ever.
void PlotView::showLow(std::span<const ChartPoint> seen, std::span<const ChartColumn> columns)
{
    constexpr int judged = 100;                          // Columns.
    const int few = m_style == PlotStyle::Line ? 50 : 5; // A curve may be steep in places.
    const auto isApart = [this](const ChartColumn& column) {
        return column.low > 0 && column.high - column.low > leastRange * m_axes.y.span();
    };
    m_hasRange = m_folded && std::ranges::count_if(bucketed(seen, judged), isApart) > few;
    m_low->replace(!m_hasRange           ? QList<QPointF>()
            : m_style == PlotStyle::Line ? lineThrough(columns, &ChartColumn::low)
                                         : lineAboveZero(columns, &ChartColumn::low));
}

/// A limit not far above the values belongs into the picture; one far above would flatten them.
void PlotView::setAxes(double highest)
{
    constexpr double far = 4;
    double top = highest;
    for (const PlotLimit& limit : m_axes.limits)
        if (limit.value <= far * highest)
            top = std::max(top, limit.value);
    m_axes.y = {0, roundedUp(top)};
    m_x->setRange(m_axes.x.low, m_axes.x.high);
    m_y->setRange(m_axes.y.low, m_axes.y.high);
    placePlot();
}

void PlotView::placePlot()
{
    if (chart()->size() != QSizeF(size()))
        chart()->resize(size());
    m_axes.arrange(chart()->size());
    if (chart()->plotArea() != m_axes.area()) {
        chart()->setPlotArea(m_axes.area());
        chart()->layout()->activate(); // Now: a hidden chart gets no layout event.
    }
}

AxisRange PlotView::wholeRange() const
{
    const double last = std::max(m_lastX, m_largestX);
    if (m_style == PlotStyle::Needles)
        return {std::min(m_firstX, 1.0) - 0.5, std::max(last, 1.0) + 0.5};
    return {std::min(0.0, m_firstX), last > 0 ? last : 1};
}

void PlotView::setLargestX(double x) { m_largestX = x; }
void PlotView::setGroups(std::vector<AxisGroup> groups) { m_axes.groups = std::move(groups); }
void PlotView::setLimits(std::vector<PlotLimit> limits) { m_axes.limits = std::move(limits); }

void PlotView::setCursorAt(std::optional<QPointF> point)
{
    if (m_cursor == point)
        return;
    m_cursor = point;
    viewport()->update();
}

void PlotView::setSeriesShown(Series series, bool shown)
{
    (series == High ? m_high : m_low)->setVisible(shown);
    viewport()->update();
}

void PlotView::setView(AxisRange view)
{
    const AxisRange whole = wholeRange();
    const double least = std::min(whole.span(), m_axes.wholeX ? leastSpan : whole.span() / 1000);
    const double span = std::clamp(view.span(), least, whole.span());
    const double low = std::clamp(view.low, whole.low, whole.high - span);
    if (span >= whole.span() * (1 - 1e-9))
        m_view.reset();
    else
        m_view = {low, low + span};
    Q_EMIT viewChanged();
}

void PlotView::showAll()
{
    m_view.reset();
    Q_EMIT viewChanged();
}

void PlotView::zoom(double factor, double aroundX)
{
    const AxisRange now = m_axes.x;
    const double around = std::clamp(aroundX, now.low, now.high);
    setView({around - (around - now.low) / factor, around + (now.high - around) / factor});
}

void PlotView::pan(double share)
{
    const AxisRange now = m_axes.x;
    setView({now.low + share * now.span(), now.high + share * now.span()});
}

QColor PlotView::colourOf(Series series) const { return seriesColor(series, palette()); }

void PlotView::setPens(double width)
{
    m_high->setPen(QPen(colourOf(High), width, Qt::SolidLine, Qt::FlatCap));
    m_low->setPen(QPen(colourOf(Low), 1.5, Qt::SolidLine, Qt::FlatCap));
    m_missed->setPen(QPen(toneColor(Tone::Bad, palette()), width, Qt::SolidLine, Qt::FlatCap));
}

void PlotView::takeColours()
{
    m_axes.colours = palette();
    m_axes.font = font();
    m_axes.font.setPointSizeF(std::max(6.0, font().pointSizeF() * 0.9));
    setBackgroundBrush(palette().base());
    setPens(1.5);
}

double PlotView::reach() const
{
    constexpr double pixels = 3;
    return pixels * m_axes.x.span() / std::max(1.0, m_axes.area().width());
}

void PlotView::draw(QPainter& painter, const QRectF& area)
{
    placePlot();
    const auto cursor = std::exchange(m_cursor, {});
    render(&painter, area, QRect({}, size()));
    m_cursor = cursor;
}

void PlotView::drawBackground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawBackground(painter, rect);
    if (!m_isEmpty)
        m_axes.paintGrid(*painter);
}

void PlotView::drawForeground(QPainter* painter, const QRectF&)
{
    if (m_isEmpty)
        return;
    m_axes.paintLimits(*painter);
    m_axes.paintAxes(*painter);
    m_axes.paintHeads(*painter, m_heads, colourOf(High));
    m_axes.paintMissed(*painter, m_missedHeads);
    if (m_cursor)
        m_axes.paintCursor(*painter, *m_cursor, hasFocus());
}

} // namespace aq
