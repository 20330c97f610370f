// The search of the K-quants with scale and minimum over 16 runs side by side: line for line what
// schemes/k_min.cpp does for one. Included once per instruction set.
#if defined(AQ_K_MIN_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AQ_K_MIN_INL_H
#undef AQ_K_MIN_INL_H
#else
#define AQ_K_MIN_INL_H
#endif

#include "core/quant/kernels/lanes_inl.h"
#include "core/quant/schemes/k_min.h"

#include <limits>

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {
namespace {

namespace kmin = aq::kmin;

/// A number of each of 16 runs.
using Row = float[runsSideBySide];

/// 16 runs: one block of Q2_K, two of Q4_K or Q5_K. See Run and Block of the reference.
template <kmin::Shape shape>
struct MinTile {
    static constexpr int runs = shape.runs();
    static constexpr int blocks = runsSideBySide / runs;
    static constexpr int weights = runsSideBySide * shape.length;
    alignas(64) float u[weights];
    alignas(64) float h[weights];
    alignas(64) Row lowest, step, n, x, q, qq, qx, scale, minimum;
    alignas(64) Row wholeScale, wholeMinimum, error; ///< Choice of the reference.
    alignas(64) Row d, dmin;                         ///< Of the run's block.
    alignas(64) std::uint8_t codes[weights];
};

HWY_INLINE FloatVector row(const float* x) { return hn::Load(Floats(), x); }
HWY_INLINE void setRow(FloatVector value, float* x) { hn::Store(value, Floats(), x); }
HWY_INLINE FloatVector all(float value) { return hn::Set(Floats(), value); }

HWY_INLINE FloatVector inverseOf(FloatVector value)
{
    const auto some = hn::Gt(value, all(0x1p-100f));
    return hn::IfThenElseZero(some, hn::Div(all(1), value));
}

HWY_INLINE FloatVector nearestCode(FloatVector value, FloatVector levels)
{
    return hn::Round(hn::Min(hn::Max(value, hn::Zero(Floats())), levels));
}

/// x / n. Without importance n is a power of two.
template <kmin::Shape shape, bool weighted>
HWY_INLINE FloatVector perWeight(FloatVector x, FloatVector n)
{
    if constexpr (weighted)
        return hn::Div(x, n);
    else
        return hn::Mul(x, all(1.f / float(shape.length)));
}

/// Turns the weights in tile.u into distances from the lowest. False: too large for these formats.
template <kmin::Shape shape, bool weighted>
bool measureRuns(MinTile<shape>& tile)
{
    const Floats floats;
    auto isLarge = hn::Gt(hn::Zero(floats), hn::Zero(floats));
    for (std::size_t r = 0; r < runsSideBySide; r += lanes) {
        auto low = row(tile.u + r), high = low;
        for (std::size_t i = r + runsSideBySide; i < std::size(tile.u); i += runsSideBySide) {
            low = hn::Min(low, row(tile.u + i));
            high = hn::Max(high, row(tile.u + i));
        }
        const auto lowest = hn::IfThenElseZero(hn::Lt(low, hn::Zero(floats)), low);
        high = hn::Max(high, lowest);
        isLarge = hn::Or(isLarge, hn::Gt(hn::Max(hn::Neg(low), high), all(kmin::tooLarge)));
        setRow(lowest, tile.lowest + r);
        setRow(hn::Div(hn::Sub(high, lowest), all(float(shape.levels))), tile.step + r);
        auto n = hn::Zero(floats), x = n;
        for (std::size_t i = r; i < std::size(tile.u); i += runsSideBySide) {
            const auto u = hn::Sub(row(tile.u + i), lowest);
            setRow(u, tile.u + i);
            if constexpr (weighted)
                n = hn::Add(n, row(tile.h + i));
            x = hn::Add(x, weighted ? hn::Mul(row(tile.h + i), u) : u);
        }
        setRow(weighted ? n : all(float(shape.length)), tile.n + r);
        setRow(x, tile.x + r);
    }
    return hn::AllFalse(floats, isLarge);
}

/// Sums over the codes of `lanes` runs.
struct CodeSums {
    FloatVector q, qq, qx;
};

/// Adds one weight of each run.
template <bool weighted>
HWY_INLINE void addCode(FloatVector q, FloatVector u, const float* h, CodeSums& sums)
{
    if constexpr (weighted) {
        const auto share = hn::Mul(row(h), q);
        sums.q = hn::Add(sums.q, share);
        sums.qq = hn::Add(sums.qq, hn::Mul(share, q));
        sums.qx = hn::Add(sums.qx, hn::Mul(share, u));
    } else {
        sums.q = hn::Add(sums.q, q);
        sums.qq = hn::MulAdd(q, q, sums.qq); // Whole numbers below 2^24: exact either way.
        sums.qx = hn::Add(sums.qx, hn::Mul(q, u));
    }
}

/// encodeRun() of `count` candidates at once, for the lanes from r on: u from `origin` on, times
/// each of `factors` per step.
template <kmin::Shape shape, bool weighted, std::size_t count>
HWY_INLINE void sumCodes(const MinTile<shape>& tile, std::size_t r, FloatVector origin,
    const float* factors, CodeSums* sums)
{
    const auto levels = all(float(shape.levels)), zero = hn::Zero(Floats());
    const auto perStep = inverseOf(row(tile.step + r));
    FloatVector factor[count];
    CodeSums sum[count];
    AQ_UNROLL
    for (std::size_t c = 0; c < count; ++c) {
        factor[c] = hn::Mul(all(factors[c]), perStep);
        sum[c].q = sum[c].qq = sum[c].qx = zero;
    }
    for (std::size_t i = r; i < std::size(tile.u); i += runsSideBySide) {
        const auto u = row(tile.u + i);
        const auto above = hn::Max(hn::Sub(u, origin), zero);
        AQ_UNROLL
        for (std::size_t c = 0; c < count; ++c) {
            const auto q = hn::Round(hn::Min(hn::Mul(above, factor[c]), levels));
            addCode<weighted>(q, u, tile.h + i, sum[c]);
        }
    }
    AQ_UNROLL
    for (std::size_t c = 0; c < count; ++c)
        sums[c] = sum[c];
}

/// fitRun().
struct Fit {
    FloatVector scale, minimum, score;
};

template <kmin::Shape shape, bool weighted>
HWY_INLINE Fit fitLanes(
    const MinTile<shape>& tile, std::size_t r, const CodeSums& sums, FloatVector none)
{
    const Floats floats;
    const auto zero = hn::Zero(floats);
    const auto lowest = row(tile.lowest + r), n = row(tile.n + r), x = row(tile.x + r);
    const auto most = hn::Neg(lowest);
    const auto square = hn::Mul(n, sums.qq);
    const auto spread = hn::Sub(square, hn::Mul(sums.q, sums.q));
    const auto slope = hn::Sub(hn::Mul(n, sums.qx), hn::Mul(sums.q, x));
    const auto scale = hn::Div(slope, spread);
    const auto offset = perWeight<shape, weighted>(hn::Sub(x, hn::Mul(scale, sums.q)), n);
    const auto isRegular
        = hn::And(hn::Gt(spread, hn::Mul(square, all(0x1p-16f))), hn::Le(offset, most));
    Fit fit{scale, hn::Max(hn::Neg(hn::Add(offset, lowest)), zero),
        hn::Add(hn::Mul(scale, sums.qx), hn::Mul(offset, x))};
    if (HWY_LIKELY(hn::AllTrue(floats, isRegular)))
        return fit;
    const auto rest = hn::Sub(sums.qx, hn::Mul(most, sums.q));
    const auto alone = hn::IfThenElseZero(hn::Gt(rest, zero), hn::Div(rest, sums.qq));
    const auto fixed = hn::Mul(most, hn::Sub(hn::Mul(all(2), x), hn::Mul(n, most)));
    const auto isSome = hn::Gt(sums.qq, zero);
    const auto score = hn::IfThenElse(isSome, hn::Add(fixed, hn::Mul(alone, rest)), none);
    fit.scale = hn::IfThenElse(isRegular, scale, alone);
    fit.minimum = hn::IfThenElseZero(isRegular, fit.minimum);
    fit.score = hn::IfThenElse(isRegular, fit.score, score);
    return fit;
}

/// searchRun() for the lanes from r on.
template <kmin::Shape shape, bool weighted>
void searchLanes(MinTile<shape>& tile, std::size_t r, std::span<const float> shifts)
{
    const auto none = all(std::numeric_limits<float>::lowest());
    const auto zero = hn::Zero(Floats());
    const auto step = row(tile.step + r);
    auto scale = step, minimum = hn::Neg(row(tile.lowest + r)), most = none;
    CodeSums best{zero, zero, zero}, sums[3];
    for (const float low : shifts)
        for (std::size_t high = 0; high < shifts.size();) {
            const std::size_t count = shifts.size() - high < 3 ? 1 : 3;
            const auto origin = hn::Mul(all(low), step);
            float factors[3];
            for (std::size_t c = 0; c < count; ++c)
                factors[c] = kmin::factorOf(shape, low, shifts[high + c]);
            if (count == 3)
                sumCodes<shape, weighted, 3>(tile, r, origin, factors, sums);
            else
                sumCodes<shape, weighted, 1>(tile, r, origin, factors, sums);
            for (std::size_t c = 0; c < count; ++c) {
                const Fit fit = fitLanes<shape, weighted>(tile, r, sums[c], none);
                const auto isBetter = hn::Gt(fit.score, most);
                most = hn::IfThenElse(isBetter, fit.score, most);
                scale = hn::IfThenElse(isBetter, fit.scale, scale);
                minimum = hn::IfThenElse(isBetter, fit.minimum, minimum);
                best.q = hn::IfThenElse(isBetter, sums[c].q, best.q);
                best.qq = hn::IfThenElse(isBetter, sums[c].qq, best.qq);
                best.qx = hn::IfThenElse(isBetter, sums[c].qx, best.qx);
            }
            high += count;
        }
    setRow(scale, tile.scale + r);
    setRow(minimum, tile.minimum + r);
    setRow(best.q, tile.q + r);
    setRow(best.qq, tile.qq + r);
    setRow(best.qx, tile.qx + r);
}

/// What a run's error depends on.
struct RunLanes {
    FloatVector lowest, n, x, q, qq, qx;

    template <kmin::Shape shape>
    RunLanes(const MinTile<shape>& tile, std::size_t r)
        : lowest(row(tile.lowest + r))
        , n(row(tile.n + r))
        , x(row(tile.x + r))
        , q(row(tile.q + r))
        , qq(row(tile.qq + r))
        , qx(row(tile.qx + r))
    {
    }
};

/// The minimum of x' = scale * q - minimum, were it free.
template <kmin::Shape shape, bool weighted>
HWY_INLINE FloatVector freeMinimum(const RunLanes& run, FloatVector scale)
{
    const auto rest = hn::Sub(run.x, hn::Mul(scale, run.q));
    return hn::Neg(hn::Add(perWeight<shape, weighted>(rest, run.n), run.lowest));
}

HWY_INLINE FloatVector errorLanes(const RunLanes& run, FloatVector scale, FloatVector minimum)
{
    const auto offset = hn::Sub(hn::Neg(minimum), run.lowest);
    const auto bent = hn::Mul(all(2), hn::Sub(hn::Mul(offset, run.q), run.qx));
    const auto flat = hn::Sub(hn::Mul(run.n, offset), hn::Mul(all(2), run.x));
    return hn::Add(hn::Mul(scale, hn::Add(hn::Mul(scale, run.qq), bent)), hn::Mul(offset, flat));
}

/// The errors of every pair of d and dmin with the nearest scales: errors[a * ds.size() + b].
template <kmin::Shape shape, bool weighted>
void errorsOfPairs(const MinTile<shape>& tile, std::span<const Row> ds, std::span<const Row> dmins,
    std::span<Row> errors)
{
    const auto levels = all(float(shape.scaleLevels));
    for (std::size_t r = 0; r < runsSideBySide; r += lanes) {
        const RunLanes run(tile, r);
        alignas(64) Row perMinima[kmin::maxStretches];
        for (std::size_t b = 0; b < dmins.size(); ++b)
            setRow(inverseOf(row(dmins[b] + r)), perMinima[b]);
        for (std::size_t a = 0; a < ds.size(); ++a) {
            const auto d = row(ds[a] + r);
            const auto wanted = nearestCode(hn::Mul(row(tile.scale + r), inverseOf(d)), levels);
            const auto scale = hn::Mul(d, wanted);
            const auto free = freeMinimum<shape, weighted>(run, scale);
            for (std::size_t b = 0; b < dmins.size(); ++b) {
                const auto whole = nearestCode(hn::Mul(free, row(perMinima[b])), levels);
                const auto error = errorLanes(run, scale, hn::Mul(row(dmins[b] + r), whole));
                setRow(error, errors[a * ds.size() + b] + r);
            }
        }
    }
}

/// chooseScales() with reach 1; sets wholeScale, wholeMinimum and error.
template <kmin::Shape shape, bool weighted>
void chooseLanes(MinTile<shape>& tile, const Row& ds, const Row& dmins)
{
    const auto zero = hn::Zero(Floats()), levels = all(float(shape.scaleLevels));
    for (std::size_t r = 0; r < runsSideBySide; r += lanes) {
        const RunLanes run(tile, r);
        const auto d = row(ds + r), dmin = row(dmins + r), perMinimum = inverseOf(dmin);
        const auto wanted = nearestCode(hn::Mul(row(tile.scale + r), inverseOf(d)), levels);
        auto bestScale = zero, bestMinimum = zero;
        auto least = all(std::numeric_limits<float>::max());
        AQ_UNROLL
        for (int away = -1; away <= 1; ++away) {
            const auto whole = hn::Min(hn::Max(hn::Add(wanted, all(float(away))), zero), levels);
            const auto scale = hn::Mul(d, whole);
            const auto free = freeMinimum<shape, weighted>(run, scale);
            const auto minimum = nearestCode(hn::Mul(free, perMinimum), levels);
            const auto error = errorLanes(run, scale, hn::Mul(dmin, minimum));
            const auto isBetter = hn::Lt(error, least);
            least = hn::IfThenElse(isBetter, error, least);
            bestScale = hn::IfThenElse(isBetter, whole, bestScale);
            bestMinimum = hn::IfThenElse(isBetter, minimum, bestMinimum);
        }
        setRow(least, tile.error + r);
        setRow(bestScale, tile.wholeScale + r);
        setRow(bestMinimum, tile.wholeMinimum + r);
    }
}

/// encodeRuns(); with `sums` also what the next round needs.
template <kmin::Shape shape, bool weighted>
void encodeLanes(MinTile<shape>& tile, bool wantSums)
{
    const hn::Rebind<std::uint8_t, Floats> bytes;
    const auto levels = all(float(shape.levels)), zero = hn::Zero(Floats());
    for (std::size_t r = 0; r < runsSideBySide; r += lanes) {
        const auto scale = hn::Mul(row(tile.d + r), row(tile.wholeScale + r));
        const auto minimum = hn::Mul(row(tile.dmin + r), row(tile.wholeMinimum + r));
        const auto factor = inverseOf(scale);
        const auto origin = hn::Neg(hn::Add(minimum, row(tile.lowest + r)));
        CodeSums sums{zero, zero, zero};
        for (std::size_t i = r; i < std::size(tile.u); i += runsSideBySide) {
            const auto u = row(tile.u + i);
            const auto q = nearestCode(hn::Mul(hn::Sub(u, origin), factor), levels);
            hn::StoreU(hn::DemoteTo(bytes, hn::NearestInt(q)), bytes, tile.codes + i);
            if (wantSums)
                addCode<weighted>(q, u, tile.h + i, sums);
        }
        setRow(sums.q, tile.q + r);
        setRow(sums.qq, tile.qq + r);
        setRow(sums.qx, tile.qx + r);
    }
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();
#endif // AQ_K_MIN_INL_H
