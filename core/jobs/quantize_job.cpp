#include "core/base/job_gate.h"
#include "core/jobs/job_output.h"
#include "core/jobs/job_parts.h"
#include "core/jobs/planned_file.h"
#include "core/jobs/repaired_file.h"
#include "core/jobs/report_parts.h"
#include "core/jobs/source_hash.h"
#include "core/jobs/written_check.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <algorithm>

namespace aq {
namespace {

Result<void> writeHash(
    std::optional<SourceHash>& hash, ModelWriter& writer, const JobControl& control)
{
    if (!hash)
        return {};
    const auto text = hash->text(control.cancelled);
    return text ? writer.setMetadata(sourceHashKey(), *text) : text.error();
}

/// A full disk is made room on, one that is gone comes back: the data are as good as before.
bool isOfDisk(const Failed& failed)
{
    const auto isDisk = [](const Error& error) {
        return error.code == ErrorCode::WriteFailed || error.code == ErrorCode::NotReadable;
    };
    return isDisk(failed.error) && std::ranges::all_of(failed.errors, isDisk);
}

/// Nothing was begun: what an earlier run left is as it was.
JobEnd notBegun(const QuantizeRequest& request, const Error& error)
{
    return Failed{error, {error}, !request.journal.isEmpty() && QFileInfo::exists(request.journal)};
}

/// A repair is no part of the job that was asked for: the file that is there is as good as without.
void noteUnrepaired(ValidationReport& report, const Error& error)
{
    report.summary.failures.prepend(
        QStringLiteral("repair: %1; the file is as it was before it").arg(error.detail));
}

/// The job once its file is begun. Every end but a kept one leaves neither it nor its journal.
class QuantizeRun {
public:
    QuantizeRun(const QuantizeRequest& request, const JobControl& control, JobOutput& output)
        : m_request(request)
        , m_control(control)
        , m_output(output)
    {
        if (hashesSource(request))
            m_hash.emplace(request.source, control.gate);
    }
    JobEnd run(std::vector<TensorTask> tasks);

private:
    bool keepUnfinished();
    JobEnd cancelled();
    JobEnd failed(JobEnd end);
    JobEnd endWith(const Error& error);
    Result<ValidationReport> judge(const TensorPipeline& pipeline, std::int64_t sourceBytes);
    Result<std::optional<RepairedFile>> repaired(const ValidationReport& report) const;

    const QuantizeRequest& m_request;
    const JobControl& m_control;
    JobOutput& m_output;
    std::optional<SourceHash> m_hash;
};

bool QuantizeRun::keepUnfinished()
{
    return m_control.gate && m_control.gate->keepsUnfinished() && m_output.keepUnfinished();
}

JobEnd QuantizeRun::cancelled() { return Cancelled{.canResume = keepUnfinished()}; }

JobEnd QuantizeRun::failed(JobEnd end)
{
    auto& failed = std::get<Failed>(end);
    failed.canResume = isOfDisk(failed) && keepUnfinished();
    return end;
}

JobEnd QuantizeRun::endWith(const Error& error)
{
    return error.code == ErrorCode::Cancelled ? cancelled() : failed(failedWith(error));
}

Result<ValidationReport> QuantizeRun::judge(
    const TensorPipeline& pipeline, std::int64_t sourceBytes)
{
    auto report = validateWritten(m_request, m_output.writer().temporaryPath(),
        laterPart(m_control, pipeline.stageBytes(), sourceBytes));
    if (!report)
        return report;
    if (const auto holds = checkResumed(*report, pipeline.outcomes()); !holds)
        return holds.error().in(m_request.output);
    report->source = m_request.source.path();
    report->output = m_request.output;
    addDecisions(*report, m_request.plan, pipeline.outcomes());
    return report;
}

/// The better file that takes the place of the one that was written, if the recipe asks for it.
Result<std::optional<RepairedFile>> QuantizeRun::repaired(const ValidationReport& report) const
{
    const Recipe& recipe = m_request.plan.recipe;
    if (!recipe.repair || report.summary.passed)
        return std::optional<RepairedFile>();
    const auto written = openModel(m_output.writer().temporaryPath());
    if (!written)
        return written.error();
    return repairedFile(
        {.job = m_request, .report = report, .budget = recipe.fitBytes}, *written, m_control);
}

JobEnd QuantizeRun::run(std::vector<TensorTask> tasks)
{
    const std::int64_t sourceBytes = totalBytes(tasks);
    TensorPipeline pipeline(
        {.source = m_request.source,
            .tasks = std::move(tasks),
            .writer = &m_output.writer(),
            .limits = m_request.limits,
            .stage = QStringLiteral("quantize"),
            .bytesAfterwards = sourceBytes,
            .done = m_output.takeDone(),
            .finished = [this](const TensorOutcome& outcome) { m_output.note(outcome); }},
        m_control);
    if (const auto end = endOf(pipeline))
        return std::holds_alternative<Cancelled>(*end) ? cancelled() : failed(*end);
    if (const auto hashed = writeHash(m_hash, m_output.writer(), m_control); !hashed)
        return endWith(hashed.error());
    if (const auto finished = m_output.finish(); !finished)
        return failed(failedWith(finished.error()));
    auto report = judge(pipeline, sourceBytes);
    if (!report)
        return endWith(report.error());
    auto repair = repaired(*report);
    if (m_control.cancelled() || (!repair && repair.error().code == ErrorCode::Cancelled))
        return cancelled();
    if (!repair)
        noteUnrepaired(*report, repair.error());
    std::optional<RepairedFile> better;
    if (repair)
        better = *std::move(repair);
    const auto committed = better ? better->writer->commit() : m_output.commit();
    if (!committed)
        return failedWith(committed.error());
    return Finished{better ? std::move(better->report) : *std::move(report), m_request.output};
}

} // namespace

JobEnd quantizeModel(const QuantizeRequest& request, const JobControl& control)
{
    QElapsedTimer clock;
    clock.start();
    auto file = plannedFile(request, request.importance.get());
    if (!file)
        return notBegun(request, file.error());
    const auto output = JobOutput::start(request, file->manifest, file->tasks);
    if (!output)
        return notBegun(request, output.error());
    JobEnd end = QuantizeRun(request, control, **output).run(std::move(file->tasks));
    if (auto* finished = std::get_if<Finished>(&end))
        finished->report.summary.seconds = double(clock.nsecsElapsed()) / 1e9;
    return end;
}

} // namespace aq
