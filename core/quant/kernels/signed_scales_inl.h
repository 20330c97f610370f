// schemes/signed_scales.h for 16 runs side by side: the same operations in the same order in every
// lane. Included once per instruction set.
#if defined(AQ_SIGNED_SCALES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AQ_SIGNED_SCALES_INL_H
#undef AQ_SIGNED_SCALES_INL_H
#else
#define AQ_SIGNED_SCALES_INL_H
#endif

#include "core/quant/kernels/lanes_inl.h"
#include "core/quant/schemes/signed_scales.h"

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {

/// 16 SignedRuns: weight i of run r at [16 * i + r]. Without importance h is 1 and hx is x, and
/// neither is stored.
template <int length>
struct SignedRuns {
    HWY_ALIGN float x[16 * length];
    HWY_ALIGN float h[16 * length];
    HWY_ALIGN float hx[16 * length];
    HWY_ALIGN float inversePeak[16];
};

HWY_INLINE FloatVector peakOfBoth(FloatVector least, FloatVector greatest)
{
    return hn::IfThenElse(hn::Ge(hn::Neg(least), greatest), least, greatest);
}

/// Importances of runs that have none above 0 become 1.
template <int length>
HWY_INLINE void fillImportance(float* h)
{
    const Floats floats;
    for (std::size_t r = 0; r < 16; r += lanes) {
        auto greatest = hn::Zero(floats);
        for (std::size_t i = 0; i < length; ++i)
            greatest = hn::Max(greatest, hn::Load(floats, h + 16 * i + r));
        const auto isEmpty = hn::Le(greatest, hn::Zero(floats));
        for (std::size_t i = 0; i < length; ++i) {
            const auto weight = hn::Load(floats, h + 16 * i + r);
            hn::Store(
                hn::IfThenElse(isEmpty, hn::Set(floats, 1.0f), weight), floats, h + 16 * i + r);
        }
    }
}

/// The weights at `at`, 0 for those of no importance.
template <bool weighted, int length>
HWY_INLINE FloatVector weightAt(const SignedRuns<length>& runs, std::size_t at)
{
    const Floats floats;
    const auto x = hn::Load(floats, runs.x + at);
    if constexpr (weighted)
        return hn::IfThenElseZero(hn::Gt(hn::Load(floats, runs.h + at), hn::Zero(floats)), x);
    return x;
}

/// @param in  16 runs of weights, one after the other
/// @param h   their importances, likewise; null without
template <bool weighted, int length>
void loadRuns(DType type, const std::byte* in, const float* h, SignedRuns<length>& runs)
{
    const Floats floats;
    const auto none = hn::Zero(floats);
    sideBySide<length>(type, in, runs.x);
    if constexpr (weighted) {
        sideBySide<length>(DType::F32, reinterpret_cast<const std::byte*>(h), runs.h);
        fillImportance<length>(runs.h);
    }
    for (std::size_t r = 0; r < 16; r += lanes) {
        auto least = none, greatest = none, otherLeast = none, otherGreatest = none;
        for (std::size_t at = r; at < 16 * length; at += 32) { // Two chains: half the wait.
            const auto x = weightAt<weighted>(runs, at), other = weightAt<weighted>(runs, at + 16);
            least = hn::Min(least, x);
            greatest = hn::Max(greatest, x);
            otherLeast = hn::Min(otherLeast, other);
            otherGreatest = hn::Max(otherGreatest, other);
        }
        const auto peak = peakOfBoth(hn::Min(least, otherLeast), hn::Max(greatest, otherGreatest));
        const auto isLarge = hn::Ge(hn::Abs(peak), hn::Set(floats, leastPeak));
        const auto inverse = hn::Div(hn::Set(floats, 1.0f), peak);
        hn::Store(hn::IfThenElseZero(isLarge, inverse), floats, runs.inversePeak + r);
    }
    if constexpr (weighted)
        for (std::size_t at = 0; at < 16 * length; at += lanes) {
            const auto x = hn::Load(floats, runs.x + at);
            hn::Store(hn::Mul(hn::Load(floats, runs.h + at), x), floats, runs.hx + at);
        }
}

struct IntegerLanes {
    FloatVector low, high;

    HWY_INLINE explicit IntegerLanes(const IntegerGrid& grid)
        : low(hn::Set(Floats(), grid.low))
        , high(hn::Set(Floats(), grid.high))
    {
    }
    HWY_INLINE FloatVector clamped(FloatVector z) const { return hn::Min(hn::Max(z, low), high); }
    HWY_INLINE FloatVector nearest(FloatVector z) const { return hn::Round(clamped(z)); }

    /// nearest() for the targets of a search: without importance no weight is beyond the peak, and
    /// so none rounds to below the grid.
    template <bool weighted>
    HWY_INLINE FloatVector ofTarget(FloatVector z) const
    {
        return hn::Round(hn::Min(weighted ? hn::Max(z, low) : z, high));
    }

    /// nearest() - low.
    HWY_INLINE hn::Vec<Words> codes(FloatVector z) const
    {
        const auto rounder = hn::Set(Floats(), 0x1.8p23f); // Leaves the integer in the lowest bits.
        const auto sum = hn::BitCast(Words(), hn::Add(clamped(z), rounder));
        return hn::Sub(sum, hn::BitCast(Words(), hn::Add(low, rounder)));
    }
};

struct RunSums { // Without initializers: implicit constructors belong to no instruction set.
    FloatVector xq, qq;

    HWY_INLINE RunSums()
        : xq(hn::Zero(Floats()))
        , qq(xq)
    {
    }
};

/// Adds weight i of the runs from `at` = 16 * i + r on, which lands on `q`.
template <bool weighted, int length>
HWY_INLINE void addWeight(
    const SignedRuns<length>& runs, std::size_t at, FloatVector q, RunSums& sums)
{
    const Floats floats;
    const auto hx = hn::Load(floats, (weighted ? runs.hx : runs.x) + at);
    const auto hq = weighted ? hn::Mul(hn::Load(floats, runs.h + at), q) : q;
    sums.xq = hn::Add(sums.xq, hn::Mul(hx, q));
    sums.qq = hn::Add(sums.qq, hn::Mul(hq, q));
}

/// The best fit so far.
struct BestFit {
    FloatVector gain, scale;

    HWY_INLINE BestFit()
        : gain(hn::Zero(Floats()))
        , scale(gain)
    {
    }
    HWY_INLINE void offer(const RunSums& sums)
    {
        const auto fitted = hn::Div(sums.xq, sums.qq);
        const auto explained = hn::Mul(fitted, sums.xq);
        const auto isBetter = hn::Gt(explained, gain);
        gain = hn::IfThenElse(isBetter, explained, gain);
        scale = hn::IfThenElse(isBetter, fitted, scale);
    }
};

/// Three targets at a time: every weight is loaded once, and no sum waits for its last addition.
template <bool weighted, int length, typename Grid>
HWY_INLINE void offerThree(const Grid& grid, const SignedRuns<length>& runs, std::size_t r,
    const float* targets, BestFit& best)
{
    const Floats floats;
    const auto inverse = hn::Load(floats, runs.inversePeak + r);
    const auto a = hn::Mul(hn::Set(floats, targets[0]), inverse);
    const auto b = hn::Mul(hn::Set(floats, targets[1]), inverse);
    const auto c = hn::Mul(hn::Set(floats, targets[2]), inverse);
    RunSums ofA, ofB, ofC;
    for (std::size_t at = r; at < 16 * length; at += 16) {
        const auto x = hn::Load(floats, runs.x + at);
        addWeight<weighted>(runs, at, grid.template ofTarget<weighted>(hn::Mul(x, a)), ofA);
        addWeight<weighted>(runs, at, grid.template ofTarget<weighted>(hn::Mul(x, b)), ofB);
        addWeight<weighted>(runs, at, grid.template ofTarget<weighted>(hn::Mul(x, c)), ofC);
    }
    best.offer(ofA);
    best.offer(ofB);
    best.offer(ofC);
}

template <bool weighted, int length, typename Grid>
HWY_INLINE RunSums fitLanes(
    const Grid& grid, const SignedRuns<length>& runs, std::size_t r, FloatVector inverseScale)
{
    RunSums sums;
    for (std::size_t at = r; at < 16 * length; at += 16) {
        const auto x = hn::Load(Floats(), runs.x + at);
        addWeight<weighted>(runs, at, grid.nearest(hn::Mul(x, inverseScale)), sums);
    }
    return sums;
}

/// bestScale() of each run.
template <bool weighted, int length, typename Grid>
void bestScales(
    const Grid& grid, const SignedRuns<length>& runs, std::span<const float> targets, float* scales)
{
    const Floats floats;
    for (std::size_t r = 0; r < 16; r += lanes) {
        const auto inverse = hn::Load(floats, runs.inversePeak + r);
        BestFit best;
        std::size_t k = 0;
        for (; k + 3 <= targets.size(); k += 3)
            offerThree<weighted>(grid, runs, r, &targets[k], best);
        for (; k < targets.size(); ++k)
            best.offer(
                fitLanes<weighted>(grid, runs, r, hn::Mul(hn::Set(floats, targets[k]), inverse)));
        hn::StoreU(best.scale, floats, scales + r);
    }
}

HWY_INLINE FloatVector inverseLanes(FloatVector value)
{
    const Floats floats;
    const auto isSome = hn::Ne(value, hn::Zero(floats));
    return hn::IfThenElseZero(isSome, hn::Div(hn::Set(floats, 1.0f), value));
}

/// fitOfStep() of each run from `first` on. `d` and `steps` have a value for each run.
template <bool weighted, int length, typename Grid>
void fitsOfSteps(const Grid& grid, const SignedRuns<length>& runs, const float* d,
    const float* steps, StepFit* fits)
{
    const Floats floats;
    for (std::size_t r = 0; r < 16; r += lanes) {
        const auto scale = hn::Mul(hn::LoadU(floats, d + r), hn::LoadU(floats, steps + r));
        const RunSums sums = fitLanes<weighted>(grid, runs, r, inverseLanes(scale));
        const auto loss = hn::Mul(scale, sums.qq);
        const auto gain = hn::Mul(scale, hn::Sub(hn::Add(sums.xq, sums.xq), loss));
        HWY_ALIGN float xq[lanes], qq[lanes], gains[lanes];
        hn::Store(sums.xq, floats, xq);
        hn::Store(sums.qq, floats, qq);
        hn::Store(gain, floats, gains);
        for (std::size_t k = 0; k < lanes; ++k)
            fits[r + k] = {steps[r + k], {xq[k], qq[k]}, gains[k]};
    }
}

/// refineBlock() of the blocks that the 16 runs belong to, `runsOfBlock` to each.
template <bool weighted, int runsOfBlock, int length, typename Grid>
void refineBlocks(
    const Grid& grid, const SignedRuns<length>& runs, float levels, BlockScales* blocks)
{
    float d[16], steps[16];
    const auto gather = [&](const BlockScales* of, float offset) {
        for (std::size_t r = 0; r < 16; ++r) {
            const BlockScales& block = of[r / runsOfBlock];
            const float step = block.steps[r % runsOfBlock];
            d[r] = block.d;
            steps[r] = offset != 0 ? stepNear(step + offset, levels) : step;
        }
    };
    StepFit fits[16], others[16];
    gather(blocks, 0);
    fitsOfSteps<weighted>(grid, runs, d, steps, fits);
    for (const float offset : {-1.0f, 1.0f}) {
        gather(blocks, offset);
        fitsOfSteps<weighted>(grid, runs, d, steps, others);
        for (std::size_t r = 0; r < 16; ++r)
            if (others[r].gain > fits[r].gain)
                fits[r] = others[r];
    }
    constexpr std::size_t count = 16 / runsOfBlock;
    BlockScales refitted[count];
    for (std::size_t b = 0; b < count; ++b) {
        for (std::size_t r = 0; r < runsOfBlock; ++r)
            blocks[b].steps[r] = fits[b * runsOfBlock + r].step;
        refitted[b] = blocks[b];
        setScale(refitted[b],
            refittedScale(std::span(fits + b * runsOfBlock, runsOfBlock), blocks[b].d));
    }
    gather(refitted, 0);
    fitsOfSteps<weighted>(grid, runs, d, steps, others);
    for (std::size_t b = 0; b < count; ++b) {
        const std::size_t first = b * runsOfBlock;
        if (gainOf(std::span(others + first, runsOfBlock))
            > gainOf(std::span(fits + first, runsOfBlock)))
            blocks[b] = refitted[b];
    }
}

/// signedPeak(), without a chain of 16 comparisons.
HWY_INLINE float peakOfSixteen(const float* values)
{
    const Floats floats;
    auto least = hn::Zero(floats), greatest = least;
    for (std::size_t r = 0; r < 16; r += lanes) {
        least = hn::Min(least, hn::LoadU(floats, values + r));
        greatest = hn::Max(greatest, hn::LoadU(floats, values + r));
    }
    return hn::GetLane(peakOfBoth(hn::MinOfLanes(floats, least), hn::MaxOfLanes(floats, greatest)));
}

/// searchBlock() of the blocks that 16 runs belong to.
/// @param in, h  as for loadRuns(); `h` is null without importance
template <bool weighted, int runsOfBlock, int length, typename Grid>
void searchBlocks(const Grid& grid, DType type, const std::byte* in, const float* h, float levels,
    const SignedSearch& search, BlockScales* blocks)
{
    SignedRuns<length> runs;
    float scales[16];
    loadRuns<weighted>(type, in, h, runs);
    bestScales<weighted>(grid, runs, search.targets, scales);
    if constexpr (runsOfBlock == 16)
        blocks[0] = blockScales(scales, peakOfSixteen(scales), levels);
    else
        for (std::size_t b = 0; b < 16 / runsOfBlock; ++b) {
            const auto ofBlock = std::span(scales).subspan(b * runsOfBlock, runsOfBlock);
            blocks[b] = blockScales(ofBlock, signedPeak(ofBlock), levels);
        }
    for (int round = 0; round < search.rounds; ++round)
        refineBlocks<weighted, runsOfBlock>(grid, runs, levels, blocks);
}

/// 1 / (d * step) of each run, 0 where that is none.
HWY_INLINE void inverseScales(const BlockScales& block, float* inverses)
{
    const Floats floats;
    for (std::size_t r = 0; r < 16; r += lanes) {
        const auto steps = hn::LoadU(floats, block.steps.data() + r);
        hn::StoreU(inverseLanes(hn::Mul(hn::Set(floats, block.d), steps)), floats, inverses + r);
    }
}

} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();
#endif // AQ_SIGNED_SCALES_INL_H
