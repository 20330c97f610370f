#include "core/jobs/tensor_task.h"

#include "core/base/printable.h"

#include <algorithm>

namespace aq {
namespace {

TensorTask encodeTask(
    std::size_t index, const TensorInfo& tensor, const TensorPlan& wish, const Target& target)
{
    TensorTask task{
        .index = index, .tensor = &tensor, .scheme = wish.scheme, .options = wish.options};
    if (target.decoded)
        task.floats = target.decodedType;
    SchemeOptions wider = wish.options;
    wider.scaleType = ScaleType::F32;
    wider = target.adjust(wider);
    if (wider != wish.options)
        task.wider = wider;
    return task;
}

} // namespace

Result<std::vector<TensorTask>> quantizeTasks(const ModelHeader& header, const QuantPlan& plan)
{
    Q_ASSERT(plan.target && plan.tensors.size() == header.tensors.size());
    std::vector<TensorTask> tasks;
    tasks.reserve(header.tensors.size());
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        const TensorInfo& tensor = header.tensors[i];
        if (tensor.encoding)
            return Error{ErrorCode::Unsupported,
                QStringLiteral("is quantized already (%1): dequantize the model first")
                    .arg(printable(tensor.encoding->scheme)),
                printable(tensor.name)};
        const TensorPlan& wish = plan.tensors[i];
        tasks.push_back(wish.scheme ? encodeTask(i, tensor, wish, *plan.target)
                                    : TensorTask{.index = i, .tensor = &tensor});
    }
    return tasks;
}

std::vector<TensorTask> dequantizeTasks(const ModelHeader& header, DType dtype)
{
    std::vector<TensorTask> tasks;
    tasks.reserve(header.tensors.size());
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        const TensorInfo& tensor = header.tensors[i];
        TensorTask task{.index = i, .tensor = &tensor};
        if (tensor.encoding)
            task.floats = dtype;
        tasks.push_back(task);
    }
    return tasks;
}

void orderByAlignment(std::vector<TensorTask>& tasks)
{
    // Two bytes for a quantized tensor: its scales may be F16, and so may its neighbour's.
    const auto elementBytes = [](const TensorTask& task) {
        const bool isPacked = task.scheme && !task.floats;
        return isPacked ? 2 : bitsOf(task.floats.value_or(task.tensor->dtype)) / 8;
    };
    std::stable_sort(
        tasks.begin(), tasks.end(), [&](const TensorTask& left, const TensorTask& right) {
            return elementBytes(left) > elementBytes(right);
        });
}

TensorTask copyOf(const TensorTask& task) { return {.index = task.index, .tensor = task.tensor}; }

OutputTensor outputOf(const TensorTask& task)
{
    const TensorInfo& tensor = *task.tensor;
    OutputTensor out{tensor.name, task.floats.value_or(tensor.dtype), tensor.shape, {}};
    if (task.scheme && !task.floats)
        out.encoding = encodingFor(*task.scheme, task.options, tensor.shape);
    return out;
}

std::int64_t totalBytes(const std::vector<TensorTask>& tasks)
{
    std::int64_t bytes = 0;
    for (const TensorTask& task : tasks)
        bytes += sourceBytes(task);
    return bytes;
}

} // namespace aq
