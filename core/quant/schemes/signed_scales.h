#pragma once
#include "core/quant/kernels/half.h"
#include "core/quant/schemes/block.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>

/// Runs of weights that share a signed scale: x' = scale * q with q on a grid that need not be
/// symmetric, so that the sign of the scale decides which end of the grid the peak falls on.
/// This is the meaning; kernels/signed_scales_inl.h does the same for 16 runs side by side.
/// All in float, every operation rounded once, sums in index order. docs/schemes/signed-scales.md
namespace aq {

/// How hard to look for the scale of a run.
struct SignedSearch {
    /// Grid values that the peak of the run is put on, one after the other, none 0. The scale of
    /// each is refitted by least squares; the best fit wins, the first of two.
    std::span<const float> targets;
    int rounds = 0; ///< Of refineBlock().
};

/// Grid of all integers from `low` to `high`.
struct IntegerGrid {
    float low, high;
    float nearest(float z) const { return std::nearbyint(std::min(std::max(z, low), high)); }
};

/// Runs with a smaller peak have scale 0: their F16 scale would be 0 whatever the format.
inline constexpr float leastPeak = 0x1p-100f;

/// A run of weights as multiples of the one with the largest magnitude.
template <int length>
struct PeakRun {
    std::array<float, length> y; ///< x / peak
    std::array<float, length> h; ///< Importance.
    float peak = 0;              ///< Of the weights with h > 0; the negative one if two are alike.
    float inverse = 0;           ///< 1 / peak, or 0.

    /// @param importance  empty: all alike. All zero likewise.
    PeakRun(std::span<const float> x, std::span<const float> importance)
    {
        h.fill(1);
        const auto isPositive = [](float weight) { return weight > 0; };
        if (std::any_of(importance.begin(), importance.end(), isPositive))
            std::copy(importance.begin(), importance.end(), h.begin());
        float least = 0, greatest = 0;
        for (std::size_t i = 0; i < length; ++i) {
            least = std::min(least, h[i] > 0 ? x[i] : 0.0f);
            greatest = std::max(greatest, h[i] > 0 ? x[i] : 0.0f);
        }
        peak = -least >= greatest ? least : greatest;
        inverse = std::abs(peak) >= leastPeak ? 1 / peak : 0;
        for (std::size_t i = 0; i < length; ++i)
            y[i] = x[i] * inverse;
    }
};

/// Sums of a run whose weights were put on the grid: sum h y q and sum h q^2. The scale that fits
/// these q best is yq / qq, and explains yq^2 / qq of sum h y^2.
struct FitSums {
    float yq = 0, qq = 0;
};

template <typename Grid, int length>
FitSums fitSums(const Grid& grid, const PeakRun<length>& run, float inverseScale)
{
    FitSums sums;
    for (std::size_t i = 0; i < length; ++i) {
        const float q = grid.nearest(run.y[i] * inverseScale);
        sums.yq += run.h[i] * run.y[i] * q;
        sums.qq += run.h[i] * q * q;
    }
    return sums;
}

/// The best scale of a run, in units of its weights.
template <typename Grid, int length>
float bestScale(const Grid& grid, const PeakRun<length>& run, const SignedSearch& search)
{
    float best = 0, scale = 0;
    for (const float target : search.targets) {
        const FitSums sums = fitSums(grid, run, target);
        const float fitted = sums.yq / sums.qq;
        if (fitted * sums.yq > best) { // Not so for 0 / 0.
            best = fitted * sums.yq;
            scale = fitted;
        }
    }
    return scale * run.peak;
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

/// The scale of largest magnitude becomes step -levels, the others the nearest step.
inline BlockScales blockScales(std::span<const float> scales, float levels)
{
    float least = 0, greatest = 0;
    for (const float scale : scales) {
        least = std::min(least, scale);
        greatest = std::max(greatest, scale);
    }
    BlockScales block;
    setScale(block, (-least >= greatest ? least : greatest) / -levels);
    const float inverse = block.d != 0 ? 1 / block.d : 0;
    for (std::size_t r = 0; r < scales.size(); ++r)
        block.steps[r] = stepNear(scales[r] * inverse, levels);
    return block;
}

/// What scale d * step does to the weights of one run.
struct StepFit {
    float step = 0;
    FitSums sums;
    float gain = 0; ///< How much less sum h (y - y')^2 is than sum h y^2; 0 when step is 0.
};

inline float inverseOf(float value) { return value != 0 ? 1 / value : 0; }

template <typename Grid, int length>
StepFit fitOfStep(const Grid& grid, const PeakRun<length>& run, float d, float step)
{
    const float scale = d * step * run.inverse;
    StepFit fit{step, fitSums(grid, run, inverseOf(scale))};
    fit.gain = scale * (fit.sums.yq + fit.sums.yq - scale * fit.sums.qq);
    return fit;
}

/// The d that fits best when all q stay as they are, in F16; `d` itself if there is none.
/// @param fits, peaks  of each run
inline float refittedScale(
    std::span<const StepFit> fits, std::span<const float> peaks, const BlockScales& block)
{
    float xq = 0, qq = 0;
    for (std::size_t r = 0; r < fits.size(); ++r) {
        xq += fits[r].step * (fits[r].sums.yq * peaks[r]);
        qq += fits[r].step * fits[r].step * fits[r].sums.qq;
    }
    return qq > 0 ? xq / qq : block.d;
}

/// Sum of the gains in units of the weights.
inline float gainOf(std::span<const StepFit> fits, std::span<const float> peaks)
{
    float gain = 0;
    for (std::size_t r = 0; r < fits.size(); ++r)
        gain += fits[r].gain * (peaks[r] * peaks[r]);
    return gain;
}

/// Tries the neighbours of every step, then another d, and keeps what explains more.
template <typename Grid, int length>
void refineBlock(
    const Grid& grid, std::span<const PeakRun<length>> runs, float levels, BlockScales& block)
{
    std::array<StepFit, 16> fits, others;
    std::array<float, 16> peaks;
    for (std::size_t r = 0; r < runs.size(); ++r) {
        peaks[r] = runs[r].peak;
        fits[r] = fitOfStep(grid, runs[r], block.d, block.steps[r]);
        for (const float neighbour : {block.steps[r] - 1, block.steps[r] + 1}) {
            const StepFit fit = fitOfStep(grid, runs[r], block.d, stepNear(neighbour, levels));
            if (fit.gain > fits[r].gain)
                fits[r] = fit;
        }
        block.steps[r] = fits[r].step;
    }
    const auto used = std::span<const StepFit>(fits).first(runs.size());
    BlockScales other = block;
    setScale(other, refittedScale(used, peaks, block));
    for (std::size_t r = 0; r < runs.size(); ++r)
        others[r] = fitOfStep(grid, runs[r], other.d, other.steps[r]);
    if (gainOf(std::span<const StepFit>(others).first(runs.size()), peaks) > gainOf(used, peaks))
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
    std::vector<PeakRun<length>> runs;
    std::vector<float> scales;
    for (std::size_t i = 0; i < x.size(); i += length) {
        runs.emplace_back(x.subspan(i, length), h.empty() ? h : h.subspan(i, length));
        scales.push_back(bestScale(grid, runs.back(), search));
    }
    BlockScales block = blockScales(scales, levels);
    for (int round = 0; round < search.rounds; ++round)
        refineBlock<Grid, length>(grid, runs, levels, block);
    return block;
}

} // namespace aq
