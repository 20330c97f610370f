#pragma once
#include <cstdint>
#include <span>

namespace aq {

/// Sums from which every error measure of a tensor follows. Those of 256 elements are added in
/// float, 16 side by side, the rest in double (kernels/pair_sums.h): within 1e-7 of exact ones. The
/// order is fixed and tiles are merged in tile order, so that any machine reproduces a report.
struct ErrorSums {
    std::int64_t count = 0;
    double xx = 0;       ///< sum x^2
    double yy = 0;       ///< sum y^2
    double xy = 0;       ///< sum x*y
    double dd = 0;       ///< sum (x - y)^2
    double d = 0;        ///< sum (y - x): bias * count
    double maxError = 0; ///< max |x - y|
    double peak = 0;     ///< max |x|

    void add(std::span<const float> x, std::span<const float> y); ///< Same length, finite.
    void merge(const ErrorSums& next);
};

/// cos = sum xy / sqrt(sum x^2 * sum y^2), exactly 1 when nothing differs (also for all zeros);
/// 0 when exactly one side is all zeros.
double cosine(const ErrorSums& sums);
/// sqrt(sum (x-y)^2 / sum x^2); 0 when nothing differs; +inf when only x is all zero.
double relRmse(const ErrorSums& sums);
/// -20 log10(relRmse), in dB; +inf when nothing differs; -inf when only x is all zero.
double sqnrDb(const ErrorSums& sums);

} // namespace aq
