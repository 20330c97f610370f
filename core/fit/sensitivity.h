#pragma once
#include "core/analysis/metrics.h"
#include "core/fit/candidates.h"

#include <memory>

namespace aq {

/// What one candidate costs one tensor, measured on its values.
struct CandidateError {
    ErrorSums sums;   ///< Of the elements that were measured; nothing for candidates that keep.
    double error = 0; ///< sum h_j (x - y)^2 / sum h_j x^2; h_j = 1 without importance.
    double standardError = 0; ///< Of `error`, as sampling makes it uncertain; 0: all were measured.
    /// Why this candidate cannot be chosen, such as a scale that does not fit its type; `error` is
    /// +inf then. Technical English.
    QString problem = {};
};

/// What every candidate costs every tensor of one model: the sensitivity scan's result.
struct Sensitivity {
    struct Tensor {
        double energy = 0; ///< sum x^2 of all its elements, estimated from the sample if sampled.
        std::int64_t elements = 0, measured = 0; ///< `measured` < `elements`: sampled.
        std::vector<CandidateError> candidates;  ///< As in Candidates::tensors.
        /// Of a tensor without candidates: what the base plan's choice costs it.
        CandidateError fixed;
        QString problem; ///< Why it could not be measured (NaN …): it is kept. Technical English.
    };
    std::vector<Tensor> tensors;
    bool isSampled() const;
};
using SensitivityPtr = std::shared_ptr<const Sensitivity>;

} // namespace aq
