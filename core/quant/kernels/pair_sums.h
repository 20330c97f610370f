#pragma once
#include "core/quant/kernels/kernels.h"

#include <algorithm>
#include <cmath>

/// Sums over pairs (x, y) and their errors e = y - x. Stretches of 256 pairs are summed in float,
/// in 16 lanes, and the lanes of all stretches in double; a stretch of weights so large or small
/// that floats would not do is summed in double. Every instruction set adds in this order.
namespace aq {

constexpr std::size_t stretchPairs = 256;
constexpr std::size_t stretchLanes = 16; ///< Pair i of a stretch goes to lane i % 16.

/// What floats can tell of one stretch.
struct StretchSums {
    enum Sum { XX, XE, EE, E, Count };
    alignas(64) float sums[Count][stretchLanes] = {};
    float maxError = 0, peak = 0;
};

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

/// Sum of 16 lanes: 8, 4, 2, 1.
template <typename T>
T halvedLanes(T (&lanes)[stretchLanes])
{
    for (std::size_t half = stretchLanes / 2; half > 0; half /= 2)
        for (std::size_t i = 0; i < half; ++i)
            lanes[i] += lanes[i + half];
    return lanes[0];
}

/// True when no sum overflowed, and what underflowed is too little to be missed: all squares of
/// 256 errors below 2^-63 together are less than 2^-18 times that of one of 2^-50.
inline bool isWithinFloats(const StretchSums& s)
{
    const bool isNothing = s.peak == 0 && s.maxError == 0;
    const bool isPeakOrdinary = s.peak >= 0x1p-40f && s.peak <= 0x1p40f;
    const bool isErrorOrdinary
        = s.maxError == 0 || (s.maxError >= 0x1p-50f && s.maxError <= 0x1p40f);
    return isNothing || (isPeakOrdinary && isErrorOrdinary);
}

/// Adds up stretches.
struct PairTotals {
    alignas(64) double lanes[StretchSums::Count][stretchLanes] = {};
    PairSums outside; ///< Of stretches that are not isWithinFloats().
    float maxError = 0, peak = 0;

    PairSums sum()
    {
        const double xx = halvedLanes(lanes[StretchSums::XX]);
        const double xe = halvedLanes(lanes[StretchSums::XE]);
        const double ee = halvedLanes(lanes[StretchSums::EE]);
        const double e = halvedLanes(lanes[StretchSums::E]);
        PairSums all{
            xx, xx + 2 * xe + ee, xx + xe, ee, e, double(maxError), double(peak)}; // y = x + e
        merge(all, outside);
        return all;
    }
};

/// The order for everything outside: pair after pair.
inline void addOutside(PairTotals& totals, std::span<const float> x, const float* y)
{
    for (std::size_t i = 0; i < x.size(); ++i)
        addPair(totals.outside, double(x[i]), double(y[i]));
}

} // namespace aq
