#include "ui/pages/report_page.h"

#include "core/base/printable.h"
#include "core/validate/report_blocks.h"
#include "ui/charts/chart_panel.h"
#include "ui/models/report_table_model.h"
#include "ui/theme.h"
#include "ui/widgets/report_filter_bar.h"
#include "ui/widgets/report_limits.h"
#include "ui/widgets/report_table_view.h"
#include "ui/widgets/report_totals.h"
#include "ui/widgets/verdict_banner.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace aq {
namespace {

constexpr std::size_t mostFloors = 3; ///< Lines in the chart; more would say nothing.

QPushButton* actionButton(const QString& text, const QString& icon, const QString& hint)
{
    auto* button = new QPushButton(themeIcon(icon), text);
    button->setToolTip(hint);
    button->setEnabled(false);
    return button;
}

std::vector<ChartPoint> tensorPoints(const ValidationReport& report)
{
    std::vector<ChartPoint> points;
    points.reserve(report.tensors.size());
    for (const TensorReport& tensor : report.tensors)
        points.push_back(
            {double(points.size() + 1), tensor.relRmse, tensor.name, isMissed(tensor)});
    return points;
}

std::vector<ChartPoint> blockPoints(const ValidationReport& report)
{
    std::vector<ChartPoint> points;
    for (const BlockReport& block : reportBlocks(report.tensors))
        points.push_back({double(points.size() + 1), block.relRmse,
            block.name.isEmpty() ? ReportPage::tr("outside of blocks") : block.name,
            block.missed > 0});
    return points;
}

std::vector<PlotLimit> floorLines(const ValidationReport& report)
{
    std::vector<PlotLimit> limits;
    const std::vector<int> widths = widthsOf(report.tensors);
    if (report.thresholds.floorsPerWidth && widths.size() <= mostFloors)
        for (const int bits : widths)
            limits.push_back(
                {floorFor(bits).relRmse, ReportPage::tr("floor of %n bit(s)", nullptr, bits)});
    return limits;
}

} // namespace

ReportPage::ReportPage(QWidget* parent)
    : QWidget(parent)
    , m_verdict(new VerdictBanner)
    , m_body(new QStackedWidget)
    , m_model(new ReportTableModel(this))
{
    m_body->addWidget(makeEmpty());
    m_body->addWidget(makeReport());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_verdict);
    layout->addWidget(m_body, 1);
    connectDetails();
    connect(m_verdict, &VerdictBanner::repairWished, this, &ReportPage::repairRequested);
    auto* find
        = new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter, &ReportFilterBar::focusText);
    setExportable(false);
    clear();
}

QWidget* ReportPage::makeEmpty()
{
    auto* text = new QLabel(tr("Quantize a model or try a plan: its report appears here, with the "
                               "error of every tensor, against limits that you can change.\n\n"
                               "Two files that other programs made can be compared too."));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter);
    text->setForegroundRole(QPalette::PlaceholderText);
    text->setFixedWidth(fontMetrics().averageCharWidth() * 70);
    auto* middle = new QHBoxLayout; // Not aligned: then its height would not follow its width.
    middle->addStretch(1);
    middle->addWidget(text);
    middle->addStretch(1);
    auto* validate = new QPushButton(tr("Validate t&wo files…"));
    connect(validate, &QPushButton::clicked, this, &ReportPage::validateRequested);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addLayout(middle);
    layout->addSpacing(12);
    layout->addWidget(validate, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

QWidget* ReportPage::makeReport()
{
    m_limits = new ReportLimits;
    m_totals = new ReportTotals;
    auto* numbers = new QHBoxLayout;
    numbers->addWidget(m_limits);
    numbers->addWidget(m_totals, 1);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(numbers);
    layout->addWidget(makeDetails(), 1);
    layout->addWidget(makeButtons());
    connect(m_limits, &ReportLimits::changed, this, &ReportPage::judgeAgain);
    return page;
}

QWidget* ReportPage::makeDetails()
{
    m_filter = new ReportFilterBar;
    m_table = new ReportTableView(m_model);
    auto* upper = new QWidget;
    auto* layout = new QVBoxLayout(upper);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(upper);
    splitter->addWidget(makeCharts());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({300, 240});
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget* ReportPage::makeCharts()
{
    m_tensors = new ChartPanel(PlotStyle::Needles,
        {tr("Error per tensor"), tr("Tensor"), tr("Tensor no."), tr("Relative RMSE"), 0, 5});
    m_blocks = new ChartPanel(PlotStyle::Needles,
        {tr("Error per block"), tr("Block"), tr("Block no."), tr("Relative RMSE"), 0, 5});
    m_tensors->picture()->setToolTip(tr("A click selects the tensor, a double click shows it"));
    auto* charts = new QSplitter(Qt::Horizontal);
    charts->addWidget(m_tensors);
    charts->addWidget(m_blocks);
    charts->setStretchFactor(0, 3);
    charts->setStretchFactor(1, 2);
    charts->setChildrenCollapsible(false);
    return charts;
}

QWidget* ReportPage::makeButtons()
{
    m_export = actionButton(tr("Export…"), QStringLiteral("export"), {});
    m_export->setDefault(true);
    m_save = actionButton(
        tr("Save report…"), QStringLiteral("report"), tr("As a web page, PDF, JSON or CSV"));
    m_print = actionButton(tr("Print…"), QStringLiteral("print"), tr("Print the report"));
    m_copy = actionButton(tr("Copy equivalent command line"), QStringLiteral("copy"), {});
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_copy);
    row->addStretch(1);
    row->addWidget(m_print);
    row->addWidget(m_save);
    row->addWidget(m_export);
    connect(m_export, &QPushButton::clicked, this, &ReportPage::exportRequested);
    connect(m_save, &QPushButton::clicked, this, &ReportPage::saveReportRequested);
    connect(m_print, &QPushButton::clicked, this, &ReportPage::printRequested);
    connect(m_copy, &QPushButton::clicked, this, &ReportPage::copyCommandRequested);
    return box;
}

/// One tensor is selected in the table and in the chart alike.
void ReportPage::connectDetails()
{
    connect(m_filter, &ReportFilterBar::changed, this, [this](const ReportFilter& filter) {
        m_model->setFilter(filter);
        updateListed();
    });
    connect(m_filter, &ReportFilterBar::left, this, [this] { m_table->setFocus(); });
    connect(m_table, &ReportTableView::selected, m_tensors, &ChartPanel::selectLabel);
    connect(m_table, &ReportTableView::showRequested, this, &ReportPage::showTensorRequested);
    connect(m_table, &ReportTableView::inspectRequested, this, &ReportPage::inspectRequested);
    connect(m_table, &ReportTableView::columnsChanged, this, &ReportPage::viewStateChanged);
    connect(m_tensors, &ChartPanel::pointClicked, this,
        [this](const ChartPoint& point) { m_table->selectTensor(point.label); });
    connect(m_tensors, &ChartPanel::pointActivated, this,
        [this](const ChartPoint& point) { Q_EMIT showTensorRequested(point.label); });
    connect(m_blocks, &ChartPanel::pointActivated, this, [this](const ChartPoint& point) {
        m_filter->setText(point.label + u'.'); // Its tensors, and no others.
    });
}

void ReportPage::setReport(const ValidationReport& report)
{
    m_report = report;
    m_filter->setText({});
    m_filter->setShow(ReportFilter::Show::All);
    showReport(*m_report);
    m_table->scrollToTop();
}

void ReportPage::clear()
{
    m_report.reset();
    m_verdict->setReport(nullptr);
    m_model->setTensors({});
    m_tensors->clear();
    m_blocks->clear();
    m_totals->setReport(nullptr);
    m_body->setCurrentIndex(0);
    for (QWidget* control : std::initializer_list<QWidget*>{m_limits, m_save, m_print, m_copy})
        control->setEnabled(false);
    Q_EMIT reportChanged();
}

void ReportPage::setExportable(bool exportable, const QString& why)
{
    m_export->setEnabled(exportable);
    m_export->setToolTip(exportable ? tr("Save the very file that was validated") : why);
}

void ReportPage::setRepairable(int tensors) { m_verdict->setRepairable(tensors); }

void ReportPage::setCommandKnown(bool known, const QString& why)
{
    m_copy->setEnabled(known && m_report);
    m_copy->setToolTip(known ? tr("The arrowquant-cli command that does the same") : why);
}

void ReportPage::judgeAgain(const Thresholds& limits)
{
    if (!m_report)
        return;
    m_report->thresholds = limits;
    summarise(*m_report);
    showReport(*m_report);
    Q_EMIT thresholdsChanged(m_report->thresholds);
}

void ReportPage::showReport(const ValidationReport& report)
{
    const QString selected = m_table->currentTensor();
    m_verdict->setReport(&report);
    m_limits->setLimits(report.thresholds, {report.recipe.minCosine, true});
    m_totals->setReport(&report);
    m_model->setTensors(report.tensors);
    m_filter->setTensors(report.tensors);
    updateListed();
    showCharts(report);
    m_table->selectTensor(selected);
    m_body->setCurrentIndex(1);
    for (QWidget* control : std::initializer_list<QWidget*>{m_limits, m_save, m_print})
        control->setEnabled(true);
    setCommandKnown(true);
    Q_EMIT reportChanged();
}

void ReportPage::showCharts(const ValidationReport& report)
{
    m_tensors->setLimits(floorLines(report));
    m_tensors->setPoints(tensorPoints(report));
    m_blocks->setPoints(blockPoints(report));
}

void ReportPage::updateListed() { m_filter->setListed(m_model->rowCount(), m_model->total()); }

QByteArray ReportPage::saveViewState() const { return m_table->horizontalHeader()->saveState(); }

void ReportPage::restoreViewState(const QByteArray& state)
{
    if (!state.isEmpty())
        m_table->restoreColumns(state);
}

} // namespace aq
