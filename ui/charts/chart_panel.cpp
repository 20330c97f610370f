#include "ui/charts/chart_panel.h"

#include "core/base/printable.h"
#include "ui/models/tensor_row.h"
#include "ui/text/plain_tip.h"
#include "ui/theme.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace aq {
namespace {

constexpr int refreshMs = 100;

} // namespace

ChartPanel::ChartPanel(PlotStyle style, const ChartText& text, QWidget* parent)
    : ChartFrame(text.title, new PlotView(style, text.xTitle, text.yTitle), parent)
    , m_model(new ChartTableModel(text, this))
    , m_plot(static_cast<PlotView*>(picture()))
{
    m_plot->setWhatsThis(tr("Point at the chart, or use the arrow keys, to read single values. "
                            "Drag over a part of it, turn the wheel or press + to see it closer; "
                            "Page up and Page down move along, 0 shows all of it again."));
    m_plot->setWholeNumbers(text.xDecimals == 0);
    setTable(m_model, ChartTableModel::SortRole);
    setDraw([this](QPainter& painter, const QRectF& area) { m_plot->draw(painter, area); });
    setLegendToggles(true);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChartPanel::flush);
    connectPlot();
    flush();
}

void ChartPanel::connectPlot()
{
    connect(m_plot, &PlotView::left, this, &ChartPanel::readLast);
    connect(m_plot, &PlotView::viewChanged, this, &ChartPanel::redraw);
    connect(m_plot, &PlotView::pointedAt, this, [this](double x, double reach) {
        readOut(pointAt(points(), x, reach));
        m_plot->setToolTip(plainTip(reading()));
    });
    connect(m_plot, &PlotView::clicked, this, [this](double x, double reach) {
        readOut(pointAt(points(), x, reach));
        if (m_cursor >= 0)
            Q_EMIT pointClicked(points()[std::size_t(m_cursor)]);
    });
    connect(m_plot, &PlotView::activated, this, [this] {
        if (m_cursor >= 0)
            Q_EMIT pointActivated(points()[std::size_t(m_cursor)]);
    });
    connect(m_plot, &PlotView::stepped, this, [this](int by) {
        const auto last = qsizetype(points().size()) - 1;
        readOut(std::clamp<qsizetype>(
            (m_cursor < 0 ? last : m_cursor) + by, std::min<qsizetype>(0, last), last));
    });
    connect(this, &ChartFrame::showAllRequested, m_plot, &PlotView::showAll);
    connect(this, &ChartFrame::tableActivated, this, [this](const QModelIndex& row) {
        Q_EMIT pointActivated(points()[std::size_t(row.row())]);
    });
    connect(this, &ChartFrame::seriesToggled, this, [this](int entry, bool shown) {
        (entry == 0 ? m_highShown : m_lowShown) = shown;
        if (entry < PlotView::SeriesCount)
            m_plot->setSeriesShown(PlotView::Series(entry), shown);
    });
}

void ChartPanel::clear()
{
    setPoints({});
    m_plot->showAll();
}

void ChartPanel::append(ChartPoint point)
{
    m_waiting.push_back(std::move(point));
    if (!m_timer.isActive())
        m_timer.start(refreshMs);
}

void ChartPanel::setPoints(std::vector<ChartPoint> points)
{
    m_waiting.clear();
    m_cursor = m_largest = -1;
    m_groups.clear();
    m_model->setPoints({});
    m_waiting = std::move(points);
    flush();
}

void ChartPanel::setLargestX(double x) { m_plot->setLargestX(x); }

void ChartPanel::setLimits(std::vector<PlotLimit> limits)
{
    if (limits == m_limits)
        return;
    m_limits = std::move(limits);
    m_plot->setLimits(m_limits);
    redraw();
}

void ChartPanel::selectLabel(const QString& label)
{
    const auto found = std::ranges::find(points(), label, &ChartPoint::label);
    if (found != points().end())
        readOut(found - points().begin());
}

/// What is already known of older points is kept: the work grows with the new ones.
void ChartPanel::flush()
{
    m_timer.stop();
    const std::size_t before = points().size();
    m_model->append(std::exchange(m_waiting, {}));
    for (std::size_t i = before; i < points().size(); ++i)
        if (std::isfinite(points()[i].y)
            && (m_largest < 0 || points()[i].y > points()[std::size_t(m_largest)].y))
            m_largest = qsizetype(i);
    addGroups(before);
    setEmptyText(!points().empty()                ? QString()
            : m_model->text().emptyText.isEmpty() ? tr("No values yet")
                                                  : m_model->text().emptyText);
    redraw();
    setSummary(summary());
    readOut(m_cursor);
}

void ChartPanel::redraw()
{
    m_plot->setPoints(points());
    setZoomed(m_plot->isZoomed());
    showLegend();
}

void ChartPanel::addGroups(std::size_t first)
{
    if (m_model->text().labelTitle.isEmpty())
        return;
    for (std::size_t i = first; i < points().size(); ++i) {
        const QString name = blockOf(points()[i].label);
        if (!m_groups.empty() && m_groups.back().name == name)
            m_groups.back().last = points()[i].x;
        else
            m_groups.push_back({points()[i].x, points()[i].x, name});
    }
    m_plot->setGroups(m_groups);
}

void ChartPanel::showLegend()
{
    const auto mark = LegendEntry::Mark::Line;
    std::vector<LegendEntry> entries;
    if (m_plot->hasRange() || m_plot->hasMissed())
        entries.push_back({mark, m_plot->colourOf(PlotView::High),
            m_plot->hasRange() ? tr("Largest in a column") : tr("Within the limits"), m_highShown});
    if (m_plot->hasRange())
        entries.push_back({mark, m_plot->colourOf(PlotView::Low),
            tr("Smallest above 0 in a column"), m_lowShown});
    if (m_plot->hasMissed())
        entries.push_back(
            {LegendEntry::Mark::Diamond, toneColor(Tone::Bad, palette()), tr("Missed a limit")});
    setLegend(entries);
}

QString ChartPanel::summary() const
{
    if (points().empty())
        return tr("No points yet");
    const QString count
        = points().size() == 1 ? tr("1 point") : tr("%n points", nullptr, int(points().size()));
    const QString last = m_model->yText(points().back().y);
    if (m_largest < 0)
        return tr("%1, last %2").arg(count, last);
    const ChartPoint& largest = points()[std::size_t(m_largest)];
    const QString most = m_model->yText(largest.y);
    return largest.label.isEmpty()
        ? tr("%1, last %2, largest %3").arg(count, last, most)
        : tr("%1, last %2, largest %3 (%4)").arg(count, last, most, printable(largest.label));
}

void ChartPanel::readOut(qsizetype point)
{
    m_cursor = point;
    if (points().empty()) {
        m_plot->setCursorAt({});
        return setReading({});
    }
    const ChartPoint& at = point < 0 ? points().back() : points()[std::size_t(point)];
    const ChartText& text = m_model->text();
    const QString value = m_model->yText(at.y);
    setReading(at.label.isEmpty()
            ? tr("%1 %2: %3 %4", "x title, x, y title, y")
                  .arg(text.xTitle, m_model->xText(at.x), text.yTitle, value)
            : tr("%1: %2 %3", "name, y title, y").arg(printable(at.label), text.yTitle, value));
    m_plot->setCursorAt(point < 0 ? std::nullopt : std::optional(QPointF(at.x, at.y)));
}

void ChartPanel::readLast()
{
    if (!m_plot->hasFocus())
        readOut(-1);
}

void ChartPanel::changeEvent(QEvent* event)
{
    ChartFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_plot)
        showLegend();
}

} // namespace aq
