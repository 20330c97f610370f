#include "core/jobs/tensor_task.h"

#include "core/base/printable.h"
#include "core/validate/loaded_piece.h"

#include <algorithm>

namespace aq {
namespace {

/// A cast to a float type is no encoding: its result is plain elements.
std::optional<DType> castType(const Scheme& scheme)
{
    if (QLatin1StringView(scheme.family) != QLatin1StringView("float"))
        return {};
    return scheme.codeBits == 32                                    ? DType::F32
        : QLatin1StringView(scheme.id) == QLatin1StringView("bf16") ? DType::BF16
                                                                    : DType::F16;
}

/// Affine schemes only: blocks have no choice of scales.
std::optional<SchemeOptions> widerOptions(const TensorPlan& wish, const Target& target)
{
    SchemeOptions wider = wish.options;
    wider.scaleType = ScaleType::F32;
    wider = target.adjust(wider);
    if (wish.scheme->blockElements || wider == wish.options)
        return {};
    return wider;
}

std::shared_ptr<const std::vector<float>> importanceOf(
    const TensorTask& task, const ImportanceMatrix* importance)
{
    if (!importance)
        return {};
    auto columns = importance->forTensor(task.tensor->name, taskMatrix(task).columns);
    return columns.empty() ? nullptr
                           : std::make_shared<const std::vector<float>>(std::move(columns));
}

/// Whether a tensor may stay as it is when its plan turns out not to fit the values. Not when a
/// person chose the type for it.
bool mayKeep(const TensorInfo& tensor, const TensorPlan& wish)
{
    const bool isWish = wish.reason == Reason::Pattern || wish.reason == Reason::RowOverride;
    return wish.canKeep && !tensor.encoding && !isWish && wish.scheme->blockElements > 0;
}

TensorTask encodeTask(TensorTask task, const TensorPlan& wish, const Target& target,
    const ImportanceMatrix* importance)
{
    task.mayKeep = mayKeep(*task.tensor, wish);
    if (const auto type = castType(*wish.scheme)) {
        task.floats = type;
        return task;
    }
    task.scheme = wish.scheme;
    task.options = wish.options;
    task.wider = widerOptions(wish, target);
    if (target.decoded)
        task.floats = target.decodedType;
    task.importance = importanceOf(task, importance);
    return task;
}

/// Why a quantized source cannot become what the task says; empty: it can.
QString problemOfSource(const TensorTask& task)
{
    const TensorInfo& tensor = *task.tensor;
    if (!tensor.encoding || task.isCopy())
        return {};
    if (QString problem = undecodable(tensor); !problem.isEmpty())
        return problem;
    const Scheme* source = schemeNamed(tensor.encoding->scheme);
    if (source->blockElements == 0 && taskMatrix(task) != codingMatrix(tensor))
        return QStringLiteral("%1 cannot be read in rows of %2 elements")
            .arg(QLatin1StringView(source->id))
            .arg(taskMatrix(task).columns);
    return {};
}

} // namespace

Matrix taskMatrix(const TensorTask& task)
{
    const TensorInfo& tensor = *task.tensor;
    if (task.isCopy())
        return {1, sourceBytes(task)};
    if (!task.shape.empty())
        return matrixOf(task.shape);
    return task.scheme ? matrixOf(tensor.shape) : codingMatrix(tensor);
}

Result<TensorTask> quantizeTask(const ModelHeader& header, std::size_t index,
    const TensorPlan& plan, const Target& target, const ImportanceMatrix* importance)
{
    const TensorInfo& tensor = header.tensors[index];
    TensorTask task{.index = index, .tensor = &tensor};
    task.name = plan.storedName;
    task.canCopy = plan.canKeep;
    task.shape = plan.storedShape;
    if (plan.scheme)
        task = encodeTask(std::move(task), plan, target, importance);
    if (const QString problem = problemOfSource(task); !problem.isEmpty())
        return Error{ErrorCode::Unsupported, problem, printable(tensor.name)};
    return task;
}

Result<std::vector<TensorTask>> quantizeTasks(
    const ModelHeader& header, const QuantPlan& plan, const ImportanceMatrix* importance)
{
    Q_ASSERT(plan.target && plan.tensors.size() == header.tensors.size());
    std::vector<TensorTask> tasks;
    tasks.reserve(header.tensors.size());
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        auto task = quantizeTask(header, i, plan.tensors[i], *plan.target, importance);
        if (!task)
            return task.error();
        tasks.push_back(*std::move(task));
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

TensorTask copyOf(const TensorTask& task)
{
    return {.index = task.index, .tensor = task.tensor, .name = task.name};
}

OutputTensor outputOf(const TensorTask& task)
{
    const TensorInfo& tensor = *task.tensor;
    OutputTensor out{task.name.isEmpty() ? tensor.name : task.name,
        task.floats.value_or(tensor.dtype), tensor.shape, {}};
    if (task.isCopy())
        out.encoding = tensor.encoding;
    if (task.scheme && !task.floats) {
        out.encoding = encodingFor(
            *task.scheme, task.options, task.shape.empty() ? tensor.shape : task.shape);
        out.encoding->shape = task.shape;
    }
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
