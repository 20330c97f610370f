#include "core/analysis/metrics.h"

#include "core/quant/kernels/kernels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace aq {

void ErrorSums::add(std::span<const float> x, std::span<const float> y)
{
    const PairSums sums = kernels().pairSums(x, y.data());
    merge({std::int64_t(x.size()), sums.xx, sums.yy, sums.xy, sums.dd, sums.d, sums.maxError,
        sums.peak});
}

void ErrorSums::merge(const ErrorSums& next)
{
    count += next.count;
    xx += next.xx;
    yy += next.yy;
    xy += next.xy;
    dd += next.dd;
    d += next.d;
    maxError = std::max(maxError, next.maxError);
    peak = std::max(peak, next.peak);
}

double cosine(const ErrorSums& sums)
{
    if (sums.dd == 0)
        return 1;
    if (sums.xx == 0 || sums.yy == 0)
        return 0;
    return std::clamp(sums.xy / (std::sqrt(sums.xx) * std::sqrt(sums.yy)), -1.0, 1.0);
}

double relRmse(const ErrorSums& sums)
{
    if (sums.dd == 0)
        return 0;
    return std::sqrt(sums.dd / sums.xx); // Division by zero is the infinity that was promised.
}

double sqnrDb(const ErrorSums& sums)
{
    if (sums.dd == 0)
        return std::numeric_limits<double>::infinity();
    return 10 * std::log10(sums.xx / sums.dd);
}

} // namespace aq
