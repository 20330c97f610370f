#include "core/jobs/report_parts.h"

#include "core/jobs/job_parts.h"

namespace aq {
namespace {

QString reasonText(const TensorPlan& wish, const TensorOutcome& outcome)
{
    if (outcome.fellBack)
        return QStringLiteral("fallback: scale outside F16");
    const QString id = QString::fromLatin1(reasonId(wish.reason));
    return wish.because.isEmpty() ? id : id + QStringLiteral(": ") + wish.because;
}

QString schemeText(const TensorTask& task)
{
    return task.scheme ? QString::fromLatin1(task.scheme->id) : QStringLiteral("keep");
}

TensorReport measuredTensor(const TensorOutcome& outcome)
{
    const TensorInfo& tensor = *outcome.done.tensor;
    TensorReport report;
    report.name = tensor.name;
    report.scheme = schemeText(outcome.done);
    report.shape = tensor.shape;
    report.parameters = tensor.elements();
    report.bytesBefore = tensor.bytes();
    report.bytesAfter = outputOf(outcome.done).bytes();
    report.sums = outcome.sums;
    report.status = outcome.done.isCopy() ? Status::Kept : Status::Passed;
    return report;
}

} // namespace

ValidationReport measuredReport(const std::vector<TensorOutcome>& outcomes)
{
    ValidationReport report;
    report.program = programText();
    for (const TensorOutcome& outcome : outcomes) {
        report.tensors.push_back(measuredTensor(outcome));
        report.summary.bytesAfter += report.tensors.back().bytesAfter;
    }
    return report;
}

void addDecisions(
    ValidationReport& report, const QuantPlan& plan, const std::vector<TensorOutcome>& outcomes)
{
    Q_ASSERT(report.tensors.size() >= outcomes.size());
    report.recipe = plan.recipe;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        TensorReport& tensor = report.tensors[i];
        tensor.reason = reasonText(plan.tensors[i], outcomes[i]);
        tensor.scheme = schemeText(outcomes[i].done);
        if (!outcomes[i].failure)
            continue;
        tensor.status = Status::Failed;
        tensor.message = outcomes[i].failure->detail + QStringLiteral("; kept as in the source");
    }
    summarise(report);
}

} // namespace aq
