// Q2_K, Q4_K and Q5_K, once per instruction set: what k_min.cpp does, 16 runs at a time.
#include "core/quant/schemes/k_min.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/quant/schemes/k_min_simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
#include "core/quant/kernels/k_min_inl.h"
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

/// searchHalves()
template <kmin::Shape shape, bool weighted>
void searchHalvesOfTile(MinTile<shape>& tile, std::span<const float> stretches)
{
    constexpr int blocks = MinTile<shape>::blocks;
    constexpr std::size_t most = kmin::maxStretches;
    const std::size_t count = stretches.size();
    alignas(64) Row ds[most], dmins[most], errors[most * most];
    for (int block = 0; block < blocks; ++block) {
        const auto scales = ofBlock<shape>(tile.scale, block);
        const auto minima = ofBlock<shape>(tile.minimum, block);
        const float scale = std::max(0.f, *std::max_element(scales.begin(), scales.end()));
        const float minimum = std::max(0.f, *std::max_element(minima.begin(), minima.end()));
        for (std::size_t k = 0; k < count; ++k) {
            const float levels = float(shape.scaleLevels) + stretches[k];
            std::ranges::fill(ofBlock<shape>(ds[k], block), toHalf(scale / levels));
            std::ranges::fill(ofBlock<shape>(dmins[k], block), toHalf(minimum / levels));
        }
    }
    errorsOfPairs<shape, weighted>(
        tile, std::span(ds).first(count), std::span(dmins).first(count), errors);
    std::size_t bestD[blocks] = {}, bestDmin[blocks] = {};
    float least[blocks];
    std::ranges::fill(least, std::numeric_limits<float>::max());
    for (std::size_t pair = 0; pair < count * count; ++pair)
        for (int block = 0; block < blocks; ++block) {
            const float error = sumOfBlock<shape>(errors[pair], block);
            if (error < least[block]) {
                least[block] = error;
                bestD[block] = pair / count;
                bestDmin[block] = pair % count;
            }
        }
    for (int block = 0; block < blocks; ++block) {
        const auto first = std::size_t(block * shape.runs());
        std::ranges::fill(ofBlock<shape>(tile.d, block), ds[bestD[block]][first]);
        std::ranges::fill(ofBlock<shape>(tile.dmin, block), dmins[bestDmin[block]][first]);
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

using Bytes16 = hn::FixedTag<std::uint8_t, 16>;
using ByteVector = hn::Vec<Bytes16>;

HWY_INLINE ByteVector loadBytes(const void* in)
{
    return hn::LoadU(Bytes16(), static_cast<const std::uint8_t*>(in));
}

HWY_INLINE void storeBytes(ByteVector bytes, void* out)
{
    hn::StoreU(bytes, Bytes16(), static_cast<std::uint8_t*>(out));
}

HWY_INLINE ByteVector masked(ByteVector bytes, std::uint8_t mask)
{
    return hn::And(bytes, hn::Set(Bytes16(), mask));
}

void packNibbles(const std::uint8_t* codes, std::byte* out)
{
    for (int i = 0; i < 128; i += 16) {
        const std::uint8_t* code = codes + i / 32 * 64 + i % 32;
        const auto low = masked(loadBytes(code), 15), high = masked(loadBytes(code + 32), 15);
        storeBytes(hn::Or(low, hn::ShiftLeft<4>(high)), out + i);
    }
}

void unpackNibbles(const std::byte* in, std::uint8_t* codes)
{
    for (int i = 0; i < 128; i += 16) {
        std::uint8_t* code = codes + i / 32 * 64 + i % 32;
        const auto both = loadBytes(in + i);
        storeBytes(masked(both, 15), code);
        storeBytes(hn::ShiftRight<4>(both), code + 32);
    }
}

/// Each format's scales and codes to bytes and back: Scales, codes of 256 weights, a block.
struct FormatQ2k {
    static constexpr kmin::Shape shape = kmin::q2k;
    static constexpr BlockFormat format = kmin::formatQ2k;
    static constexpr auto reference = kmin::encodeReferenceQ2k;

    static void pack(const kmin::Scales& scales, const std::uint8_t* codes, std::byte* out)
    {
        kmin::packScalesQ2k(scales, out);
        for (int i = 0; i < 64; i += 16) {
            const std::uint8_t* code = codes + i / 32 * 128 + i % 32;
            const auto low = hn::Or(loadBytes(code), hn::ShiftLeft<2>(loadBytes(code + 32)));
            const auto high = hn::Or(loadBytes(code + 64), hn::ShiftLeft<2>(loadBytes(code + 96)));
            storeBytes(hn::Or(low, hn::ShiftLeft<4>(high)), out + 16 + i);
        }
    }

    static void unpack(const std::byte* in, kmin::Scales& scales, std::uint8_t* codes)
    {
        kmin::unpackScalesQ2k(in, scales);
        for (int i = 0; i < 64; i += 16) {
            std::uint8_t* code = codes + i / 32 * 128 + i % 32;
            const auto four = loadBytes(in + 16 + i);
            storeBytes(masked(four, 3), code);
            storeBytes(masked(hn::ShiftRight<2>(four), 3), code + 32);
            storeBytes(masked(hn::ShiftRight<4>(four), 3), code + 64);
            storeBytes(hn::ShiftRight<6>(four), code + 96);
        }
    }
};

struct FormatQ4k {
    static constexpr kmin::Shape shape = kmin::q4k;
    static constexpr BlockFormat format = kmin::formatQ4k;
    static constexpr auto reference = kmin::encodeReferenceQ4k;

    static void pack(const kmin::Scales& scales, const std::uint8_t* codes, std::byte* out)
    {
        kmin::packScalesQ4k(scales, out);
        packNibbles(codes, out + 16);
    }

    static void unpack(const std::byte* in, kmin::Scales& scales, std::uint8_t* codes)
    {
        kmin::unpackScalesQ4k(in, scales);
        unpackNibbles(in + 16, codes);
    }
};

struct FormatQ5k {
    static constexpr kmin::Shape shape = kmin::q5k;
    static constexpr BlockFormat format = kmin::formatQ5k;
    static constexpr auto reference = kmin::encodeReferenceQ5k;

    static void pack(const kmin::Scales& scales, const std::uint8_t* codes, std::byte* out)
    {
        kmin::packScalesQ4k(scales, out);
        packNibbles(codes, out + 48);
        for (int i = 0; i < 32; i += 16) {
            auto bits = hn::Zero(Bytes16()); // The last code's bit moves in first.
            for (int k = 7; k >= 0; --k)
                bits
                    = hn::Or(hn::Add(bits, bits), hn::ShiftRight<4>(loadBytes(codes + 32 * k + i)));
            storeBytes(bits, out + 16 + i);
        }
    }

    static void unpack(const std::byte* in, kmin::Scales& scales, std::uint8_t* codes)
    {
        kmin::unpackScalesQ4k(in, scales);
        unpackNibbles(in + 48, codes);
        for (int i = 0; i < 32; i += 16) {
            auto bits = loadBytes(in + 16 + i);
            for (int k = 0; k < 8; ++k) {
                const auto fifth = hn::ShiftLeft<4>(masked(bits, 1));
                storeBytes(hn::Or(loadBytes(codes + 32 * k + i), fifth), codes + 32 * k + i);
                bits = hn::ShiftRight<1>(bits);
            }
        }
    }
};

template <typename Format>
void packTile(const MinTile<Format::shape>& tile, std::byte* out)
{
    constexpr kmin::Shape shape = Format::shape;
    std::uint8_t codes[runsSideBySide * shape.length];
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

/// Encodes whole tiles of blocks, and what is left as a tile with copies of the last block.
template <typename Format, bool weighted>
void encodeTiles(const BlockRun& run, MutableBytes out)
{
    constexpr kmin::Shape shape = Format::shape;
    constexpr std::int64_t step = MinTile<shape>::blocks, weights = runsSideBySide * shape.length;
    constexpr std::int64_t bytes = Format::format.bytes;
    const std::int64_t blocks = run.x.count() / kmin::blockLength;
    const std::int64_t inRow = std::int64_t(run.h.size()) / kmin::blockLength;
    const kmin::Effort effort = kmin::effortFor(shape, run.search);
    MinTile<shape> tile;
    for (std::int64_t first = 0; first < blocks; first += step) {
        const std::int64_t count = std::min(step, blocks - first);
        const Weights x = run.x.subspan(first * kmin::blockLength, count * kmin::blockLength);
        std::byte copies[weights * 4], packed[step * bytes];
        const std::byte* in = x.bytes.data();
        for (std::int64_t block = 0; count < step && block < step; ++block) {
            in = copies; // The format has two blocks in a tile at most: this is the last one.
            std::memcpy(
                copies + block * std::int64_t(x.bytes.size()), x.bytes.data(), x.bytes.size());
        }
        sideBySide<shape.length>(x.type, in, tile.u);
        if constexpr (weighted) {
            float h[weights];
            for (std::int64_t block = 0; block < step; ++block)
                kmin::normalImportance(
                    run.h.subspan(std::size_t((first + block) % inRow * kmin::blockLength),
                        kmin::blockLength),
                    std::span(h).subspan(
                        std::size_t(block * kmin::blockLength), kmin::blockLength));
            sideBySide<shape.length>(DType::F32, reinterpret_cast<const std::byte*>(h), tile.h);
        }
        const MutableBytes place
            = out.subspan(std::size_t(first * bytes), std::size_t(count * bytes));
        if (!measureRuns<shape, weighted>(tile)) {
            Format::reference({x, {}, run.search}, place);
            continue;
        }
        searchTile<shape, weighted>(tile, effort);
        packTile<Format>(tile, packed);
        std::memcpy(place.data(), packed, place.size());
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

#define AQ_CALL(lanes, reference, ...)                                                             \
    (isScalar() ? kmin::reference(__VA_ARGS__) : HWY_DYNAMIC_DISPATCH(lanes)(__VA_ARGS__))

void kmin::encodeVectorsQ2k(const BlockRun& run, MutableBytes out)
{
    AQ_CALL(encodeQ2kLanes, encodeReferenceQ2k, run, out);
}

void kmin::encodeVectorsQ4k(const BlockRun& run, MutableBytes out)
{
    AQ_CALL(encodeQ4kLanes, encodeReferenceQ4k, run, out);
}

void kmin::encodeVectorsQ5k(const BlockRun& run, MutableBytes out)
{
    AQ_CALL(encodeQ5kLanes, encodeReferenceQ5k, run, out);
}

void kmin::decodeVectorsQ2k(Bytes in, std::span<float> x)
{
    AQ_CALL(decodeQ2kLanes, decodeReferenceQ2k, in, x);
}

void kmin::decodeVectorsQ4k(Bytes in, std::span<float> x)
{
    AQ_CALL(decodeQ4kLanes, decodeReferenceQ4k, in, x);
}

void kmin::decodeVectorsQ5k(Bytes in, std::span<float> x)
{
    AQ_CALL(decodeQ5kLanes, decodeReferenceQ5k, in, x);
}

#undef AQ_CALL

} // namespace aq
#endif // HWY_ONCE
