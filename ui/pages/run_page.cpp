#include "ui/pages/run_page.h"

#include "core/base/printable.h"
#include "ui/charts/chart_panel.h"
#include "ui/text/error_text.h"
#include "ui/text/job_text.h"
#include "ui/text/units.h"
#include "ui/widgets/elided_label.h"

#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

constexpr int steps = 1000;
constexpr double megabyte = 1e6;

QLabel* valueLabel(const QString& description)
{
    auto* label = new ElidedLabel;
    label->setAccessibleDescription(description); // The text is its name, and changes.
    return label;
}

QString endText(const JobEnd& end)
{
    if (const auto* failed = std::get_if<Failed>(&end)) {
        const ErrorText text = errorText(failed->error);
        const QString first
            = text.where.isEmpty() ? text.reason : text.where + QStringLiteral(" – ") + text.reason;
        const int tensors = int(failed->errors.size());
        return tensors > 1 ? RunPage::tr("Errors: %1. First: %2").arg(tensors).arg(first)
                           : text.headline + u' ' + first;
    }
    if (std::holds_alternative<Cancelled>(end))
        return RunPage::tr("Cancelled. Nothing was kept.");
    const ReportSummary& summary = std::get<Finished>(end).report.summary;
    return summary.passed
        ? RunPage::tr("Finished: all tensors passed.")
        : RunPage::tr("Finished. Tensors that missed a limit: %1; see the report.")
              .arg(summary.failures.size());
}

/// A full disk is no tensor's fault.
qsizetype failedTensors(const Failed& failed)
{
    return std::ranges::count_if(failed.errors, [](const Error& error) {
        return error.code == ErrorCode::Unsupported || error.code == ErrorCode::Corrupt
            || error.code == ErrorCode::NotReadable;
    });
}

} // namespace

RunPage::RunPage(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(tr("No job has run yet")))
    , m_state(valueLabel(QStringLiteral("status")))
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_report(new QPushButton(tr("Show report")))
    , m_plan(new QPushButton(tr("Back to the plan")))
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_title->setFont(large);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAccessibleDescription(QStringLiteral("job title"));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state->setText(tr("Quantize or try a plan, and watch it here."));
    m_state->setWordWrap(true);
    m_progress->setRange(0, steps);
    m_progress->setAccessibleName(tr("Progress of the job"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setEnabled(false);
    m_report->setEnabled(false);

    auto* bar = new QHBoxLayout;
    bar->addWidget(m_progress, 1);
    bar->addWidget(m_cancel);
    bar->addWidget(m_report);
    bar->addWidget(m_plan);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    layout->addLayout(bar);
    layout->addWidget(makeFigures());
    layout->addWidget(makeCharts(), 1);

    connect(m_cancel, &QPushButton::clicked, this, &RunPage::cancelRequested);
    connect(m_report, &QPushButton::clicked, this, &RunPage::reportRequested);
    connect(m_plan, &QPushButton::clicked, this, &RunPage::planRequested);
}

QWidget* RunPage::makeFigures()
{
    auto* box = new QWidget;
    auto* columns = new QHBoxLayout(box);
    columns->setContentsMargins(0, 0, 0, 0);
    QFormLayout* form = nullptr;
    const auto add = [&](QLabel*& label, const QString& title, const char* description) {
        label = valueLabel(QLatin1StringView(description));
        auto* caption = new QLabel(title);
        caption->setBuddy(label);
        form->addRow(caption, label);
        return caption;
    };
    const auto column = [&](int stretch) {
        form = new QFormLayout;
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        columns->addLayout(form, stretch);
    };
    column(2);
    add(m_tensor, tr("Tensor:"), "current tensor");
    m_bytesCaption = add(m_bytes, tr("Read:"), "bytes done");
    m_bytesCaption->setToolTip(tr("A quantization reads the source twice: the second time to "
                                  "compare it with what was written"));
    column(1);
    add(m_rate, tr("Rate:"), "rate");
    add(m_ratio, tr("Compression so far:"), "compression so far");
    column(1);
    add(m_elapsed, tr("Elapsed:"), "elapsed");
    add(m_left, tr("Time left:"), "time left");
    column(1);
    add(m_failures, tr("Failed tensors:"), "failed tensors");
    return box;
}

QWidget* RunPage::makeCharts()
{
    m_throughput = new ChartPanel(
        PlotStyle::Line, {tr("Throughput"), {}, tr("Time (s)"), tr("Source read (MB/s)"), 1, 1});
    m_error = new ChartPanel(PlotStyle::Needles,
        {tr("Error per tensor"), tr("Tensor"), tr("Tensor no."), tr("Relative RMSE"), 0, 5});
    m_compression = new ChartPanel(PlotStyle::Line,
        {tr("Compression"), tr("Tensor"), tr("Tensors finished"), tr("Source ÷ output size"), 0,
            3});
    auto* upper = new QSplitter(Qt::Horizontal);
    upper->addWidget(m_throughput);
    upper->addWidget(m_compression);
    auto* charts = new QSplitter(Qt::Vertical);
    charts->addWidget(upper);
    charts->addWidget(m_error);
    charts->setStretchFactor(0, 1);
    charts->setStretchFactor(1, 1);
    charts->setChildrenCollapsible(false);
    upper->setChildrenCollapsible(false);
    return charts;
}

void RunPage::start(const QString& title, qsizetype tensors)
{
    m_job = title;
    m_title->setText(title);
    m_state->setText(tr("Running"));
    m_progress->setValue(0);
    m_tensors = tensors;
    m_done = m_failed = 0;
    m_bytesBefore = m_bytesAfter = 0;
    m_last = {};
    m_meter.reset();
    m_clock.start();
    for (QLabel* label : {m_tensor, m_bytes, m_rate, m_left, m_elapsed, m_ratio, m_failures})
        label->clear();
    for (ChartPanel* chart : {m_throughput, m_error, m_compression})
        chart->clear();
    m_error->setLargestX(double(tensors));
    m_compression->setLargestX(double(tensors));
    m_cancel->setEnabled(true);
    m_report->setEnabled(false);
}

void RunPage::setProgress(const Progress& progress)
{
    const double seconds = double(m_clock.elapsed()) / 1000;
    m_meter.add(seconds, progress.bytesDone);
    if (const double rate = m_meter.bytesPerSecond(); rate > 0)
        m_throughput->append({seconds, rate / megabyte, {}});
    showFigures(progress);
    m_last = progress;
}

void RunPage::showFigures(const Progress& progress)
{
    m_state->setText(stageText(progress.stage));
    m_progress->setValue(int(steps * fraction(progress)));
    m_tensor->setText(printable(progress.tensor));
    m_tensor->setToolTip(m_tensor->text());
    const bool trial = progress.stage == QLatin1StringView("measure");
    m_bytesCaption->setText(trial ? tr("Read:") : tr("Read (quantize and validate):"));
    m_bytes->setText(
        tr("%1 of %2").arg(bytesText(progress.bytesDone), bytesText(progress.bytesTotal)));
    m_rate->setText(rateText(m_meter.bytesPerSecond(), {}));
    m_elapsed->setText(durationText(double(m_clock.elapsed()) / 1000));
    const auto left = m_meter.secondsLeft(progress.bytesTotal);
    m_left->setText(left ? durationText(*left) : QString());
    m_ratio->setText(
        m_bytesAfter ? ratioText(double(m_bytesBefore) / double(m_bytesAfter)) : QString());
    m_failures->setText(countText(m_failed));
}

/// A second event for the same tensor (validation after quantization) does not count again.
void RunPage::addTensor(const TensorDone& done)
{
    if (m_done >= m_tensors)
        return;
    ++m_done;
    m_bytesBefore += done.bytesBefore;
    m_bytesAfter += done.bytesAfter;
    m_failed += done.error.isEmpty() ? 0 : 1;
    m_error->append({double(m_done), done.relRmse, done.name});
    if (m_bytesAfter > 0)
        m_compression->append(
            {double(m_done), double(m_bytesBefore) / double(m_bytesAfter), done.name});
}

void RunPage::setCancelling()
{
    m_cancel->setEnabled(false);
    m_state->setText(tr("Cancelling…"));
}

void RunPage::finish(const JobEnd& end)
{
    const bool finished = std::holds_alternative<Finished>(end);
    if (const auto* failed = std::get_if<Failed>(&end)) {
        m_title->setText(tr("%1 failed").arg(m_job));
        m_failed = std::max(m_failed, failedTensors(*failed));
    } else if (!finished)
        m_title->setText(tr("%1 was cancelled").arg(m_job));
    if (finished && m_last.bytesTotal > 0)
        m_last.bytesDone = m_last.bytesTotal;
    if (m_clock.isValid())
        showFigures(m_last);
    m_left->clear();
    flush();
    m_state->setText(endText(end));
    m_cancel->setEnabled(false);
    m_report->setEnabled(finished);
}

void RunPage::flush()
{
    for (ChartPanel* chart : {m_throughput, m_error, m_compression})
        chart->flush();
}

} // namespace aq
