#pragma once
#include <cstdint>
#include <span>

namespace aq {

/// Central moments of a stream of values, in double. Values are taken in runs: the sums of each are
/// around its own mean and then moved to the common one, so that nothing cancels.
/// @see Pébay, "Formulas for Robust, One-Pass Parallel Computation of Covariances and Arbitrary-
///      Order Statistical Moments", Sandia report SAND2008-6212, equations 1.5, 1.6 and 2.1
struct Moments {
    std::int64_t count = 0;
    double mean = 0;
    double m2 = 0, m3 = 0, m4 = 0; ///< sum (x - mean)^k
    double min = 0, max = 0;       ///< 0 while there is no value.
    std::int64_t zeros = 0;

    void add(std::span<const float> x); ///< Finite. Best in runs of some thousand.
    void merge(const Moments& next);

    double deviation() const; ///< Of the population.
    double kurtosis() const;  ///< 0 when all values are equal.
};

} // namespace aq
