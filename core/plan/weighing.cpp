#include "core/plan/weighing.h"

namespace aq {
namespace {

bool isQuantized(const TensorPlan& plan)
{
    return plan.scheme && QLatin1StringView(plan.scheme->family) != QLatin1StringView("float");
}

std::int64_t columnsOf(const TensorInfo& tensor, const TensorPlan& plan)
{
    return matrixOf(plan.storedShape.empty() ? tensor.shape : plan.storedShape).columns;
}

/// Counts a tensor that the matrix speaks of.
void count(Weighing& weighing, const TensorInfo& tensor, const TensorPlan& plan,
    const ImportanceMatrix& importance)
{
    const std::int64_t columns = columnsOf(tensor, plan);
    const auto known = std::int64_t(importance.columns[tensor.name].size());
    if (known == 0 || columns % known != 0)
        ++weighing.misfits;
    else if (importance.forTensor(tensor.name, columns).empty())
        ++weighing.silent;
    else if (!weighsColumns(*plan.scheme, plan.options))
        ++weighing.ignored;
    else
        ++weighing.weighed;
}

} // namespace

Weighing weighingOf(
    const ModelHeader& header, const QuantPlan& plan, const ImportanceMatrix& importance)
{
    Weighing weighing;
    for (std::size_t i = 0; i < plan.tensors.size(); ++i) {
        if (!isQuantized(plan.tensors[i]))
            continue;
        ++weighing.quantized;
        if (importance.columns.contains(header.tensors[i].name))
            count(weighing, header.tensors[i], plan.tensors[i], importance);
    }
    return weighing;
}

} // namespace aq
