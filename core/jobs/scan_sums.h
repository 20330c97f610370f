#pragma once
#include "core/fit/sensitivity.h"

#include <span>

namespace aq {

/// What one task is off by on one piece of its tensor.
struct ScanSums {
    ErrorSums sums;
    double weightedError = 0;  ///< sum h_j (x - y)^2
    double weightedEnergy = 0; ///< sum h_j x^2

    /// A strip whose first element has the row-major index `first` in the tensor; `h`: one weight
    /// per column of the tensor's own rows. @pre h is not empty.
    void addWeighted(std::int64_t first, std::span<const float> x, std::span<const float> y,
        std::span<const float> h);
    void merge(const ScanSums& next);
};

/// The error of a tensor from pieces of it, in the order that they are merged in:
///
///     R = sum_i E_i / sum_i W_i       E_i = sum h (x - y)^2,  W_i = sum h x^2 of piece i
///
/// When only n of N pieces were measured, R is the ratio estimator of a cluster sample, with the
/// standard error (Cochran, Sampling Techniques, 3rd ed. 1977, chapter 6)
///
///     s = sqrt((1 - n/N) / (n Wm^2) * sum_i (E_i - R W_i)^2 / (n - 1)),   Wm = sum_i W_i / n
///
/// Evenly spaced pieces are no random ones; where errors drift along the rows they are the better
/// sample, so that s is rather too large. A single piece tells nothing about its error: s = R.
CandidateError candidateError(std::span<const ScanSums> pieces, std::int64_t allPieces);

} // namespace aq
