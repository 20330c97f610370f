#include "core/validate/size_wish.h"

#include <algorithm>

namespace aq {

std::int64_t bytesOverWish(const ValidationReport& report)
{
    const std::int64_t wished = report.recipe.fitBytes;
    if (wished <= 0 || report.output.isEmpty())
        return 0;
    return std::max<std::int64_t>(0, report.summary.bytesAfter - wished);
}

QString sizeFailure(const ValidationReport& report)
{
    const std::int64_t over = bytesOverWish(report);
    if (over == 0)
        return {};
    return QStringLiteral("the file has %1 bytes, %2 more than the %3 that were asked for")
        .arg(report.summary.bytesAfter)
        .arg(over)
        .arg(report.recipe.fitBytes);
}

qsizetype tensorFailures(const ValidationReport& report)
{
    return std::ranges::count_if(report.tensors, [](const TensorReport& tensor) {
        return tensor.status != Status::Kept && tensor.status != Status::Passed;
    });
}

QStringList fileFailures(const ValidationReport& report)
{
    const QStringList& all = report.summary.failures;
    return all.mid(0, all.size() - tensorFailures(report));
}

} // namespace aq
