#include "core/jobs/repair_choice.h"

#include "core/jobs/file_size.h"
#include "core/jobs/halving.h"
#include "core/jobs/job_parts.h"
#include "core/jobs/raise.h"
#include "core/jobs/report_parts.h"

#include <QSet>
#include <span>

namespace aq {
namespace {

/// Bytes that a rule of its own takes in the recipe of a file's metadata, at least: formats may
/// escape it, or hold the recipe twice.
std::int64_t ruleBytes(const QString& name, const Action& action)
{
    static const qsizetype without = toJson(Recipe()).size();
    Recipe recipe;
    recipe.overrides = {{name, action, true}};
    return toJson(recipe).size() - without;
}

/// The search for one request: a plan that becomes better round by round.
class ChoiceSearch {
public:
    ChoiceSearch(const RepairRequest& request, const JobControl& control)
        : m_request(request)
        , m_header(request.job.source.header())
        , m_control(control)
        , m_choice{request.job.plan, false}
    {
    }
    Result<RepairChoice> run();

private:
    std::vector<Raise> raisesOf(const std::vector<std::size_t>& missed) const;
    Result<std::int64_t> plannedBytes() const;
    Result<std::int64_t> slack() const;
    void leaveOut(std::vector<Raise>& raises, std::int64_t room) const;
    Result<bool> fits(const Recipe& before, std::span<const Raise> raises);
    Result<void> take(std::vector<Raise>& raises);
    Result<std::vector<std::size_t>> stillMissed(const std::vector<Raise>& raises) const;

    const RepairRequest& m_request;
    const ModelHeader& m_header;
    const JobControl& m_control;
    RepairChoice m_choice;
    std::int64_t m_surplus = 0; ///< Of the finished file over its plan: what fell back in it.
};

std::vector<Raise> ChoiceSearch::raisesOf(const std::vector<std::size_t>& missed) const
{
    std::vector<Raise> raises;
    for (const std::size_t tensor : missed) {
        if (tensor >= m_header.tensors.size()) // Only the written file has it.
            continue;
        if (auto raise = nextRaise(m_header, m_choice.plan, tensor, m_choice.plan.tensors[tensor]))
            raises.push_back(*std::move(raise));
    }
    return raises;
}

Result<std::int64_t> ChoiceSearch::plannedBytes() const
{
    QuantizeRequest job = m_request.job;
    job.plan = m_choice.plan;
    return outputFileBytes(job);
}

/// Bytes that the file of the plan as it is leaves of the budget.
Result<std::int64_t> ChoiceSearch::slack() const
{
    const auto bytes = plannedBytes();
    return bytes ? Result<std::int64_t>(m_request.budget - *bytes - m_surplus) : bytes.error();
}

/// Takes out those of `raises` that find no room among those before them.
void ChoiceSearch::leaveOut(std::vector<Raise>& raises, std::int64_t room) const
{
    QSet<QString> known;
    for (const Rule& rule : m_choice.plan.recipe.overrides)
        known.insert(rule.pattern);
    std::erase_if(raises, [&](const Raise& raise) {
        const QString& name = m_header.tensors[raise.tensor].name;
        const std::int64_t more = raise.plan.outputBytes
            - m_choice.plan.tensors[raise.tensor].outputBytes
            + (known.contains(name) ? 0 : ruleBytes(name, raise.action));
        const bool isIn = more <= room;
        room -= isIn ? more : 0;
        return !isIn;
    });
}

/// Plans the raises on top of `before`, and tells whether that file keeps the budget.
Result<bool> ChoiceSearch::fits(const Recipe& before, std::span<const Raise> raises)
{
    if (m_control.cancelled())
        return Error{ErrorCode::Cancelled, QStringLiteral("repair was cancelled"), {}};
    auto plan = makePlan(m_header, withRaises(before, m_header, {raises.begin(), raises.end()}));
    if (!plan)
        return plan.error();
    m_choice.plan = *std::move(plan);
    if (m_request.budget <= 0)
        return true;
    const auto room = slack();
    return room ? Result<bool>(*room >= 0) : room.error();
}

/// Leaves those of `raises` that fit, and makes them part of the plan. What the metadata takes in
/// the end only the file's layout knows: where all do not fit, as many of the first as do are found
/// by halving, for each try plans the whole model.
Result<void> ChoiceSearch::take(std::vector<Raise>& raises)
{
    if (m_request.budget > 0) {
        const auto room = slack();
        if (!room)
            return room.error();
        leaveOut(raises, *room);
    }
    const Recipe before = m_choice.plan.recipe;
    QuantPlan best = m_choice.plan;
    const auto taken = mostThatFit(raises.size(), [&](std::size_t count) -> Result<bool> {
        auto fitting = fits(before, std::span(raises).first(count));
        if (fitting && *fitting)
            best = std::move(m_choice.plan);
        return fitting;
    });
    if (!taken)
        return taken.error();
    raises.erase(raises.begin() + std::ptrdiff_t(*taken), raises.end());
    m_choice.plan = std::move(best);
    m_choice.isChanged = m_choice.isChanged || !raises.empty();
    return {};
}

/// Those of the raised tensors that miss a limit all the same, in their order.
Result<std::vector<std::size_t>> ChoiceSearch::stillMissed(const std::vector<Raise>& raises) const
{
    std::vector<TensorTask> tasks;
    for (const Raise& raise : raises) {
        auto task = quantizeTask(m_header, raise.tensor, m_choice.plan.tensors[raise.tensor],
            *m_choice.plan.target, m_request.job.importance.get());
        if (!task)
            return task.error().in(m_request.job.source.path());
        if (!task->isCopy())
            tasks.push_back(*std::move(task));
    }
    if (tasks.empty()) // All are kept now.
        return std::vector<std::size_t>();
    TensorPipeline pipeline({.source = m_request.job.source,
                                .tasks = std::move(tasks),
                                .writer = nullptr,
                                .limits = m_request.job.limits,
                                .stage = QStringLiteral("repair")},
        m_control);
    if (const auto end = endOf(pipeline))
        return errorOf(*end);
    ValidationReport measured = measuredReport(pipeline.outcomes());
    measured.thresholds = m_request.report.thresholds;
    summarise(measured);
    std::vector<std::size_t> missed;
    for (const std::size_t i : missedTensors(measured))
        missed.push_back(pipeline.outcomes()[i].done.index);
    return missed;
}

Result<RepairChoice> ChoiceSearch::run()
{
    const auto planned = plannedBytes();
    if (!planned)
        return planned.error();
    m_surplus = m_request.report.summary.bytesAfter - *planned;
    std::vector<std::size_t> missed = missedTensors(m_request.report);
    while (!missed.empty()) {
        std::vector<Raise> raises = raisesOf(missed);
        if (auto taken = take(raises); !taken)
            return taken.error();
        if (raises.empty())
            break;
        auto left = stillMissed(raises);
        if (!left)
            return left.error();
        missed = *std::move(left);
    }
    return std::move(m_choice);
}

} // namespace

Result<RepairChoice> chooseRepair(const RepairRequest& request, const JobControl& control)
{
    return ChoiceSearch(request, control).run();
}

} // namespace aq
