#pragma once
#include "core/quant/kernels/kernels.h"

#include <algorithm>
#include <cmath>

namespace aq {

inline void addPair(PairSums& sums, double x, double y)
{
    const double error = y - x;
    sums.xx += x * x;
    sums.yy += y * y;
    sums.xy += x * y;
    sums.dd += error * error;
    sums.d += error;
    sums.maxError = std::max(sums.maxError, std::abs(error));
    sums.peak = std::max(sums.peak, std::abs(x));
}

inline void merge(PairSums& sums, const PairSums& other)
{
    sums.xx += other.xx;
    sums.yy += other.yy;
    sums.xy += other.xy;
    sums.dd += other.dd;
    sums.d += other.d;
    sums.maxError = std::max(sums.maxError, other.maxError);
    sums.peak = std::max(sums.peak, other.peak);
}

/// Adds the last, fewer than 8, pairs to their lanes and all lanes to one: 8, 4, 2, 1.
inline PairSums mergedLanes(PairSums (&lanes)[8], std::span<const float> x, const float* y)
{
    for (std::size_t i = 0; i < x.size(); ++i)
        addPair(lanes[i], double(x[i]), double(y[i]));
    for (int half = 4; half > 0; half /= 2)
        for (int i = 0; i < half; ++i)
            merge(lanes[i], lanes[i + half]);
    return lanes[0];
}

} // namespace aq
