#include "app/job_hands.h"
#include "app/job_queue.h"
#include "ui/text/units.h"

namespace aq {

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
    item.outcome = item.passed
        ? tr("All tensors passed")
        : tr("%n tensors missed a limit", nullptr, int(report.summary.failures.size()));
    note(*repaired, tr("Repaired: %1, %2").arg(item.outcome, bytesText(item.bytesAfter)));
    saveSoon();
    Q_EMIT changed(id);
    settleSoon();
}

} // namespace aq
