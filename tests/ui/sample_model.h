#pragma once
#include "core/plan/quant_plan.h"
#include "core/validate/validation_report.h"

namespace aq::test {

/// A header without a file: a UNet-like network of exactly `tensors` tensors in F16, with
/// convolutions, attention, norms and biases, named as in an original SD checkpoint.
ModelHeader sampleHeader(int tensors);

/// A report for `plan`, with errors that follow from the position of the tensor alone: quantized
/// tensor i has relative RMSE 0.01 * (1 + i % 12). Judged by the default thresholds.
ValidationReport sampleReport(const ModelHeader& header, const QuantPlan& plan);

} // namespace aq::test
