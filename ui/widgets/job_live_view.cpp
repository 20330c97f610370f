#include "ui/widgets/job_live_view.h"

#include "core/base/printable.h"
#include "ui/charts/chart_panel.h"
#include "ui/text/job_text.h"
#include "ui/text/units.h"
#include "ui/widgets/elided_label.h"

#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSplitter>
#include <QVBoxLayout>

namespace aq {
namespace {

constexpr int steps = 1000; ///< Of the bar; bytes do not fit its int.
constexpr double megabyte = 1e6;

QLabel* valueLabel(const QString& description)
{
    auto* label = new ElidedLabel;
    label->setAccessibleDescription(description); // The text is its name, and changes.
    return label;
}

} // namespace

JobLiveView::JobLiveView(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel)
    , m_state(valueLabel(QStringLiteral("status")))
    , m_progress(new QProgressBar)
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAccessibleDescription(tr("job title"));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress->setRange(0, steps);
    m_progress->setAccessibleName(tr("Progress of the job"));

    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 2);
    head->addWidget(m_state, 2);
    head->addWidget(m_progress, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(makeFigures());
    layout->addWidget(makeCharts(), 1);
    clear();
}

QWidget* JobLiveView::makeFigures()
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

QWidget* JobLiveView::makeCharts()
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
    m_charts = new QSplitter(Qt::Horizontal); // The lower of both: else it would hold windows open.
    m_charts->addWidget(upper);
    m_charts->addWidget(m_error);
    m_charts->setStretchFactor(0, 1);
    m_charts->setStretchFactor(1, 1);
    m_charts->setChildrenCollapsible(false);
    upper->setChildrenCollapsible(false);
    return m_charts;
}

/// Side by side where there is no height for two rows of charts that can be read.
void JobLiveView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    constexpr int lines = 30, letters = 110; // Of the font.
    const bool isLow = height() < lines * fontMetrics().height()
        && width() > letters * fontMetrics().averageCharWidth();
    m_charts->setOrientation(isLow ? Qt::Horizontal : Qt::Vertical);
}

void JobLiveView::clear() { setJob({.title = tr("No job is selected"), .state = {}}, {}, {}); }

void JobLiveView::setJob(
    const JobFigures& job, std::span<const TensorDone> done, std::span<const ChartPoint> rates)
{
    m_tensors = job.tensors;
    m_done = m_failed = 0;
    m_bytesBefore = m_bytesAfter = 0;
    std::vector<ChartPoint> errors, compression, throughput;
    errors.reserve(done.size());
    compression.reserve(done.size());
    for (const TensorDone& tensor : done) {
        errors.push_back(count(tensor));
        if (const auto point = compressionPoint(tensor))
            compression.push_back(*point);
    }
    throughput.reserve(rates.size());
    for (const ChartPoint& rate : rates)
        throughput.push_back({rate.x, rate.y / megabyte, {}});
    for (ChartPanel* chart : {m_throughput, m_error, m_compression})
        chart->clear();
    m_error->setLargestX(double(m_tensors));
    m_compression->setLargestX(double(m_tensors));
    m_throughput->setPoints(std::move(throughput));
    m_error->setPoints(std::move(errors));
    m_compression->setPoints(std::move(compression));
    setFigures(job);
}

void JobLiveView::setFigures(const JobFigures& job)
{
    if (job.tensors != m_tensors) {
        m_tensors = job.tensors;
        m_error->setLargestX(double(m_tensors));
        m_compression->setLargestX(double(m_tensors));
    }
    m_title->setText(job.title);
    m_state->setText(job.state);
    m_state->setToolTip(job.state);
    m_progress->setValue(int(steps * (job.hasFinished ? 1 : fraction(job.progress))));
    m_tensor->setText(job.hasEnded ? QString() : printable(job.progress.tensor));
    m_tensor->setToolTip(m_tensor->text());
    m_bytesCaption->setText(job.isTrial ? tr("Read:") : tr("Read (quantize and validate):"));
    const bool begun = job.progress.bytesTotal > 0;
    m_bytes->setText(begun
            ? tr("%1 of %2")
                  .arg(bytesText(job.progress.bytesDone), bytesText(job.progress.bytesTotal))
            : QString());
    m_rate->setText(rateText(job.bytesPerSecond, {}));
    m_elapsed->setText(job.seconds > 0 ? durationText(job.seconds) : QString());
    m_left->setText(job.secondsLeft ? durationText(*job.secondsLeft) : QString());
    m_ratio->setText(
        m_bytesAfter ? ratioText(double(m_bytesBefore) / double(m_bytesAfter)) : QString());
    m_failures->setText(
        begun || job.hasEnded ? countText(std::max(m_failed, job.failures)) : QString());
    if (job.hasEnded)
        flush();
}

ChartPoint JobLiveView::count(const TensorDone& done)
{
    ++m_done;
    m_bytesBefore += done.bytesBefore;
    m_bytesAfter += done.bytesAfter;
    m_failed += done.error.isEmpty() ? 0 : 1;
    return {double(m_done), done.relRmse, done.name};
}

std::optional<ChartPoint> JobLiveView::compressionPoint(const TensorDone& done) const
{
    if (m_bytesAfter <= 0)
        return {};
    return ChartPoint{double(m_done), double(m_bytesBefore) / double(m_bytesAfter), done.name};
}

void JobLiveView::addTensor(const TensorDone& done)
{
    m_error->append(count(done));
    if (const auto point = compressionPoint(done))
        m_compression->append(*point);
}

void JobLiveView::addRate(double seconds, double bytesPerSecond)
{
    if (bytesPerSecond > 0)
        m_throughput->append({seconds, bytesPerSecond / megabyte, {}});
}

void JobLiveView::flush()
{
    for (ChartPanel* chart : {m_throughput, m_error, m_compression})
        chart->flush();
}

} // namespace aq
