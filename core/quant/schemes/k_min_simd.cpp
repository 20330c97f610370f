// Q2_K, Q4_K and Q5_K, once per instruction set: what k_min.cpp does, 16 runs at a time.
#include "core/quant/schemes/k_min.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/quant/schemes/k_min_simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
#include "core/quant/kernels/k_min_inl.h"
#include "core/quant/kernels/k_min_layout_inl.h"
#endif

#include "core/quant/kernels/half.h"

#include <algorithm>
#include <cstring>

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {
namespace {
#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128

void encodeQ2kLanes(const BlockRun& run, MutableBytes out) { kmin::encodeReferenceQ2k(run, out); }
void encodeQ4kLanes(const BlockRun& run, MutableBytes out) { kmin::encodeReferenceQ4k(run, out); }
void encodeQ5kLanes(const BlockRun& run, MutableBytes out) { kmin::encodeReferenceQ5k(run, out); }
void decodeQ2kLanes(Bytes in, std::span<float> x) { kmin::decodeReferenceQ2k(in, x); }
void decodeQ4kLanes(Bytes in, std::span<float> x) { kmin::decodeReferenceQ4k(in, x); }
void decodeQ5kLanes(Bytes in, std::span<float> x) { kmin::decodeReferenceQ5k(in, x); }

#else

/// Runs of a block in a tile.
template <kmin::Shape shape>
std::span<float> ofBlock(Row& row, int block)
{
    return std::span<float>(row).subspan(std::size_t(block * shape.runs()), shape.runs());
}

template <kmin::Shape shape>
float sumOfBlock(const Row& row, int block)
{
    float sums[shape.runs()];
    std::memcpy(sums, row + block * shape.runs(), sizeof sums);
    return kmin::pairSum(sums);
}

float toHalf(float value) { return floatFromHalf(halfFromFloat(value)); }

/// d or dmin of every stretch: the largest of `wanted` in each block / (scaleLevels + stretch).
template <kmin::Shape shape>
void stretch(Row& wanted, std::span<const float> stretches, std::span<Row> out)
{
    for (int block = 0; block < MinTile<shape>::blocks; ++block) {
        const auto runs = ofBlock<shape>(wanted, block);
        const float largest = std::max(0.f, *std::max_element(runs.begin(), runs.end()));
        for (std::size_t k = 0; k < stretches.size(); ++k) {
            const float levels = float(shape.scaleLevels) + stretches[k];
            std::ranges::fill(ofBlock<shape>(out[k], block), toHalf(largest / levels));
        }
    }
}

/// searchHalves()
template <kmin::Shape shape, bool weighted>
void searchHalvesOfTile(MinTile<shape>& tile, std::span<const float> stretches)
{
    constexpr std::size_t most = kmin::maxStretches;
    const std::size_t count = stretches.size();
    alignas(64) Row ds[most], dmins[most], errors[most * most];
    stretch<shape>(tile.scale, stretches, ds);
    stretch<shape>(tile.minimum, stretches, dmins);
    errorsOfPairs<shape, weighted>(
        tile, std::span(ds).first(count), std::span(dmins).first(count), errors);
    for (int block = 0; block < MinTile<shape>::blocks; ++block) {
        float least = std::numeric_limits<float>::max();
        std::size_t best = 0;
        for (std::size_t pair = 0; pair < count * count; ++pair) {
            const float error = sumOfBlock<shape>(errors[pair], block);
            best = error < least ? pair : best;
            least = std::min(error, least);
        }
        const auto first = std::size_t(block * shape.runs());
        std::ranges::fill(ofBlock<shape>(tile.d, block), ds[best / count][first]);
        std::ranges::fill(ofBlock<shape>(tile.dmin, block), dmins[best % count][first]);
    }
}

/// fitHalves() of every block of the tile.
template <kmin::Shape shape>
void fitHalvesOfTile(const MinTile<shape>& tile, Row& d, Row& dmin)
{
    alignas(64) Row terms[5];
    for (std::size_t r = 0; r < runsSideBySide; r += lanes) {
        const auto scale = row(tile.wholeScale + r), minimum = row(tile.wholeMinimum + r);
        const auto q = row(tile.q + r), n = row(tile.n + r), lowest = row(tile.lowest + r);
        const auto qx = hn::Add(row(tile.qx + r), hn::Mul(lowest, q));
        const auto x = hn::Add(row(tile.x + r), hn::Mul(lowest, n));
        setRow(hn::Mul(hn::Mul(scale, scale), row(tile.qq + r)), terms[0] + r);
        setRow(hn::Mul(hn::Mul(scale, minimum), q), terms[1] + r);
        setRow(hn::Mul(hn::Mul(minimum, minimum), n), terms[2] + r);
        setRow(hn::Mul(scale, qx), terms[3] + r);
        setRow(hn::Mul(minimum, x), terms[4] + r);
    }
    for (int block = 0; block < MinTile<shape>::blocks; ++block) {
        const auto sum = [&](int term) { return sumOfBlock<shape>(terms[term], block); };
        const kmin::BlockSums sums{sum(0), sum(1), sum(2), sum(3), sum(4)};
        const auto first = std::size_t(block * shape.runs());
        const auto fitted = kmin::leastSquares(sums, {tile.d[first], tile.dmin[first]});
        std::ranges::fill(ofBlock<shape>(d, block), fitted.d);
        std::ranges::fill(ofBlock<shape>(dmin, block), fitted.dmin);
    }
}

/// refineScales()
template <kmin::Shape shape, bool weighted>
void refineTile(MinTile<shape>& tile, int refits)
{
    chooseLanes<shape, weighted>(tile, tile.d, tile.dmin);
    alignas(64) Row d, dmin, scale, minimum, error;
    for (int i = 0; i < refits; ++i) {
        fitHalvesOfTile(tile, d, dmin);
        std::memcpy(scale, tile.wholeScale, sizeof scale);
        std::memcpy(minimum, tile.wholeMinimum, sizeof minimum);
        std::memcpy(error, tile.error, sizeof error);
        chooseLanes<shape, weighted>(tile, d, dmin);
        for (int block = 0; block < MinTile<shape>::blocks; ++block) {
            const auto keep = [block](Row& to, Row& from) {
                std::ranges::copy(ofBlock<shape>(from, block), ofBlock<shape>(to, block).begin());
            };
            if (sumOfBlock<shape>(tile.error, block) < sumOfBlock<shape>(error, block)) {
                keep(tile.d, d);
                keep(tile.dmin, dmin);
            } else {
                keep(tile.wholeScale, scale);
                keep(tile.wholeMinimum, minimum);
                keep(tile.error, error);
            }
        }
    }
}

template <kmin::Shape shape, bool weighted>
void refitRuns(MinTile<shape>& tile)
{
    for (std::size_t r = 0; r < runsSideBySide; r += lanes) {
        const auto none = all(std::numeric_limits<float>::lowest());
        const CodeSums sums{row(tile.q + r), row(tile.qq + r), row(tile.qx + r)};
        const Fit fit = fitLanes<shape, weighted>(tile, r, sums, none);
        const auto isSome = hn::Gt(fit.score, none);
        setRow(hn::IfThenElse(isSome, fit.scale, row(tile.scale + r)), tile.scale + r);
        setRow(hn::IfThenElse(isSome, fit.minimum, row(tile.minimum + r)), tile.minimum + r);
    }
}

template <kmin::Shape shape, bool weighted>
void searchTile(MinTile<shape>& tile, const kmin::Effort& effort)
{
    for (std::size_t r = 0; r < runsSideBySide; r += lanes)
        searchLanes<shape, weighted>(tile, r, effort.shifts);
    searchHalvesOfTile<shape, weighted>(tile, effort.stretches);
    refineTile<shape, weighted>(tile, effort.refits);
    encodeLanes<shape, weighted>(tile, effort.rounds > 0);
    for (int round = 0; round < effort.rounds; ++round) {
        refitRuns<shape, weighted>(tile);
        refineTile<shape, weighted>(tile, effort.refits);
        encodeLanes<shape, weighted>(tile, true);
    }
}

template <typename Format>
void packTile(const MinTile<Format::shape>& tile, std::byte* out)
{
    constexpr kmin::Shape shape = Format::shape;
    std::uint8_t codes[MinTile<shape>::weights];
    oneAfterAnother<shape.length>(tile.codes, codes);
    for (int block = 0; block < MinTile<shape>::blocks; ++block) {
        const int first = block * shape.runs();
        kmin::Scales scales;
        scales.d = halfFromFloat(tile.d[first]);
        scales.dmin = halfFromFloat(tile.dmin[first]);
        for (int r = 0; r < shape.runs(); ++r) {
            scales.scales[r] = std::uint8_t(tile.wholeScale[first + r]);
            scales.minima[r] = std::uint8_t(tile.wholeMinimum[first + r]);
        }
        Format::pack(scales, codes + block * kmin::blockLength, out + block * Format::format.bytes);
    }
}

/// Puts `count` blocks side by side; where the tile has room for two, but only one
/// is left, that one twice.
template <kmin::Shape shape>
void loadWeightsOf(const Weights& x, std::int64_t count, MinTile<shape>& tile)
{
    if (count == MinTile<shape>::blocks)
        return sideBySide<shape.length>(x.type, x.bytes.data(), tile.u);
    static_assert(MinTile<shape>::blocks <= 2);
    std::byte twice[MinTile<shape>::weights * sizeof(float)];
    std::memcpy(twice, x.bytes.data(), x.bytes.size());
    std::memcpy(twice + x.bytes.size(), x.bytes.data(), x.bytes.size());
    sideBySide<shape.length>(x.type, twice, tile.u);
}

/// Importance of the tile's blocks, the first of which is `first`, counted through all rows.
template <kmin::Shape shape>
void loadImportance(std::span<const float> rowImportance, std::int64_t first, MinTile<shape>& tile)
{
    const std::size_t inRow = rowImportance.size() / kmin::blockLength;
    float h[MinTile<shape>::weights];
    for (std::size_t block = 0; block < MinTile<shape>::blocks; ++block) {
        const std::size_t column = (std::size_t(first) + block) % inRow * kmin::blockLength;
        kmin::normalImportance(rowImportance.subspan(column, kmin::blockLength),
            std::span(h).subspan(block * kmin::blockLength, kmin::blockLength));
    }
    sideBySide<shape.length>(DType::F32, reinterpret_cast<const std::byte*>(h), tile.h);
}

template <typename Format, bool weighted>
void encodeTiles(const BlockRun& run, MutableBytes out)
{
    constexpr kmin::Shape shape = Format::shape;
    constexpr std::int64_t step = MinTile<shape>::blocks, bytes = Format::format.bytes;
    const std::int64_t blocks = run.x.count() / kmin::blockLength;
    const kmin::Effort effort = kmin::effortFor(shape, run.search);
    MinTile<shape> tile;
    for (std::int64_t first = 0; first < blocks; first += step) {
        const std::int64_t count = std::min(step, blocks - first);
        const Weights x = run.x.subspan(first * kmin::blockLength, count * kmin::blockLength);
        const MutableBytes place
            = out.subspan(std::size_t(first * bytes), std::size_t(count * bytes));
        loadWeightsOf(x, count, tile);
        if constexpr (weighted)
            loadImportance(run.h, first, tile);
        if (measureRuns<shape, weighted>(tile)) {
            searchTile<shape, weighted>(tile, effort);
            std::byte packed[step * bytes];
            packTile<Format>(tile, packed);
            std::memcpy(place.data(), packed, place.size());
        } else { // Refused in the end: importance does not matter.
            Format::reference({x, {}, run.search}, place);
        }
    }
}

template <typename Format>
void encodeFormat(const BlockRun& run, MutableBytes out)
{
    run.h.empty() ? encodeTiles<Format, false>(run, out) : encodeTiles<Format, true>(run, out);
}

template <typename Format>
void decodeFormat(Bytes in, std::span<float> x)
{
    constexpr std::size_t length = Format::shape.length;
    const hn::Rebind<std::uint8_t, Floats> bytes;
    const hn::RebindToSigned<Floats> integers;
    std::uint8_t codes[kmin::blockLength];
    kmin::Scales scales;
    for (std::size_t first = 0; first < x.size(); first += kmin::blockLength) {
        Format::unpack(in.data() + first / kmin::blockLength * Format::format.bytes, scales, codes);
        const float d = floatFromHalf(scales.d), dmin = floatFromHalf(scales.dmin);
        for (std::size_t r = 0; r < Format::shape.runs(); ++r) {
            const auto scale = all(d * float(scales.scales[r]));
            const auto minimum = all(dmin * float(scales.minima[r]));
            for (std::size_t i = r * length; i < (r + 1) * length; i += lanes) {
                const auto q
                    = hn::ConvertTo(Floats(), hn::PromoteTo(integers, hn::LoadU(bytes, codes + i)));
                hn::StoreU(hn::Sub(hn::Mul(scale, q), minimum), Floats(), x.data() + first + i);
            }
        }
    }
}

void encodeQ2kLanes(const BlockRun& run, MutableBytes out) { encodeFormat<FormatQ2k>(run, out); }
void encodeQ4kLanes(const BlockRun& run, MutableBytes out) { encodeFormat<FormatQ4k>(run, out); }
void encodeQ5kLanes(const BlockRun& run, MutableBytes out) { encodeFormat<FormatQ5k>(run, out); }
void decodeQ2kLanes(Bytes in, std::span<float> x) { decodeFormat<FormatQ2k>(in, x); }
void decodeQ4kLanes(Bytes in, std::span<float> x) { decodeFormat<FormatQ4k>(in, x); }
void decodeQ5kLanes(Bytes in, std::span<float> x) { decodeFormat<FormatQ5k>(in, x); }

#endif
} // namespace
} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "core/quant/kernels/dispatch.h"

namespace aq {
namespace {
HWY_EXPORT(encodeQ2kLanes);
HWY_EXPORT(encodeQ4kLanes);
HWY_EXPORT(encodeQ5kLanes);
HWY_EXPORT(decodeQ2kLanes);
HWY_EXPORT(decodeQ4kLanes);
HWY_EXPORT(decodeQ5kLanes);
} // namespace

void kmin::encodeVectorsQ2k(const BlockRun& run, MutableBytes out)
{
    HWY_DYNAMIC_DISPATCH(encodeQ2kLanes)(run, out);
}

void kmin::encodeVectorsQ4k(const BlockRun& run, MutableBytes out)
{
    HWY_DYNAMIC_DISPATCH(encodeQ4kLanes)(run, out);
}

void kmin::encodeVectorsQ5k(const BlockRun& run, MutableBytes out)
{
    HWY_DYNAMIC_DISPATCH(encodeQ5kLanes)(run, out);
}

void kmin::decodeVectorsQ2k(Bytes in, std::span<float> x)
{
    HWY_DYNAMIC_DISPATCH(decodeQ2kLanes)(in, x);
}

void kmin::decodeVectorsQ4k(Bytes in, std::span<float> x)
{
    HWY_DYNAMIC_DISPATCH(decodeQ4kLanes)(in, x);
}

void kmin::decodeVectorsQ5k(Bytes in, std::span<float> x)
{
    HWY_DYNAMIC_DISPATCH(decodeQ5kLanes)(in, x);
}

} // namespace aq
#endif // HWY_ONCE
