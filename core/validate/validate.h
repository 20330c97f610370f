#pragma once
#include "core/base/job_control.h"
#include "core/io/model_source.h"
#include "core/plan/quant_plan.h"
#include "core/validate/validation_report.h"

namespace aq {

struct ValidateRequest {
    ModelSource original;
    ModelSource written; ///< Quantized (arrow, safetensors) or dequantized floats.
    Thresholds thresholds;
    int threads = 0;
    const QuantPlan* plan = nullptr; ///< That the file was written by; null: by its metadata.
};

/// Decodes every tensor of the written file and compares it with the source. Missing, extra and
/// mismatched tensors are failures in the report; unreadable files are errors. Memory is bounded
/// by tiles, whatever the model's size.
///
/// Progress has the stage "validate"; TensorDone comes in source order. Both are called from
/// worker threads, one at a time; cancelled() from all of them at once. The numbers do not depend
/// on the number of threads. Reasons (and, for dequantized files, schemes) are those of the recipe
/// in the file's metadata, when it has one and no plan is given.
/// The control's gate says how many threads work.
/// @return Cancelled when control.cancelled() said so; asked before every tile.
Result<ValidationReport> validate(const ValidateRequest& request, const JobControl& control);

/// The event of a finished tensor with the numbers of its report; `index` as in TensorDone.
TensorDone doneEvent(std::int64_t index, const TensorReport& tensor);

} // namespace aq
