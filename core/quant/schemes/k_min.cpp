// Q2_K, Q4_K and Q5_K, written for reading: one run at a time. docs/schemes/k-min.md
#include "core/quant/schemes/k_min.h"

#include "core/quant/kernels/half.h"
#include "core/quant/to_float.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace aq::kmin {
namespace {

constexpr float none = std::numeric_limits<float>::lowest();

float toHalf(float value) { return floatFromHalf(halfFromFloat(value)); }

/// To the nearest whole number of 0 to `levels`; 0 for NaN. Halves to even.
float nearestCode(float value, int levels)
{
    return std::nearbyint(value > 0 ? std::min(value, float(levels)) : 0.f);
}

/// 1 / value; 0 for what is zero to F16 anyway, so that nothing overflows.
float inverse(float value) { return value > 0x1p-100f ? 1 / value : 0; }

/// One run: its weights above the lowest of them, what was wanted of it, and sums over its codes q
/// from which the error for any scale and minimum follows.
struct Run {
    std::array<float, 32> u;      ///< x - lowest
    std::array<float, 32> h;      ///< Importance; 1 when there is none.
    float lowest = 0;             ///< At most 0: minima are subtracted.
    float step = 0;               ///< Range / levels.
    float n = 0, x = 0;           ///< sum h, h u
    float q = 0, qq = 0, qx = 0;  ///< sum h q, h q q, h q u
    float scale = 0, minimum = 0; ///< Best for these codes, not yet rounded.
};

template <Shape shape>
Run makeRun(const float* x, const float* h)
{
    Run run;
    const auto [low, high] = std::minmax_element(x, x + shape.length);
    run.lowest = *low < 0 ? *low : 0.f;
    run.step = (std::max(*high, run.lowest) - run.lowest) / float(shape.levels);
    for (int i = 0; i < shape.length; ++i) {
        run.u[i] = x[i] - run.lowest;
        run.h[i] = h ? h[i] : 1;
        run.n += run.h[i];
        run.x += run.h[i] * run.u[i];
    }
    return run;
}

/// Codes q = round((u - origin) * factor), and their sums.
template <Shape shape>
void encodeRun(Run& run, float origin, float factor, std::uint8_t* codes)
{
    run.q = run.qq = run.qx = 0;
    for (int i = 0; i < shape.length; ++i) {
        const float q = nearestCode((run.u[i] - origin) * factor, shape.levels);
        run.q += run.h[i] * q;
        run.qq += run.h[i] * q * q;
        run.qx += run.h[i] * q * run.u[i];
        if (codes)
            codes[i] = std::uint8_t(q);
    }
}

/// Least squares: the scale and minimum that suit the codes of `run` best, no minimum being
/// negative.
/// @return by how much that lowers sum h u^2; `none` when all codes are zero.
float fitRun(Run& run)
{
    const float most = -run.lowest; // Of the offset of u: more would be a negative minimum.
    const float square = run.n * run.qq;
    const float spread = square - run.q * run.q;
    if (spread > square * 0x1p-16f) {
        const float scale = (run.n * run.qx - run.q * run.x) / spread;
        const float offset = (run.x - scale * run.q) / run.n;
        if (offset <= most) {
            run.scale = scale;
            run.minimum = -(offset + run.lowest) > 0 ? -(offset + run.lowest) : 0.f;
            return scale * run.qx + offset * run.x;
        }
    }
    if (!(run.qq > 0))
        return none;
    const float rest = run.qx - most * run.q;
    run.scale = rest > 0 ? rest / run.qq : 0;
    run.minimum = 0;
    return most * (2 * run.x - run.n * most) + run.scale * rest;
}

/// Leaves `run` with the codes' sums, scale and minimum of the best candidate.
template <Shape shape>
void searchRun(Run& run, const Effort& effort)
{
    Run best = run;
    best.scale = run.step;
    best.minimum = -run.lowest;
    float most = none;
    for (const float low : effort.shifts)
        for (const float high : effort.shifts) {
            const float factor = factorOf(shape, low, high) * inverse(run.step);
            encodeRun<shape>(run, low * run.step, factor, nullptr);
            const float score = fitRun(run);
            if (score > most) {
                most = score;
                best = run;
            }
        }
    run = best;
}

/// Scale and minimum of a run in units of d and dmin, and its error less sum h u^2.
struct Choice {
    float scale = 0, minimum = 0;
    float error = std::numeric_limits<float>::max();
};

/// The best of the scales no more than `reach` from the wanted one, each with its best minimum.
template <Shape shape>
Choice chooseScales(const Run& run, Halves halves, int reach)
{
    Choice best;
    const float wanted = nearestCode(run.scale * inverse(halves.d), shape.scaleLevels);
    for (int away = -reach; away <= reach; ++away) {
        Choice choice;
        choice.scale = std::clamp(wanted + float(away), 0.f, float(shape.scaleLevels));
        const float scale = halves.d * choice.scale;
        const float free = (run.x - scale * run.q) / run.n + run.lowest;
        choice.minimum = nearestCode(-free * inverse(halves.dmin), shape.scaleLevels);
        const float offset = -(halves.dmin * choice.minimum) - run.lowest;
        choice.error = scale * (scale * run.qq + 2 * (offset * run.q - run.qx))
            + offset * (run.n * offset - 2 * run.x);
        if (choice.error < best.error)
            best = choice;
    }
    return best;
}

/// One block on its way.
struct Block {
    std::array<Run, maxRuns> runs;
    std::array<Choice, maxRuns> choices;
    Halves halves;
};

template <Shape shape>
float chooseAll(Block& block, Halves halves, int reach)
{
    std::array<float, maxRuns> errors;
    for (int r = 0; r < shape.runs(); ++r) {
        block.choices[r] = chooseScales<shape>(block.runs[r], halves, reach);
        errors[r] = block.choices[r].error;
    }
    return pairSum(std::span(errors).first(shape.runs()));
}

/// The first d and dmin: all pairs of stretches, with the nearest scales only.
template <Shape shape>
void searchHalves(Block& block, const Effort& effort)
{
    float scale = 0, minimum = 0;
    for (int r = 0; r < shape.runs(); ++r) {
        scale = std::max(scale, block.runs[r].scale);
        minimum = std::max(minimum, block.runs[r].minimum);
    }
    float least = std::numeric_limits<float>::max();
    for (const float a : effort.stretches)
        for (const float b : effort.stretches) {
            const Halves halves{toHalf(scale / (float(shape.scaleLevels) + a)),
                toHalf(minimum / (float(shape.scaleLevels) + b))};
            const float error = chooseAll<shape>(block, halves, 0);
            if (a == effort.stretches[0] && b == effort.stretches[0])
                block.halves = halves;
            if (error < least) {
                least = error;
                block.halves = halves;
            }
        }
}

template <Shape shape>
Halves fitHalves(const Block& block)
{
    std::array<std::array<float, maxRuns>, 5> terms;
    for (int r = 0; r < shape.runs(); ++r) {
        const Run& run = block.runs[r];
        const float scale = block.choices[r].scale, minimum = block.choices[r].minimum;
        terms[0][r] = scale * scale * run.qq;
        terms[1][r] = scale * minimum * run.q;
        terms[2][r] = minimum * minimum * run.n;
        terms[3][r] = scale * (run.qx + run.lowest * run.q);
        terms[4][r] = minimum * (run.x + run.lowest * run.n);
    }
    const auto sum = [&](int term) { return pairSum(std::span(terms[term]).first(shape.runs())); };
    const BlockSums sums{sum(0), sum(1), sum(2), sum(3), sum(4)};
    return leastSquares(sums, block.halves);
}

/// Scales and minima for the codes that the runs have now. d and dmin are fitted to them in turn as
/// long as that helps.
template <Shape shape>
void refineScales(Block& block, int refits)
{
    float least = chooseAll<shape>(block, block.halves, 1);
    for (int i = 0; i < refits; ++i) {
        Block next = block;
        next.halves = fitHalves<shape>(block);
        const float error = chooseAll<shape>(next, next.halves, 1);
        if (error < least) {
            least = error;
            block = next;
        }
    }
}

/// Codes for what will be stored.
template <Shape shape>
void encodeRuns(Block& block, Parts& parts)
{
    for (int r = 0; r < shape.runs(); ++r) {
        Run& run = block.runs[r];
        const float scale = block.halves.d * block.choices[r].scale;
        const float minimum = block.halves.dmin * block.choices[r].minimum;
        encodeRun<shape>(
            run, -(minimum + run.lowest), inverse(scale), &parts.codes[r * shape.length]);
    }
}

template <Shape shape>
void encodeBlock(std::span<const float> x, const float* h, Search search, Parts& parts)
{
    parts = {};
    if (std::any_of(x.begin(), x.end(), [](float v) { return std::abs(v) > tooLarge; })) {
        parts.d = parts.dmin = 0x7c00; // Infinity: encodeBlocks() reports it.
        return;
    }
    const Effort effort = effortFor(shape, search);
    Block block;
    for (int r = 0; r < shape.runs(); ++r) {
        const int first = r * shape.length;
        block.runs[r] = makeRun<shape>(&x[first], h ? h + first : nullptr);
        searchRun<shape>(block.runs[r], effort);
    }
    searchHalves<shape>(block, effort);
    refineScales<shape>(block, effort.refits);
    encodeRuns<shape>(block, parts);
    for (int round = 0; round < effort.rounds; ++round) {
        for (int r = 0; r < shape.runs(); ++r)
            fitRun(block.runs[r]);
        refineScales<shape>(block, effort.refits);
        encodeRuns<shape>(block, parts);
    }
    parts.d = halfFromFloat(block.halves.d);
    parts.dmin = halfFromFloat(block.halves.dmin);
    for (int r = 0; r < shape.runs(); ++r) {
        parts.scales[r] = std::uint8_t(block.choices[r].scale);
        parts.minima[r] = std::uint8_t(block.choices[r].minimum);
    }
}

template <Shape shape, auto pack>
void encodeEach(const BlockRun& run, MutableBytes out, const BlockFormat& format)
{
    const std::int64_t blocks = run.x.count() / blockLength;
    const std::int64_t inRow = std::int64_t(run.h.size()) / blockLength;
    std::array<float, blockLength> x, h;
    Parts parts;
    for (std::int64_t i = 0; i < blocks; ++i) {
        toFloat(run.x.type, run.x.subspan(i * blockLength, blockLength).bytes, x);
        if (inRow > 0)
            normalImportance(run.h.subspan(std::size_t(i % inRow) * blockLength, blockLength), h);
        encodeBlock<shape>(x, inRow > 0 ? h.data() : nullptr, run.search, parts);
        pack(parts, out.data() + i * format.bytes);
    }
}

} // namespace

Effort effortFor(const Shape& shape, Search search)
{
    static constexpr std::array one{0.f};
    static constexpr std::array ends{-0.8f, 0.f, 0.8f};
    static constexpr std::array few{-0.1f, 0.3f, 0.7f}, fewCoarse{0.f, 0.25f, 0.5f};
    static constexpr std::array many{-0.25f, 0.f, 0.2f, 0.4f, 0.6f, 0.8f, 1.f};
    static constexpr std::array manyCoarse{-0.2f, 0.f, 0.15f, 0.3f, 0.45f, 0.6f};
    static constexpr std::array allEnds{-1.6f, -1.2f, -0.8f, -0.4f, 0.f, 0.4f, 0.8f, 1.2f, 1.6f};
    const bool isCoarse = shape.levels < 4;
    if (search == Search::None)
        return {one, one, 0, 0};
    if (search == Search::Balanced)
        return {isCoarse ? std::span<const float>(fewCoarse) : few, ends, 1, 0};
    return {isCoarse ? std::span<const float>(manyCoarse) : many, allEnds, 3, 3};
}

Halves leastSquares(const BlockSums& sums, Halves now)
{
    const float square = sums.aa * sums.mm;
    const float spread = square - sums.am * sums.am;
    Halves fitted = now;
    if (spread > square * 0x1p-10f) {
        fitted.d = (sums.ax * sums.mm - sums.mx * sums.am) / spread;
        fitted.dmin = (sums.ax * sums.am - sums.mx * sums.aa) / spread;
    } else if (sums.aa > 0) {
        fitted.d = (sums.ax + now.dmin * sums.am) / sums.aa;
    }
    if (!(fitted.d > 0 && fitted.dmin >= 0))
        return now;
    return {toHalf(fitted.d), toHalf(fitted.dmin)};
}

void normalImportance(std::span<const float> h, std::span<float> out)
{
    const float largest = *std::max_element(h.begin(), h.end());
    for (std::size_t i = 0; i < h.size(); ++i)
        out[i] = largest > 0 ? std::max(h[i] / largest, 0x1p-20f) : 1.f;
}

void encodeReferenceQ2k(const BlockRun& run, MutableBytes out)
{
    encodeEach<q2k, packQ2k>(run, out, formatQ2k);
}

void encodeReferenceQ4k(const BlockRun& run, MutableBytes out)
{
    encodeEach<q4k, packQ4k>(run, out, formatQ4k);
}

void encodeReferenceQ5k(const BlockRun& run, MutableBytes out)
{
    encodeEach<q5k, packQ5k>(run, out, formatQ5k);
}

constexpr BlockCodec codecQ2k{
    formatQ2k, encodeVectorsQ2k, decodeVectorsQ2k, encodeReferenceQ2k, decodeReferenceQ2k};
constexpr BlockCodec codecQ4k{
    formatQ4k, encodeVectorsQ4k, decodeVectorsQ4k, encodeReferenceQ4k, decodeReferenceQ4k};
constexpr BlockCodec codecQ5k{
    formatQ5k, encodeVectorsQ5k, decodeVectorsQ5k, encodeReferenceQ5k, decodeReferenceQ5k};

} // namespace aq::kmin

namespace aq {

extern constinit const Scheme ggmlQ2_K = blockScheme<kmin::codecQ2k>("q2_k", "Q2_K", 2);
extern constinit const Scheme ggmlQ4_K = blockScheme<kmin::codecQ4k>("q4_k", "Q4_K", 4);
extern constinit const Scheme ggmlQ5_K = blockScheme<kmin::codecQ5k>("q5_k", "Q5_K", 5);

} // namespace aq
