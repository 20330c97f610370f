#include "ui/charts/plot_view.h"

#include "ui/theme.h"

#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegendMarker>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>
#include <algorithm>
#include <cmath>
#include <limits>

namespace aq {
namespace {

constexpr double headroom = 1.04; ///< The highest point stays inside the frame.
constexpr int fewPoints = 60;     ///< Heads are drawn up to here: each is a graphics item.
constexpr int mostColumns = 1000; ///< More cannot be told apart, and cost time.

QList<QPointF> lineThrough(std::span<const ChartColumn> columns, double ChartColumn::*y)
{
    QList<QPointF> line;
    line.reserve(qsizetype(columns.size()));
    for (const ChartColumn& column : columns)
        line.append({column.x, column.*y});
    return line;
}

/// One polyline that goes up and down at every x and along zero in between.
QList<QPointF> needles(std::span<const ChartColumn> columns, double ChartColumn::*y)
{
    QList<QPointF> line;
    line.reserve(3 * qsizetype(columns.size()));
    for (const ChartColumn& column : columns)
        line << QPointF(column.x, 0) << QPointF(column.x, column.*y) << QPointF(column.x, 0);
    return line;
}

/// 1, 2, 2.5 or 5 times a power of ten, about a quarter of `range`.
double tickInterval(double range)
{
    const double rough = range / 4, power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= rough)
            return factor * power;
    return 10 * power;
}

/// Just the decimals that the tick interval (1, 2, 2.5 or 5 times a power of ten) needs.
QString labelFormat(double interval)
{
    int decimals = 0;
    for (double rest = interval; decimals < 6 && std::abs(rest - std::round(rest)) > 1e-9 * rest;
         rest *= 10)
        ++decimals;
    return decimals < 6 ? QStringLiteral("%.%1f").arg(decimals) : QStringLiteral("%.1g");
}

void setRange(QValueAxis& axis, double largest)
{
    const double interval = tickInterval(largest);
    const double end = std::ceil(largest / interval - 1e-9) * interval;
    if (axis.max() == end && axis.isVisible())
        return;
    axis.setRange(0, end);
    axis.setTickCount(int(std::lround(end / interval)) + 1);
    axis.setLabelFormat(labelFormat(interval));
    axis.setVisible(true);
}

} // namespace

PlotView::PlotView(PlotStyle style, const QString& xTitle, const QString& yTitle)
    : m_style(style)
    , m_high(new QLineSeries)
    , m_low(new QLineSeries)
    , m_heads(new QScatterSeries)
    , m_x(new QValueAxis)
    , m_y(new QValueAxis)
{
    QChart& plot = *chart();
    plot.setAnimationOptions(QChart::NoAnimation);
    plot.setBackgroundRoundness(0);
    plot.setMargins(QMargins(4, 4, 8, 4));
    plot.layout()->setContentsMargins(0, 0, 0, 0);
    plot.setLocalizeNumbers(true);
    m_x->setTitleText(xTitle);
    m_y->setTitleText(yTitle);
    plot.addAxis(m_x, Qt::AlignBottom);
    plot.addAxis(m_y, Qt::AlignLeft);
    m_high->setName(tr("Largest in a column"));
    m_low->setName(tr("Smallest above 0 in a column"));
    for (QXYSeries* series : std::initializer_list<QXYSeries*>{m_high, m_low, m_heads}) {
        plot.addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
    }
    plot.legend()->setAlignment(Qt::AlignTop);
    plot.legend()->hide();
    m_x->setVisible(false); // Labels of an empty axis would repeat.
    m_y->setVisible(false);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumHeight(fontMetrics().height() * 9);
    takeColours();
}

void PlotView::setPoints(std::span<const ChartPoint> points)
{
    const int room = std::clamp(int(chart()->plotArea().width()), 100, mostColumns);
    const bool folded = qsizetype(points.size()) > room;
    const auto columns = bucketed(points, folded ? room : std::numeric_limits<int>::max());
    const auto draw = m_style == PlotStyle::Line ? lineThrough : needles;
    setRenderHint(QPainter::Antialiasing, m_style == PlotStyle::Line || !folded);
    m_high->replace(draw(columns, &ChartColumn::high));
    m_low->replace(folded ? draw(columns, &ChartColumn::low) : QList<QPointF>());
    const bool heads
        = m_style == PlotStyle::Needles ? columns.size() <= fewPoints : columns.size() == 1;
    m_heads->replace(heads ? lineThrough(columns, &ChartColumn::high) : QList<QPointF>());
    chart()->legend()->setVisible(folded);
    for (QLegendMarker* marker : chart()->legend()->markers(m_heads))
        marker->setVisible(false);
    setAxes(columns, points.empty() ? 0 : points.back().x);
}

void PlotView::setLargestX(double x) { m_largestX = x; }

void PlotView::setAxes(std::span<const ChartColumn> columns, double lastX)
{
    if (columns.empty()) {
        m_x->setVisible(false);
        m_y->setVisible(false);
        return;
    }
    const double highest = std::ranges::max(columns, {}, &ChartColumn::high).high;
    setRange(*m_y, highest > 0 ? headroom * highest : 1);
    setRange(*m_x, std::max({lastX, m_largestX, 1e-3}));
}

/// setTheme() would reset the fonts; the palette knows light, dark and high contrast.
void PlotView::takeColours()
{
    const QPalette& colours = palette();
    QChart& plot = *chart();
    plot.setBackgroundBrush(colours.base());
    plot.setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(colours.base());
    plot.legend()->setLabelColor(colours.color(QPalette::Text));
    QFont small = font();
    small.setPointSizeF(std::max(6.0, small.pointSizeF() * 0.9));
    QColor grid = colours.color(QPalette::Text);
    grid.setAlphaF(0.15f);
    for (QValueAxis* axis : {m_x, m_y}) {
        axis->setLabelsColor(colours.color(QPalette::Text));
        axis->setTitleBrush(colours.text());
        axis->setLabelsFont(small);
        axis->setTitleFont(small);
        axis->setGridLineColor(grid);
        axis->setLinePenColor(colours.color(QPalette::PlaceholderText));
    }
    plot.legend()->setFont(small);
    const double width = m_style == PlotStyle::Line ? 2 : 1.5;
    m_high->setPen(QPen(seriesColor(0, colours), width));
    m_low->setPen(QPen(seriesColor(1, colours), width));
    m_heads->setBrush(seriesColor(0, colours));
    m_heads->setBorderColor(Qt::transparent);
    m_heads->setMarkerSize(7);
}

void PlotView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        takeColours();
}

void PlotView::mouseMoveEvent(QMouseEvent* event)
{
    QChartView::mouseMoveEvent(event);
    const QPointF inChart = chart()->mapFromScene(mapToScene(event->pos()));
    Q_EMIT pointedAt(chart()->mapToValue(inChart, m_high).x());
}

void PlotView::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    Q_EMIT left();
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    constexpr int all = std::numeric_limits<int>::max() / 2;
    switch (event->key()) {
    case Qt::Key_Left:
        return Q_EMIT stepped(-1);
    case Qt::Key_Right:
        return Q_EMIT stepped(1);
    case Qt::Key_Home:
        return Q_EMIT stepped(-all);
    case Qt::Key_End:
        return Q_EMIT stepped(all);
    default:
        QChartView::keyPressEvent(event);
    }
}

} // namespace aq
