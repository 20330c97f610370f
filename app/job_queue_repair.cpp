#include "app/job_hands.h"
#include "app/job_queue.h"
#include "core/validate/size_wish.h"
#include "ui/text/units.h"

namespace aq {

QString outcomeOf(const ValidationReport& report)
{
    if (report.summary.passed)
        return JobQueue::tr("All tensors passed");
    QStringList wrong;
    if (bytesOverWish(report) > 0)
        wrong << JobQueue::tr("The file is larger than was asked for");
    if (const auto tensors = int(tensorFailures(report)); tensors > 0)
        wrong << JobQueue::tr("%n tensors missed a limit", nullptr, tensors);
    return wrong.join(QStringLiteral("; "));
}

void JobQueue::setRepairing(int id, bool repairing)
{
    QueuedJob* found = job(id);
    if (!found || found->repairing == repairing)
        return;
    found->repairing = repairing;
    Q_EMIT changed(id);
}

void JobQueue::takeRepaired(
    int id, const ValidationReport& report, std::shared_ptr<const QuantPlan> plan)
{
    QueuedJob* repaired = job(id);
    if (!repaired || repaired->item.state != JobState::Finished
        || repaired->written != report.output)
        return;
    QueueItem& item = repaired->item;
    dropReport(*repaired);
    repaired->report = std::make_shared<ValidationReport>(report);
    repaired->plan = std::move(plan);
    keepReport(*repaired);
    item.spec.recipe.overrides = report.recipe.overrides;
    item.passed = report.summary.passed;
    item.bytesAfter = report.summary.bytesAfter;
    item.relRmse = report.summary.relRmse;
    item.outcome = outcomeOf(report);
    note(*repaired, tr("Repaired: %1, %2").arg(item.outcome, bytesText(item.bytesAfter)));
    saveSoon();
    Q_EMIT changed(id);
    settleSoon();
}

} // namespace aq
