#include "core/jobs/repair_job.h"

#include "core/io/file_stamp.h"
#include "core/jobs/job_parts.h"
#include "core/jobs/raise.h"
#include "core/jobs/repaired_file.h"

#include <QElapsedTimer>

namespace aq {
namespace {

JobEnd endWith(const Error& error)
{
    return error.code == ErrorCode::Cancelled ? JobEnd(Cancelled{}) : failedWith(error);
}

/// A report of another model, or of another plan, says nothing about this file.
bool isAbout(const ValidationReport& report, const ModelHeader& header)
{
    if (report.tensors.size() < header.tensors.size())
        return false;
    for (std::size_t i = 0; i < header.tensors.size(); ++i)
        if (report.tensors[i].name != header.tensors[i].name)
            return false;
    return true;
}

} // namespace

std::optional<Recipe> raisedRecipe(
    const ModelHeader& header, const QuantPlan& plan, const ValidationReport& report)
{
    std::vector<Raise> raises;
    for (const std::size_t tensor : missedTensors(report))
        if (tensor < plan.tensors.size())
            if (auto raise = nextRaise(header, plan, tensor, plan.tensors[tensor]))
                raises.push_back(*std::move(raise));
    if (raises.empty())
        return {};
    return withRaises(plan.recipe, header, raises);
}

/// Raises are rules of the recipe: no other file has the same.
bool isReplaced(const ValidationReport& before, const ValidationReport& after)
{
    return before.recipe != after.recipe;
}

JobEnd repairModel(const RepairRequest& asked, const JobControl& control)
{
    QElapsedTimer clock;
    clock.start();
    RepairRequest request = asked;
    request.job.overwrite = true; // That is what a repair is.
    const QuantizeRequest& job = request.job;
    if (!isAbout(request.report, job.source.header()))
        return failedWith({ErrorCode::InvalidPlan,
            QStringLiteral("the report is about another model"), job.output});
    const auto finished = openModel(job.output);
    if (!finished)
        return failedWith(finished.error());
    auto repaired = repairedFile(request, *finished, control);
    if (!repaired)
        return endWith(repaired.error());
    if (!*repaired)
        return Finished{request.report, job.output};
    RepairedFile& file = **repaired;
    if (control.cancelled())
        return Cancelled{};
    if (!areUnchanged(stampsOf(*finished)))
        return failedWith({ErrorCode::WriteFailed,
            QStringLiteral("was changed by something else while it was repaired"), job.output});
    if (const auto committed = file.writer->commit(); !committed)
        return failedWith(committed.error());
    file.report.summary.seconds = double(clock.nsecsElapsed()) / 1e9;
    return Finished{std::move(file.report), job.output};
}

} // namespace aq
