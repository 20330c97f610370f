#include "ui/pages/report_page.h"

#include "core/base/printable.h"
#include "ui/charts/chart_panel.h"
#include "ui/models/report_table_model.h"
#include "ui/text/job_text.h"
#include "ui/text/plain_tip.h"
#include "ui/text/plan_text.h"
#include "ui/text/units.h"
#include "ui/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/verdict_banner.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>
#include <cmath>

namespace aq {
namespace {

QLabel* valueLabel(const char* description)
{
    auto* label = new ElidedLabel;
    label->setAccessibleDescription(QLatin1StringView(description));
    return label;
}

QPushButton* actionButton(const QString& text, const QString& icon, const QString& hint)
{
    auto* button = new QPushButton(themeIcon(icon), text);
    button->setToolTip(hint);
    button->setEnabled(false);
    return button;
}

/// Of the longest status with its icon.
int statusWidth(const QFontMetrics& metrics)
{
    int widest = 0;
    for (const Status status :
        {Status::Kept, Status::Passed, Status::BelowFloor, Status::BelowMinimum, Status::Failed})
        widest = std::max(widest, metrics.horizontalAdvance(statusText(status)));
    return widest + 16 + 4 * metrics.averageCharWidth();
}

} // namespace

ReportPage::ReportPage(QWidget* parent)
    : QWidget(parent)
    , m_verdict(new VerdictBanner)
    , m_model(new ReportTableModel(this))
{
    auto* numbers = new QHBoxLayout;
    numbers->addWidget(makeLimits());
    numbers->addWidget(makeTotals(), 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_verdict);
    layout->addLayout(numbers);
    layout->addWidget(makeDetails(), 1);
    layout->addWidget(makeButtons());
    setExportable(false);
    clear();
}

QWidget* ReportPage::makeLimits()
{
    m_minCosine = new QDoubleSpinBox;
    m_minCosine->setRange(0, 1);
    m_minCosine->setDecimals(4);
    m_minCosine->setSingleStep(0.01);
    m_minCosine->setAccessibleName(tr("Minimum cosine"));
    m_minCosine->setToolTip(tr("Each quantized tensor must reach this cosine similarity"));
    m_floors = new QCheckBox(tr("Also the floors of each bit width"));
    m_floors->setToolTip(tr("Stricter limits that a sound quantization of this width reaches"));
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 24, 0);
    form->addRow(tr("Minimum cosine:"), m_minCosine);
    form->addRow(m_floors);
    connect(m_minCosine, &QDoubleSpinBox::valueChanged, this, &ReportPage::judgeAgain);
    connect(m_floors, &QCheckBox::toggled, this, &ReportPage::judgeAgain);
    return box;
}

QWidget* ReportPage::makeTotals()
{
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    int next = 0;
    const auto add = [&](QLabel*& label, const QString& title, const char* description) {
        label = valueLabel(description);
        auto* caption = new QLabel(title);
        caption->setBuddy(label);
        const int row = next % 3, column = 2 * (next / 3);
        ++next;
        grid->addWidget(caption, row, column);
        grid->addWidget(label, row, column + 1);
        grid->setColumnStretch(column + 1, 1);
    };
    add(m_before, tr("Source:"), "size before");
    add(m_after, tr("Written:"), "size after");
    add(m_ratio, tr("Compression:"), "compression ratio");
    add(m_bits, tr("Bits per weight:"), "bits per weight");
    add(m_cosine, tr("Cosine, weighted:"), "weighted cosine");
    add(m_rmse, tr("Relative RMSE:"), "relative RMSE");
    add(m_sqnr, tr("SQNR:"), "SQNR");
    add(m_seconds, tr("Time:"), "job time");
    add(m_output, tr("File:"), "validated file");
    m_output->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return box;
}

QWidget* ReportPage::makeDetails()
{
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Tensor report"));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(int(ReportTableModel::Column::Status), Qt::DescendingOrder);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle); // Names of one model differ at their ends.
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView* header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    for (int column = 0; column < m_model->columnCount(); ++column)
        header->resizeSection(column, letter * 11);
    header->resizeSection(int(ReportTableModel::Column::Status), statusWidth(fontMetrics()));
    header->resizeSection(int(ReportTableModel::Column::Name), letter * 34);
    header->resizeSection(int(ReportTableModel::Column::Scheme), letter * 10);
    header->resizeSection(int(ReportTableModel::Column::RelRmse), letter * 16);

    m_chart = new ChartPanel(PlotStyle::Needles,
        {tr("Error per tensor in the written file"), tr("Tensor"), tr("Tensor no."),
            tr("Relative RMSE"), 0, 5});
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_table);
    splitter->addWidget(m_chart);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget* ReportPage::makeButtons()
{
    m_export = actionButton(tr("Export…"), QStringLiteral("export"), {});
    m_export->setDefault(true);
    m_save = actionButton(tr("Save report…"), QStringLiteral("report"),
        tr("As JSON, CSV or a web page that needs no other file"));
    m_copy = actionButton(tr("Copy equivalent command line"), QStringLiteral("copy"),
        tr("The arrowquant-cli command that does the same"));
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_copy);
    row->addStretch(1);
    row->addWidget(m_save);
    row->addWidget(m_export);
    connect(m_export, &QPushButton::clicked, this, &ReportPage::exportRequested);
    connect(m_save, &QPushButton::clicked, this, &ReportPage::saveReportRequested);
    connect(m_copy, &QPushButton::clicked, this, &ReportPage::copyCommandRequested);
    return box;
}

void ReportPage::setReport(const ValidationReport& report)
{
    m_report = report;
    const QSignalBlocker quietCosine(m_minCosine), quietFloors(m_floors);
    m_minCosine->setValue(report.thresholds.minCosine);
    m_floors->setChecked(report.thresholds.floorsPerWidth);
    std::vector<ChartPoint> errors;
    errors.reserve(report.tensors.size());
    for (const TensorReport& tensor : report.tensors)
        errors.push_back({double(errors.size() + 1), tensor.relRmse, tensor.name});
    m_chart->setPoints(std::move(errors));
    showReport(*m_report);
}

void ReportPage::clear()
{
    m_report.reset();
    m_verdict->setReport(nullptr);
    m_model->setTensors({});
    m_chart->clear();
    for (QLabel* label :
        {m_before, m_after, m_ratio, m_bits, m_cosine, m_rmse, m_sqnr, m_seconds, m_output})
        label->clear();
    for (QWidget* control : std::initializer_list<QWidget*>{m_minCosine, m_floors, m_save, m_copy})
        control->setEnabled(false);
}

void ReportPage::setExportable(bool exportable, const QString& why)
{
    m_export->setEnabled(exportable);
    m_export->setToolTip(exportable ? tr("Save the very file that was validated") : why);
}

void ReportPage::judgeAgain()
{
    if (!m_report)
        return;
    m_report->thresholds = {m_minCosine->value(), m_floors->isChecked()};
    summarise(*m_report);
    showReport(*m_report);
    Q_EMIT thresholdsChanged(m_report->thresholds);
}

void ReportPage::showReport(const ValidationReport& report)
{
    m_verdict->setReport(&report);
    m_model->setTensors(report.tensors);
    showTotals(report.summary);
    m_output->setText(report.output.isEmpty() ? tr("none, this was a trial")
                                              : printable(QFileInfo(report.output).fileName()));
    m_output->setToolTip(plainTip(printable(report.output, 1000)));
    for (QWidget* control : std::initializer_list<QWidget*>{m_minCosine, m_floors, m_save, m_copy})
        control->setEnabled(true);
}

void ReportPage::showTotals(const ReportSummary& summary)
{
    m_before->setText(bytesText(summary.bytesBefore));
    m_after->setText(bytesText(summary.bytesAfter) + QStringLiteral(" (")
        + changeText(summary.bytesBefore, summary.bytesAfter) + u')');
    m_ratio->setText(ratioText(summary.compressionRatio));
    m_bits->setText(bitsPerWeightText(summary.bitsPerWeight));
    m_cosine->setText(cosineText(summary.cosine));
    m_rmse->setText(QLocale().toString(summary.relRmse, 'f', 5));
    m_sqnr->setText(decibelText(summary.sqnrDb));
    m_seconds->setText(durationText(summary.seconds));
}

} // namespace aq
