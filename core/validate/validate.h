#pragma once
#include "core/base/job_control.h"
#include "core/io/model_source.h"
#include "core/validate/validation_report.h"

namespace aq {

struct ValidateRequest {
    ModelSource original;
    ModelSource written; ///< Quantized (arrow, safetensors) or dequantized floats.
    Thresholds thresholds;
    int threads = 0;
};

/// Decodes every tensor of the written file and compares it with the source. Missing, extra and
/// mismatched tensors are failures in the report; unreadable files are errors. Memory is bounded
/// by tiles, whatever the model's size.
Result<ValidationReport> validate(const ValidateRequest& request, const JobControl& control);

} // namespace aq
