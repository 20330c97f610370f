#include "ui/charts/chart_panel.h"

#include "core/base/printable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

constexpr int refreshMs = 100;

QTableView* makeTable(const QString& name)
{
    auto* table = new QTableView;
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // As they came.
    table->setSortingEnabled(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->verticalHeader()->hide();
    table->setAccessibleName(name);
    return table;
}

} // namespace

ChartPanel::ChartPanel(PlotStyle style, const ChartText& text, QWidget* parent)
    : QWidget(parent)
    , m_model(new ChartTableModel(text, this))
    , m_plot(new PlotView(style, text.xTitle, text.yTitle))
    , m_reading(new QLabel)
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(makeTable(tr("%1 table").arg(text.title)))
    , m_stack(new QStackedWidget)
    , m_asTable(new QToolButton)
{
    auto* title = new QLabel(text.title);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_reading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_reading->setAccessibleDescription(QStringLiteral("chart reading"));
    m_asTable->setText(tr("Table"));
    m_asTable->setCheckable(true);
    m_asTable->setFocusPolicy(Qt::StrongFocus);
    m_asTable->setAccessibleName(tr("%1 as table").arg(text.title));
    m_asTable->setToolTip(tr("Show the same numbers as a table"));
    m_plot->setAccessibleName(text.title);
    m_plot->setWhatsThis(tr("Point at the chart, or use the arrow keys, to read single values."));
    m_sorted->setSortRole(ChartTableModel::SortRole);
    m_stack->addWidget(m_plot);
    m_stack->addWidget(m_table);

    auto* top = new QHBoxLayout;
    top->addWidget(title);
    top->addWidget(m_reading, 1);
    top->addWidget(m_asTable);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);

    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChartPanel::flush);
    connect(m_asTable, &QToolButton::toggled, this, &ChartPanel::setTableShown);
    connect(m_plot, &PlotView::left, this, &ChartPanel::readLast);
    connect(m_plot, &PlotView::pointedAt, this,
        [this](double x) { readOut(nearestPoint(points(), x)); });
    connect(m_plot, &PlotView::stepped, this, [this](int by) {
        const auto last = qsizetype(points().size()) - 1;
        readOut(std::clamp<qsizetype>(
            (m_cursor < 0 ? last : m_cursor) + by, std::min<qsizetype>(0, last), last));
    });
    flush();
}

void ChartPanel::clear() { setPoints({}); }

void ChartPanel::append(ChartPoint point)
{
    m_waiting.push_back(std::move(point));
    if (!m_timer.isActive())
        m_timer.start(refreshMs);
}

void ChartPanel::setPoints(std::vector<ChartPoint> points)
{
    m_waiting.clear();
    m_cursor = -1;
    m_model->setPoints(std::move(points));
    flush();
}

void ChartPanel::setLargestX(double x) { m_plot->setLargestX(x); }

void ChartPanel::flush()
{
    m_timer.stop();
    m_model->append(std::exchange(m_waiting, {}));
    m_plot->setPoints(points());
    m_plot->setAccessibleDescription(summary());
    readOut(m_cursor);
}

QString ChartPanel::summary() const
{
    if (points().empty())
        return tr("No points yet");
    const auto finite = [](const ChartPoint& a) { return std::isfinite(a.y) ? a.y : -1; };
    const ChartPoint& largest = *std::ranges::max_element(points(), {}, finite);
    const QString count
        = points().size() == 1 ? tr("1 point") : tr("%n points", nullptr, int(points().size()));
    const QString text
        = tr("%1, last %2, largest %3")
              .arg(count, m_model->yText(points().back().y), m_model->yText(largest.y));
    return largest.label.isEmpty() ? text
                                   : text + QStringLiteral(" (%1)").arg(printable(largest.label));
}

void ChartPanel::setTableShown(bool shown)
{
    m_asTable->setChecked(shown);
    m_sorted->setSourceModel(shown ? m_model : nullptr); // Unseen, it costs nothing.
    m_table->setModel(shown ? m_sorted : nullptr);
    if (shown)
        m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_stack->setCurrentIndex(shown ? 1 : 0);
}

void ChartPanel::readOut(qsizetype point)
{
    m_cursor = point;
    if (points().empty())
        return m_reading->clear();
    const ChartPoint& at = point < 0 ? points().back() : points()[std::size_t(point)];
    const ChartText& text = m_model->text();
    const QString place
        = at.label.isEmpty() ? text.xTitle + u' ' + m_model->xText(at.x) : printable(at.label);
    m_reading->setText(QStringLiteral("%1: %2 %3").arg(place, text.yTitle, m_model->yText(at.y)));
    m_reading->setToolTip(m_reading->text());
}

void ChartPanel::readLast() { readOut(-1); }

} // namespace aq
