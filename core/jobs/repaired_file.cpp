#include "core/jobs/repaired_file.h"

#include "core/base/printable.h"
#include "core/jobs/job_parts.h"
#include "core/jobs/planned_file.h"
#include "core/jobs/preflight.h"
#include "core/jobs/raise.h"
#include "core/jobs/repair_choice.h"
#include "core/jobs/report_parts.h"
#include "core/jobs/source_hash.h"
#include "core/jobs/written_check.h"
#include "core/validate/validate.h"

#include <QHash>
#include <cmath>

namespace aq {
namespace {

/// Both models in one: tensors of the source, and those of the finished file behind them.
OpenedModel joined(const ModelSource& source, const ModelSource& finished)
{
    OpenedModel both = source.opened();
    const int parts = int(both.parts.size());
    const OpenedModel& second = finished.opened();
    both.parts.insert(both.parts.end(), second.parts.begin(), second.parts.end());
    both.files += second.files;
    both.header.tensors.clear();
    for (TensorInfo tensor : second.header.tensors) {
        tensor.data.part += parts;
        if (tensor.encoding)
            for (Blob* blob :
                {&tensor.encoding->codes, &tensor.encoding->scales, &tensor.encoding->zeros})
                blob->part += parts;
        both.header.tensors.push_back(std::move(tensor));
    }
    return both;
}

bool isAlike(const TensorPlan& a, const TensorPlan& b)
{
    return a.scheme == b.scheme && a.options == b.options && a.storedShape == b.storedShape
        && a.storedName == b.storedName;
}

/// Whether a writer that was told of `planned` has to be told that it is `done`.
bool isReplaced(const OutputTensor& planned, const OutputTensor& done)
{
    return planned.encoding.has_value() != done.encoding.has_value()
        || planned.bytes() != done.bytes() || (!done.encoding && planned.dtype != done.dtype);
}

/// What the job noted of a tensor that is as it was.
void carry(const TensorReport& before, TensorReport& now)
{
    now.reason = before.reason;
    now.scheme = before.scheme;
    if (before.status == Status::Failed) {
        now.status = Status::Failed;
        now.message = before.message;
    } else if (now.status == Status::Kept && before.status != Status::Kept) {
        now.status = Status::Passed; // Judged anew by summarise().
    }
}

/// One repair, while its file is being written.
class RepairWrite {
public:
    RepairWrite(const RepairRequest& request, const ModelSource& finished, const QuantPlan& plan,
        const JobControl& control)
        : m_request(request)
        , m_finished(finished)
        , m_control(control)
        , m_job(request.job)
        , m_both(request.job.source.path(), request.job.source.format(),
              joined(request.job.source, finished))
    {
        m_job.plan = plan;
        m_job.thresholds = request.report.thresholds; // Which may have been changed since.
    }
    Result<RepairedFile> run();

private:
    bool isCopied(std::size_t tensor) const
    {
        return isAlike(m_job.plan.tensors[tensor], m_request.job.plan.tensors[tensor]);
    }
    Result<void> takeFromFinished(PlannedFile& file) const;
    Result<TensorTask> copyFrom(const TensorInfo* tensor, const TensorTask& task) const;
    Result<QString> sourceHash() const;
    Result<void> create(const PlannedFile& file);
    Result<ValidationReport> judge(
        const std::vector<TensorOutcome>& outcomes, const JobControl& control) const;

    const RepairRequest& m_request;
    const ModelSource& m_finished;
    const JobControl& m_control;
    QuantizeRequest m_job; ///< As the whole model would be quantized.
    ModelSource m_both;
    std::unique_ptr<ModelWriter> m_writer;
};

/// The copy that stands in for a task. @param tensor  of the finished file; null: it has none
Result<TensorTask> RepairWrite::copyFrom(const TensorInfo* tensor, const TensorTask& task) const
{
    const std::int64_t bytes = m_request.report.tensors[task.index].bytesAfter;
    if (!tensor || tensor->bytes() != bytes)
        return Error{ErrorCode::Corrupt, QStringLiteral("is not what the report is about"),
            printable(task.tensor->name)}
            .in(m_finished.path());
    TensorTask copy{.index = task.index, .tensor = tensor};
    copy.name = outputOf(task).name;
    return copy;
}

Result<void> RepairWrite::takeFromFinished(PlannedFile& file) const
{
    QHash<QString, const TensorInfo*> written;
    for (const TensorInfo& tensor : m_both.header().tensors)
        written.insert(tensor.name, &tensor);
    for (TensorTask& task : file.tasks) {
        if (!isCopied(task.index))
            continue;
        auto copy = copyFrom(written.value(outputOf(task).name), task);
        if (!copy)
            return copy.error();
        task = *std::move(copy);
    }
    return {};
}

/// As the finished file has it: hashing a large source again takes long.
Result<QString> RepairWrite::sourceHash() const
{
    const QString known = m_finished.header().metadata.value(sourceHashKey());
    if (known.size() == SourceHash::placeholder(m_job.source).size())
        return known;
    return SourceHash(m_job.source, m_control.gate).text(m_control.cancelled);
}

Result<void> RepairWrite::create(const PlannedFile& file)
{
    if (auto fits
        = checkOutput(m_job.source, m_job.output, m_job.overwrite, dataBytes(file.manifest));
        !fits)
        return fits;
    auto writer = outputFormat(m_job.plan).create(m_job.output, file.manifest);
    if (!writer)
        return writer.error();
    m_writer = *std::move(writer);
    if (hashesSource(m_job)) {
        const auto hash = sourceHash();
        if (!hash)
            return hash.error();
        if (auto set = m_writer->setMetadata(sourceHashKey(), *hash); !set)
            return set;
    }
    for (std::size_t i = 0; i < file.tasks.size(); ++i) {
        const OutputTensor done = outputOf(file.tasks[i]);
        if (!isReplaced(file.manifest.tensors[i], done))
            continue;
        if (auto replaced = m_writer->replace(i, done); !replaced) // Its values did not fit.
            return replaced;
    }
    return {};
}

Result<ValidationReport> RepairWrite::judge(
    const std::vector<TensorOutcome>& outcomes, const JobControl& control) const
{
    auto report = validateWritten(m_job, m_writer->temporaryPath(), control);
    if (!report)
        return report;
    report->source = m_job.source.path();
    report->output = m_job.output;
    report->recipe = m_job.plan.recipe;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        if (isCopied(i))
            carry(m_request.report.tensors[i], report->tensors[i]);
        else
            addDecision(report->tensors[i], m_job.plan.tensors[i], outcomes[i]);
    summarise(*report);
    return report;
}

Result<RepairedFile> RepairWrite::run()
{
    auto file = plannedFile(m_job, m_job.importance.get());
    if (!file)
        return file.error();
    if (auto taken = takeFromFinished(*file); !taken)
        return taken.error();
    if (auto created = create(*file); !created)
        return created.error();
    JobControl quiet = m_control; // Copies have nothing to tell; raised tensors do when validated.
    quiet.tensorDone = [](const TensorDone&) {};
    const std::int64_t sourceBytes = m_job.plan.bytesBefore;
    TensorPipeline pipeline({.source = m_both,
                                .tasks = std::move(file->tasks),
                                .writer = m_writer.get(),
                                .limits = m_job.limits,
                                .stage = QStringLiteral("repair"),
                                .bytesAfterwards = sourceBytes},
        quiet);
    if (const auto end = endOf(pipeline))
        return errorOf(*end);
    if (auto done = m_writer->finish(); !done)
        return done.error();
    auto report
        = judge(pipeline.outcomes(), laterPart(m_control, pipeline.stageBytes(), sourceBytes));
    if (!report)
        return report.error();
    return RepairedFile{std::move(m_writer), *std::move(report)};
}

} // namespace

Result<RepairedFile> writeRepaired(const RepairRequest& request, const ModelSource& finished,
    const QuantPlan& plan, const JobControl& control)
{
    return RepairWrite(request, finished, plan, control).run();
}

bool isImproved(const ValidationReport& after, const ValidationReport& before)
{
    const auto missed = [](const ValidationReport& report) { return missedTensors(report).size(); };
    const auto error = [](const ValidationReport& report) {
        double sum = 0;
        for (const TensorReport& tensor : report.tensors) // NaN: all of it is lost.
            sum += double(tensor.parameters) * (std::isnan(tensor.relRmse) ? 1 : tensor.relRmse);
        return sum;
    };
    if (missed(after) != missed(before))
        return missed(after) < missed(before);
    return error(after) < error(before);
}

Result<std::optional<RepairedFile>> repairedFile(
    const RepairRequest& request, const ModelSource& finished, const JobControl& control)
{
    JobControl search = control; // How long it takes is not known before.
    search.tensorDone = [](const TensorDone&) {};
    search.progress = [&](const Progress& progress) {
        control.progress({0, 2 * request.job.plan.bytesBefore, progress.stage, progress.tensor});
    };
    const auto choice = chooseRepair(request, search);
    if (!choice)
        return choice.error();
    if (!choice->isChanged)
        return std::optional<RepairedFile>();
    auto file = writeRepaired(request, finished, choice->plan, control);
    if (!file)
        return file.error();
    const bool isTooLarge = request.budget > 0 // What is raised may fall back as well.
        && file->report.summary.bytesAfter > request.budget;
    if (isTooLarge || !isImproved(file->report, request.report))
        return std::optional<RepairedFile>();
    for (std::size_t i = 0; i < choice->plan.tensors.size(); ++i)
        if (!isAlike(choice->plan.tensors[i], request.job.plan.tensors[i]))
            control.tensorDone(doneEvent(std::int64_t(i), file->report.tensors[i]));
    return std::optional(*std::move(file));
}

} // namespace aq
