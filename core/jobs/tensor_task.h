#pragma once
#include "core/analysis/importance.h"
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
    bool canCopy = true;  ///< The file can hold the tensor as it is, should the task fail.
    bool mayKeep = false; ///< Kept when a value or scale does not fit: nobody asked for this type.
    std::optional<DType> floats
        = {};          ///< Write the (decoded) values as floats of this type, not codes.
    Shape shape = {};  ///< As the file will hold it; empty: the tensor's own.
    QString name = {}; ///< Likewise.
    std::shared_ptr<const std::vector<float>> importance = {}; ///< One h_j per column, or null.

    bool isCopy() const { return !scheme && !floats; }
};

/// The rows that a task reads and encodes its tensor in; for copies, the bytes in one row.
Matrix taskMatrix(const TensorTask& task);

/// One task per tensor of the plan. Unsupported, naming the tensor, when a quantized source cannot
/// be decoded, or not in the rows that the result needs.
/// @param importance  null: every column matters alike
Result<std::vector<TensorTask>> quantizeTasks(
    const ModelHeader& header, const QuantPlan& plan, const ImportanceMatrix* importance = nullptr);

/// The task of one tensor alone. @see quantizeTasks()
Result<TensorTask> quantizeTask(const ModelHeader& header, std::size_t index,
    const TensorPlan& plan, const Target& target, const ImportanceMatrix* importance = nullptr);

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
