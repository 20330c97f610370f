#pragma once
#include "core/jobs/tensor_pipeline.h"
#include "core/validate/validation_report.h"

namespace aq {

/// A report made of what the pipeline itself measured: for trials, where there is no file to open.
ValidationReport measuredReport(const std::vector<TensorOutcome>& outcomes);

/// What the job knows of one tensor; summarise() has to follow.
void addDecision(TensorReport& tensor, const TensorPlan& wish, const TensorOutcome& outcome);

/// Adds to a report what only the job knows: why each tensor got its scheme, what fell back, what
/// failed. Judges and sums up anew.
void addDecisions(
    ValidationReport& report, const QuantPlan& plan, const std::vector<TensorOutcome>& outcomes);

} // namespace aq
