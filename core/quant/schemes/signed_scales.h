#pragma once
#include "core/quant/kernels/half.h"
#include "core/quant/schemes/block.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

/// Runs of weights that share a signed scale: x' = scale * q with q on a grid that need not be
/// symmetric, so that the sign of the scale decides which end of the grid the peak falls on.
/// This is the meaning; kernels/signed_scales_inl.h does the same for 16 runs side by side.
/// All in float, every operation rounded once, sums in index order. docs/schemes/signed-scales.md
namespace aq {

/// How hard to look for the scale of a run.
struct SignedSearch {
    /// Grid values that the peak of the run is put on, one after the other, none 0. The scale of
    /// each is refitted by least squares; the best fit wins, the first of two. Without importance
    /// none lies half a step or more below the grid.
    std::span<const float> targets;
    int rounds = 0; ///< Of refineBlock().
};

/// Targets `down` below and `up` above 0, whose scales are as far from each other.
struct TargetRange {
    double down[2], up[2]; ///< First and last of each sign, as magnitudes.
};

template <std::size_t below, std::size_t above>
constexpr std::array<float, below + above> evenScales(const TargetRange& range)
{
    std::array<float, below + above> targets{};
    const auto target = [](const double(&ends)[2], std::size_t i, std::size_t count) {
        const double part = double(i) / double(count - 1);
        return float(1 / ((1 - part) / ends[0] + part / ends[1]));
    };
    for (std::size_t i = 0; i < below; ++i)
        targets[i] = -target(range.down, i, below);
    for (std::size_t i = 0; i < above; ++i)
        targets[below + i] = target(range.up, i, above);
    return targets;
}

/// The targets of a format. Where weights matter unequally, the best scale may leave the peak far
/// outside the grid.
struct SignedTargets {
    std::array<float, 1> plain; ///< The peak meets the grid value of largest magnitude.
    std::span<const float> balanced, best, balancedWeighted, bestWeighted;

    constexpr SignedSearch search(Search search, bool isWeighted) const
    {
        switch (search) {
        case Search::None:
            return {plain, 0};
        case Search::Balanced:
            return {isWeighted ? balancedWeighted : balanced, 0};
        case Search::Best:
            break;
        }
        return {isWeighted ? bestWeighted : best, 2};
    }
};

/// Grid of all integers from `low` to `high`.
struct IntegerGrid {
    float low, high;
    float nearest(float z) const { return std::nearbyint(std::min(std::max(z, low), high)); }
};

/// Runs with a smaller peak count as 0: their F16 scale would be 0 whatever the format.
inline constexpr float leastPeak = 0x1p-60f;

/// The value of largest magnitude, the negative one of two; 0 if there is none.
inline float signedPeak(std::span<const float> values)
{
    float least = 0, greatest = 0;
    for (const float value : values) {
        least = std::min(least, value);
        greatest = std::max(greatest, value);
    }
    return -least >= greatest ? least : greatest;
}

/// Weights that share a scale.
template <int length>
struct SignedRun {
    std::array<float, length> x;
    std::array<float, length> h; ///< Importance.
    float inversePeak = 0; ///< 1 / the weight of largest magnitude with h > 0, the negative of two.

    /// @param importance  empty: all alike. All zero likewise.
    SignedRun(std::span<const float> weights, std::span<const float> importance)
    {
        std::copy(weights.begin(), weights.end(), x.begin());
        h.fill(1);
        const auto isPositive = [](float weight) { return weight > 0; };
        if (std::any_of(importance.begin(), importance.end(), isPositive))
            std::copy(importance.begin(), importance.end(), h.begin());
        std::array<float, length> important;
        for (std::size_t i = 0; i < length; ++i)
            important[i] = h[i] > 0 ? x[i] : 0;
        const float peak = signedPeak(important);
        inversePeak = std::abs(peak) >= leastPeak ? 1 / peak : 0;
    }
};

/// Sums of a run whose weights were put on the grid: sum h x q and sum h q^2. The scale that fits
/// these q best is xq / qq, and explains xq^2 / qq of sum h x^2.
struct FitSums {
    float xq = 0, qq = 0;
};

template <typename Grid, int length>
FitSums fitSums(const Grid& grid, const SignedRun<length>& run, float inverseScale)
{
    FitSums sums;
    for (std::size_t i = 0; i < length; ++i) {
        const float q = grid.nearest(run.x[i] * inverseScale);
        sums.xq += run.h[i] * run.x[i] * q;
        sums.qq += run.h[i] * q * q;
    }
    return sums;
}

template <typename Grid, int length>
float bestScale(const Grid& grid, const SignedRun<length>& run, std::span<const float> targets)
{
    float best = 0, scale = 0;
    for (const float target : targets) {
        const FitSums sums = fitSums(grid, run, target * run.inversePeak);
        const float fitted = sums.xq / sums.qq;
        if (fitted * sums.xq > best) { // Not so for 0 / 0.
            best = fitted * sums.xq;
            scale = fitted;
        }
    }
    return scale;
}

/// Scales of the runs of one block as they are stored: d * step.
struct BlockScales {
    std::uint16_t half = 0;        ///< d, in F16.
    float d = 0;                   ///< The same; 0 if it overflows, so that codes are defined.
    std::array<float, 16> steps{}; ///< Integers; as many as the block has runs.
};

inline void setScale(BlockScales& scales, float d)
{
    scales.half = halfFromFloat(d);
    if (scales.half == 0x8000) // -0, which has other bytes than 0.
        scales.half = 0;
    scales.d = (scales.half & 0x7c00) == 0x7c00 ? 0 : floatFromHalf(scales.half);
}

/// An integer in [-levels, levels - 1]; 0 for 0.
inline float stepNear(float value, float levels)
{
    constexpr float rounder = 0x1.8p23f; // nearbyint() of numbers below 2^22.
    return (std::min(std::max(value, -levels), levels - 1) + rounder) - rounder;
}

/// The scale `largest` becomes step -levels, the others the nearest step.
/// @param largest  the one of largest magnitude, the negative one of two
inline BlockScales blockScales(std::span<const float> scales, float largest, float levels)
{
    BlockScales block;
    setScale(block, largest / -levels);
    const float inverse = block.d != 0 ? 1 / block.d : 0;
    for (std::size_t r = 0; r < scales.size(); ++r)
        block.steps[r] = stepNear(scales[r] * inverse, levels);
    return block;
}

/// What scale d * step does to the weights of one run.
struct StepFit {
    float step = 0;
    FitSums sums;
    float gain = 0; ///< How much less sum h (x - x')^2 is than sum h x^2.
};

inline float inverseOf(float value) { return value != 0 ? 1 / value : 0; }

template <typename Grid, int length>
StepFit fitOfStep(const Grid& grid, const SignedRun<length>& run, float d, float step)
{
    const float scale = d * step;
    StepFit fit{step, fitSums(grid, run, inverseOf(scale))};
    fit.gain = scale * (fit.sums.xq + fit.sums.xq - scale * fit.sums.qq);
    return fit;
}

/// The d that fits best when all q stay as they are; `d` itself if there is none.
inline float refittedScale(std::span<const StepFit> fits, float d)
{
    float xq = 0, qq = 0;
    for (const StepFit& fit : fits) {
        xq += fit.step * fit.sums.xq;
        qq += fit.step * fit.step * fit.sums.qq;
    }
    return qq > 0 ? xq / qq : d;
}

inline float gainOf(std::span<const StepFit> fits)
{
    float gain = 0;
    for (const StepFit& fit : fits)
        gain += fit.gain;
    return gain;
}

/// Tries the neighbours of every step, then another d, and keeps what explains more.
template <typename Grid, int length>
void refineBlock(
    const Grid& grid, std::span<const SignedRun<length>> runs, float levels, BlockScales& block)
{
    std::array<StepFit, 16> room, otherRoom;
    const auto fits = std::span(room).first(runs.size());
    const auto others = std::span(otherRoom).first(runs.size());
    for (std::size_t r = 0; r < runs.size(); ++r) {
        fits[r] = fitOfStep(grid, runs[r], block.d, block.steps[r]);
        for (const float neighbour : {block.steps[r] - 1, block.steps[r] + 1}) {
            const StepFit fit = fitOfStep(grid, runs[r], block.d, stepNear(neighbour, levels));
            if (fit.gain > fits[r].gain)
                fits[r] = fit;
        }
        block.steps[r] = fits[r].step;
    }
    BlockScales other = block;
    setScale(other, refittedScale(fits, block.d));
    for (std::size_t r = 0; r < runs.size(); ++r)
        others[r] = fitOfStep(grid, runs[r], other.d, other.steps[r]);
    if (gainOf(others) > gainOf(fits))
        block = other;
}

/// Importance of the run that starts at element `first` of all; empty if all are alike.
inline std::span<const float> importanceOf(
    const BlockRun& run, std::size_t first, std::size_t length)
{
    return run.h.empty() ? run.h : run.h.subspan(first % run.h.size(), length);
}

/// Scales of the block of x.size() / length runs whose first element is `first` of all.
template <int length, typename Grid>
BlockScales searchBlock(const Grid& grid, std::span<const float> x, std::span<const float> h,
    float levels, const SignedSearch& search)
{
    std::vector<SignedRun<length>> runs;
    std::vector<float> scales;
    for (std::size_t i = 0; i < x.size(); i += length) {
        runs.emplace_back(x.subspan(i, length), h.empty() ? h : h.subspan(i, length));
        scales.push_back(bestScale(grid, runs.back(), search.targets));
    }
    BlockScales block = blockScales(scales, signedPeak(scales), levels);
    for (int round = 0; round < search.rounds; ++round)
        refineBlock<Grid, length>(grid, runs, levels, block);
    return block;
}

} // namespace aq
