#include "app/queue_rows.h"

#include "app/output_name.h"
#include "core/validate/validate.h"
#include "ui/text/job_text.h"
#include "ui/text/type_text.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace aq {
namespace {

/// A full disk is no tensor's fault.
qsizetype failedTensors(const std::vector<Error>& errors)
{
    return std::ranges::count_if(errors, [](const Error& error) {
        return error.code == ErrorCode::Unsupported || error.code == ErrorCode::Corrupt
            || error.code == ErrorCode::NotReadable;
    });
}

QString stateLine(const QueueRow& row, const QueuedJob& job)
{
    if (row.state == JobState::Running && !row.stopping)
        return job.progress.stage.isEmpty() ? JobQueue::tr("Opening")
                                            : stageText(job.progress.stage);
    const QString state = stateText(row);
    if (job.missing && !job.written.isEmpty())
        return JobQueue::tr("%1: its file is not there", "state").arg(state);
    const bool failed = row.state == JobState::Paused && !job.errors.empty();
    if (row.outcome.isEmpty() || !(hasEnded(row.state) || failed))
        return state;
    return row.state == JobState::Cancelled
        ? row.outcome // It says so itself.
        : JobQueue::tr("%1: %2", "state: outcome").arg(state, row.outcome);
}

} // namespace

QueueRow rowOf(const JobQueue& queue, const QueuedJob& job)
{
    const JobSpec& spec = job.item.spec;
    QueueRow row;
    row.id = job.id();
    row.kind = spec.kind;
    row.state = job.state();
    row.stopping = job.stopping;
    row.held = queue.isHeld() && !job.urgent;
    row.exporting = job.exporting;
    row.repairing = job.repairing;
    row.unexported = job.hasUnexported();
    row.hasFile = !job.written.isEmpty();
    row.hasReport = job.hasReport();
    row.otherModel = job.otherModel;
    row.model = QFileInfo(QDir::cleanPath(spec.model)).fileName();
    row.modelPath = spec.model;
    row.setting = settingTitle(spec.recipe);
    row.target = targetTitle(spec.recipe.target);
    row.output = job.exported ? job.written : spec.output;
    row.fraction = aq::fraction(job.progress);
    row.bytesPerSecond = job.bytesPerSecond;
    row.secondsLeft = job.secondsLeft;
    row.seconds = job.seconds;
    row.bytesAfter = job.item.bytesAfter;
    row.relRmse = job.item.relRmse;
    row.passed = job.item.passed;
    row.outcome = job.item.outcome;
    return row;
}

JobFigures figuresOf(const JobQueue& queue, const QueuedJob& job)
{
    const QueueRow row = rowOf(queue, job);
    return {.title = job.title,
        .state = stateLine(row, job),
        .isTrial = row.kind == JobKind::Measure,
        .hasEnded = hasEnded(row.state),
        .hasFinished = row.state == JobState::Finished,
        .progress = job.progress,
        .seconds = job.seconds,
        .bytesPerSecond = job.bytesPerSecond,
        .secondsLeft = job.secondsLeft,
        .tensors = job.tensors,
        .failures = failedTensors(job.errors)};
}

std::vector<TensorDone> doneOf(const QueuedJob& job)
{
    std::vector<TensorDone> done;
    if (!job.report)
        return done;
    done.reserve(job.report->tensors.size());
    for (const TensorReport& tensor : job.report->tensors)
        done.push_back(doneEvent(std::int64_t(done.size()), tensor));
    return done;
}

std::vector<ChartPoint> ratesOf(const QueuedJob& job)
{
    std::vector<ChartPoint> points;
    points.reserve(job.rates.size());
    for (const RateSample& sample : job.rates)
        points.push_back({sample.seconds, sample.bytesPerSecond, {}});
    return points;
}

QueueTotals totalsOf(const JobQueue& queue)
{
    QueueTotals totals;
    for (qsizetype row = 0; row < queue.size(); ++row) {
        const QueuedJob& job = queue.at(row);
        totals.bytesPerSecond += job.bytesPerSecond;
        totals.running += job.state() == JobState::Running;
        totals.waiting += job.state() == JobState::Waiting;
        totals.paused += job.state() == JobState::Paused;
        totals.ended += hasEnded(job.state());
    }
    totals.fraction = queue.fraction();
    totals.held = queue.isHeld();
    return totals;
}

} // namespace aq
