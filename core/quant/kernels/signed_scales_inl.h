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

/// 16 PeakRuns: weight i of run r at [16 * i + r]. Without importance h is 1 and hy is y, and
/// neither is stored.
template <int length>
struct PeakRuns {
    HWY_ALIGN float y[16 * length];
    HWY_ALIGN float h[16 * length];
    HWY_ALIGN float hy[16 * length];
    HWY_ALIGN float peak[16];
    HWY_ALIGN float inverse[16];
};

HWY_INLINE FloatVector signedPeak(FloatVector least, FloatVector greatest)
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

/// @param in  16 runs of weights, one after the other
/// @param h   their importances, likewise; null without
template <bool weighted, int length>
void loadRuns(DType type, const std::byte* in, const float* h, PeakRuns<length>& runs)
{
    const Floats floats;
    const auto none = hn::Zero(floats);
    sideBySide<length>(type, in, runs.y);
    if constexpr (weighted) {
        sideBySide<length>(DType::F32, reinterpret_cast<const std::byte*>(h), runs.h);
        fillImportance<length>(runs.h);
    }
    for (std::size_t r = 0; r < 16; r += lanes) {
        auto least = none, greatest = none;
        for (std::size_t i = 0; i < length; ++i) {
            auto x = hn::Load(floats, runs.y + 16 * i + r);
            if constexpr (weighted)
                x = hn::IfThenElseZero(hn::Gt(hn::Load(floats, runs.h + 16 * i + r), none), x);
            least = hn::Min(least, x);
            greatest = hn::Max(greatest, x);
        }
        const auto peak = signedPeak(least, greatest);
        const auto isLarge = hn::Ge(hn::Abs(peak), hn::Set(floats, leastPeak));
        const auto inverse = hn::IfThenElseZero(isLarge, hn::Div(hn::Set(floats, 1.0f), peak));
        hn::Store(peak, floats, runs.peak + r);
        hn::Store(inverse, floats, runs.inverse + r);
        for (std::size_t i = 0; i < length; ++i) {
            const auto y = hn::Mul(hn::Load(floats, runs.y + 16 * i + r), inverse);
            hn::Store(y, floats, runs.y + 16 * i + r);
            if constexpr (weighted)
                hn::Store(hn::Mul(hn::Load(floats, runs.h + 16 * i + r), y), floats,
                    runs.hy + 16 * i + r);
        }
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

    /// nearest() of y * target, for the targets of a search, less than half a step outside the
    /// grid. Without importance |y| is at most 1 (and a rounding), and nothing rounds to below it.
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
    FloatVector yq, qq;

    HWY_INLINE RunSums()
        : yq(hn::Zero(Floats()))
        , qq(yq)
    {
    }
};

/// Adds weight i of the runs from `at` = 16 * i + r on, which lands on `q`.
template <bool weighted, int length>
HWY_INLINE void addWeight(
    const PeakRuns<length>& runs, std::size_t at, FloatVector q, RunSums& sums)
{
    const Floats floats;
    const auto hy = hn::Load(floats, (weighted ? runs.hy : runs.y) + at);
    const auto hq = weighted ? hn::Mul(hn::Load(floats, runs.h + at), q) : q;
    sums.yq = hn::Add(sums.yq, hn::Mul(hy, q));
    sums.qq = hn::Add(sums.qq, hn::Mul(hq, q));
}

/// The best fit so far, in multiples of the peak.
struct BestFit {
    FloatVector gain, scale;

    HWY_INLINE BestFit()
        : gain(hn::Zero(Floats()))
        , scale(gain)
    {
    }
    HWY_INLINE void offer(const RunSums& sums)
    {
        const auto fitted = hn::Div(sums.yq, sums.qq);
        const auto explained = hn::Mul(fitted, sums.yq);
        const auto isBetter = hn::Gt(explained, gain);
        gain = hn::IfThenElse(isBetter, explained, gain);
        scale = hn::IfThenElse(isBetter, fitted, scale);
    }
};

/// Four targets at a time: every weight is loaded once, and no sum waits for its last addition.
template <bool weighted, int length, typename Grid>
HWY_INLINE void offerFour(const Grid& grid, const PeakRuns<length>& runs, std::size_t r,
    const float* targets, BestFit& best)
{
    const Floats floats;
    const auto a = hn::Set(floats, targets[0]), b = hn::Set(floats, targets[1]);
    const auto c = hn::Set(floats, targets[2]), d = hn::Set(floats, targets[3]);
    RunSums ofA, ofB, ofC, ofD;
    for (std::size_t i = 0; i < length; ++i) {
        const std::size_t at = 16 * i + r;
        const auto y = hn::Load(floats, runs.y + at);
        addWeight<weighted>(runs, at, grid.template ofTarget<weighted>(hn::Mul(y, a)), ofA);
        addWeight<weighted>(runs, at, grid.template ofTarget<weighted>(hn::Mul(y, b)), ofB);
        addWeight<weighted>(runs, at, grid.template ofTarget<weighted>(hn::Mul(y, c)), ofC);
        addWeight<weighted>(runs, at, grid.template ofTarget<weighted>(hn::Mul(y, d)), ofD);
    }
    best.offer(ofA);
    best.offer(ofB);
    best.offer(ofC);
    best.offer(ofD);
}

template <bool weighted, int length, typename Grid>
HWY_INLINE RunSums fitLanes(
    const Grid& grid, const PeakRuns<length>& runs, std::size_t r, FloatVector inverseScale)
{
    RunSums sums;
    for (std::size_t i = 0; i < length; ++i) {
        const std::size_t at = 16 * i + r;
        const auto y = hn::Load(Floats(), runs.y + at);
        addWeight<weighted>(runs, at, grid.nearest(hn::Mul(y, inverseScale)), sums);
    }
    return sums;
}

/// bestScale() of each run.
template <bool weighted, int length, typename Grid>
void bestScales(
    const Grid& grid, const PeakRuns<length>& runs, const SignedSearch& search, float* scales)
{
    const Floats floats;
    const std::span<const float> targets = search.targets;
    for (std::size_t r = 0; r < 16; r += lanes) {
        BestFit best;
        std::size_t k = 0;
        for (; k + 4 <= targets.size(); k += 4)
            offerFour<weighted>(grid, runs, r, &targets[k], best);
        for (; k < targets.size(); ++k)
            best.offer(fitLanes<weighted>(grid, runs, r, hn::Set(floats, targets[k])));
        hn::StoreU(hn::Mul(best.scale, hn::Load(floats, runs.peak + r)), floats, scales + r);
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
void fitsOfSteps(const Grid& grid, const PeakRuns<length>& runs, const float* d, const float* steps,
    StepFit* fits)
{
    const Floats floats;
    for (std::size_t r = 0; r < 16; r += lanes) {
        const auto product = hn::Mul(hn::LoadU(floats, d + r), hn::LoadU(floats, steps + r));
        const auto scale = hn::Mul(product, hn::Load(floats, runs.inverse + r));
        const RunSums sums = fitLanes<weighted>(grid, runs, r, inverseLanes(scale));
        const auto loss = hn::Mul(scale, sums.qq);
        const auto gain = hn::Mul(scale, hn::Sub(hn::Add(sums.yq, sums.yq), loss));
        HWY_ALIGN float yq[lanes], qq[lanes], gains[lanes];
        hn::Store(sums.yq, floats, yq);
        hn::Store(sums.qq, floats, qq);
        hn::Store(gain, floats, gains);
        for (std::size_t k = 0; k < lanes; ++k)
            fits[r + k] = {steps[r + k], {yq[k], qq[k]}, gains[k]};
    }
}

/// refineBlock() of the blocks that the 16 runs belong to, `runsOfBlock` to each.
template <bool weighted, int runsOfBlock, int length, typename Grid>
void refineBlocks(const Grid& grid, const PeakRuns<length>& runs, float levels, BlockScales* blocks)
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
            refittedScale(std::span(fits).subspan(b * runsOfBlock, runsOfBlock),
                std::span(runs.peak).subspan(b * runsOfBlock, runsOfBlock), blocks[b]));
    }
    gather(refitted, 0);
    fitsOfSteps<weighted>(grid, runs, d, steps, others);
    for (std::size_t b = 0; b < count; ++b) {
        const auto peaks = std::span(runs.peak).subspan(b * runsOfBlock, runsOfBlock);
        const auto part
            = [b](const StepFit* of) { return std::span(of + b * runsOfBlock, runsOfBlock); };
        if (gainOf(part(others), peaks) > gainOf(part(fits), peaks))
            blocks[b] = refitted[b];
    }
}

/// searchBlock() of the blocks that 16 runs belong to.
/// @param in, h  as for loadRuns(); `h` is null without importance
template <bool weighted, int runsOfBlock, int length, typename Grid>
void searchBlocks(const Grid& grid, DType type, const std::byte* in, const float* h, float levels,
    const SignedSearch& search, BlockScales* blocks)
{
    PeakRuns<length> runs;
    float scales[16];
    loadRuns<weighted>(type, in, h, runs);
    bestScales<weighted>(grid, runs, search, scales);
    for (std::size_t b = 0; b < 16 / runsOfBlock; ++b)
        blocks[b] = blockScales(std::span(scales).subspan(b * runsOfBlock, runsOfBlock), levels);
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
