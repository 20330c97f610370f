#include "core/jobs/tensor_task.h"

#include "core/base/printable.h"

namespace aq {
namespace {

TensorTask encodeTask(const TensorInfo& tensor, const TensorPlan& wish, const Target& target)
{
    TensorTask task{.tensor = &tensor, .scheme = wish.scheme, .options = wish.options};
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
        tasks.push_back(
            wish.scheme ? encodeTask(tensor, wish, *plan.target) : TensorTask{.tensor = &tensor});
    }
    return tasks;
}

std::vector<TensorTask> dequantizeTasks(const ModelHeader& header, DType dtype)
{
    std::vector<TensorTask> tasks;
    tasks.reserve(header.tensors.size());
    for (const TensorInfo& tensor : header.tensors) {
        TensorTask task{.tensor = &tensor};
        if (tensor.encoding)
            task.floats = dtype;
        tasks.push_back(task);
    }
    return tasks;
}

TensorTask copyOf(const TensorTask& task) { return {.tensor = task.tensor}; }

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
