#pragma once
#include "core/io/model_writer.h"
#include "core/plan/quant_plan.h"

#include <optional>

namespace aq {

/// What a job does with one tensor of its source. Neither scheme nor floats: the bytes are copied.
struct TensorTask {
    std::size_t index = 0;              ///< Of the tensor in the source's header.
    const TensorInfo* tensor = nullptr; ///< There; it outlives the job.
    const Scheme* scheme = nullptr;     ///< Encode with it.
    SchemeOptions options = {};
    std::optional<SchemeOptions> wider = {}; ///< Options to fall back to when a scale does not fit.
    std::optional<DType> floats
        = {}; ///< Write the (decoded) values as floats of this type, not codes.

    bool isCopy() const { return !scheme && !floats; }
};

/// One task per tensor of the plan. Unsupported when a tensor of the source is quantized already.
Result<std::vector<TensorTask>> quantizeTasks(const ModelHeader& header, const QuantPlan& plan);

/// One task per tensor: quantized ones become floats of `dtype`, the others are copied.
std::vector<TensorTask> dequantizeTasks(const ModelHeader& header, DType dtype);

/// The order in which a safetensors file holds the results: by the size of their elements, largest
/// first, otherwise as they come. Nothing lies between two tensors there, and PyTorch refuses a
/// view of one that does not start at a multiple of its element size.
void orderByAlignment(std::vector<TensorTask>& tasks);

/// The same tensor, its bytes kept as they are in the source.
TensorTask copyOf(const TensorTask& task);

/// How the result of a task lies in the output.
OutputTensor outputOf(const TensorTask& task);

/// Bytes of the source a task reads once: elements, or codes with scales and zeros.
inline std::int64_t sourceBytes(const TensorTask& task) { return task.tensor->bytes(); }
std::int64_t totalBytes(const std::vector<TensorTask>& tasks); ///< Sum of sourceBytes().

} // namespace aq
