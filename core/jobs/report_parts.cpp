#include "core/jobs/report_parts.h"

#include "core/jobs/job_parts.h"

#include <QSet>

namespace aq {
namespace {

QString reasonFor(const TensorPlan& wish, const TensorOutcome& outcome)
{
    if (!outcome.fellBack)
        return reasonText(wish);
    return outcome.done.isCopy() ? QStringLiteral("fallback: values outside F16")
                                 : QStringLiteral("fallback: scale outside F16");
}

QString schemeText(const TensorTask& task)
{
    if (task.scheme)
        return QString::fromLatin1(task.scheme->id);
    return task.floats ? QString::fromLatin1(nameOf(*task.floats)).toLower()
                       : QStringLiteral("keep");
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

/// The status that follows from what was done, where the file alone cannot tell: floats that a
/// decoded target left as they were are quantized all the same.
void correctStatus(TensorReport& tensor, const TensorOutcome& outcome)
{
    if (outcome.failure) {
        tensor.status = Status::Failed;
        tensor.message = outcome.failure->detail + QStringLiteral("; kept as in the source");
    } else if (!outcome.done.isCopy() && tensor.status == Status::Kept) {
        tensor.status = Status::Passed; // Judged anew by summarise().
    } else if (outcome.done.isCopy() && tensor.status != Status::Kept
        && tensor.status != Status::Failed) {
        tensor.status = Status::Failed;
        tensor.message = QStringLiteral("its bytes differ from the source");
    }
}

} // namespace

ValidationReport measuredReport(const std::vector<TensorOutcome>& outcomes)
{
    ValidationReport report;
    report.tensors.reserve(outcomes.size());
    report.program = programText();
    for (const TensorOutcome& outcome : outcomes) {
        report.tensors.push_back(measuredTensor(outcome));
        report.summary.bytesAfter += report.tensors.back().bytesAfter;
    }
    return report;
}

void addDecision(TensorReport& tensor, const TensorPlan& wish, const TensorOutcome& outcome)
{
    tensor.reason = reasonFor(wish, outcome);
    tensor.scheme = schemeText(outcome.done);
    correctStatus(tensor, outcome);
}

void addDecisions(
    ValidationReport& report, const QuantPlan& plan, const std::vector<TensorOutcome>& outcomes)
{
    Q_ASSERT(report.tensors.size() >= outcomes.size());
    report.recipe = plan.recipe;
    QSet<QString> texts; // Thousands of tensors have the same few, held once.
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        TensorReport& tensor = report.tensors[i];
        addDecision(tensor, plan.tensors[i], outcomes[i]);
        tensor.reason = *texts.insert(tensor.reason);
        tensor.scheme = *texts.insert(tensor.scheme);
    }
    summarise(report);
}

} // namespace aq
