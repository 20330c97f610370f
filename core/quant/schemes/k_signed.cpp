#include "core/quant/schemes/k_signed.h"

#include "core/quant/to_float.h"

#include <cstring>

namespace aq {
namespace {

unsigned byteAt(const std::byte* bytes, std::size_t i)
{
    return std::to_integer<unsigned>(bytes[i]);
}

void storeHalf(std::uint16_t half, std::byte* out) { std::memcpy(out, &half, sizeof half); }

float loadHalf(const std::byte* in)
{
    std::uint16_t half = 0;
    std::memcpy(&half, in, sizeof half);
    return floatFromHalf(half);
}

/// Codes of Q3_K and Q6_K lie in runs of 32: element 128 * half + 32 * quarter + i.
std::size_t elementAt(std::size_t half, std::size_t quarter, std::size_t i)
{
    return 128 * half + 32 * quarter + i;
}

using Codes = std::array<std::uint8_t, kElements>; ///< q - low, in the order of the weights.

// Q3_K: hmask[32], qs[64], scales[12], d. docs/schemes/k-signed.md

void packQ3k(const Codes& codes, std::byte* out)
{
    std::byte *high = out, *low = out + 32;
    std::fill_n(out, 96, std::byte(0));
    for (std::size_t half = 0; half < 2; ++half)
        for (std::size_t quarter = 0; quarter < 4; ++quarter)
            for (std::size_t i = 0; i < 32; ++i) {
                const unsigned code = codes[elementAt(half, quarter, i)];
                low[32 * half + i] |= std::byte((code & 3) << 2 * quarter);
                high[i] |= std::byte(code >> 2 << (4 * half + quarter));
            }
}

Codes unpackQ3k(const std::byte* in)
{
    Codes codes;
    const std::byte *high = in, *low = in + 32;
    for (std::size_t half = 0; half < 2; ++half)
        for (std::size_t quarter = 0; quarter < 4; ++quarter)
            for (std::size_t i = 0; i < 32; ++i) {
                const unsigned two = byteAt(low, 32 * half + i) >> 2 * quarter & 3;
                const unsigned third = byteAt(high, i) >> (4 * half + quarter) & 1;
                codes[elementAt(half, quarter, i)] = std::uint8_t(third << 2 | two);
            }
    return codes;
}

// Q6_K: ql[128], qh[64], scales[16], d.

void packQ6k(const Codes& codes, std::byte* out)
{
    std::byte *low = out, *high = out + 128;
    std::fill_n(out, 192, std::byte(0));
    for (std::size_t half = 0; half < 2; ++half)
        for (std::size_t quarter = 0; quarter < 4; ++quarter)
            for (std::size_t i = 0; i < 32; ++i) {
                const unsigned code = codes[elementAt(half, quarter, i)];
                low[64 * half + quarter % 2 * 32 + i] |= std::byte((code & 15) << quarter / 2 * 4);
                high[32 * half + i] |= std::byte(code >> 4 << 2 * quarter);
            }
}

Codes unpackQ6k(const std::byte* in)
{
    Codes codes;
    const std::byte *low = in, *high = in + 128;
    for (std::size_t half = 0; half < 2; ++half)
        for (std::size_t quarter = 0; quarter < 4; ++quarter)
            for (std::size_t i = 0; i < 32; ++i) {
                const unsigned four
                    = byteAt(low, 64 * half + quarter % 2 * 32 + i) >> quarter / 2 * 4 & 15;
                const unsigned two = byteAt(high, 32 * half + i) >> 2 * quarter & 3;
                codes[elementAt(half, quarter, i)] = std::uint8_t(two << 4 | four);
            }
    return codes;
}

// Both.

struct Packing {
    void (*packCodes)(const Codes&, std::byte*);
    Codes (*unpackCodes)(const std::byte*);
    void (*packScales)(const BlockScales&, std::byte*);
    BlockScales (*unpackScales)(const std::byte*);
};
constexpr Packing q3kPacking{packQ3k, unpackQ3k, packQ3kScales, unpackQ3kScales};
constexpr Packing q6kPacking{packQ6k, unpackQ6k, packQ6kScales, unpackQ6kScales};

void encode(const SignedK& k, const Packing& packing, const SignedSearch& search,
    const BlockRun& run, MutableBytes out)
{
    std::array<float, kElements> x;
    Codes codes;
    const auto bytes = std::size_t(k.format.bytes);
    for (std::size_t b = 0; b < out.size() / bytes; ++b) {
        toFloat(run.x.type, run.x.subspan(std::int64_t(b) * kElements, kElements).bytes, x);
        const auto h = importanceOf(run, b * kElements, kElements);
        const BlockScales scales = searchBlock<kRun>(k.grid, x, h, k.levels, search);
        for (std::size_t i = 0; i < kElements; ++i) {
            const float inverse = inverseOf(scales.d * scales.steps[i / kRun]);
            codes[i] = std::uint8_t(k.grid.nearest(x[i] * inverse) - k.grid.low);
        }
        packing.packCodes(codes, out.data() + b * bytes);
        packing.packScales(scales, out.data() + b * bytes);
    }
}

/// x' = (d * step) * q, rounded once for the scale and once for the product.
void decode(const SignedK& k, const Packing& packing, Bytes in, std::span<float> x)
{
    for (std::size_t b = 0; b < x.size() / kElements; ++b) {
        const std::byte* block = in.data() + b * std::size_t(k.format.bytes);
        const Codes codes = packing.unpackCodes(block);
        const BlockScales scales = packing.unpackScales(block);
        for (std::size_t i = 0; i < kElements; ++i) {
            const float scale = scales.d * scales.steps[i / kRun];
            x[b * kElements + i] = scale * (float(codes[i]) + k.grid.low);
        }
    }
}

constexpr BlockCodec q3kCodec{
    q3k.format, encodeQ3k, decodeQ3k, encodeQ3kReference, decodeQ3kReference};
constexpr BlockCodec q6kCodec{
    q6k.format, encodeQ6k, decodeQ6k, encodeQ6kReference, decodeQ6kReference};

// Targets, from measurements on normal and Student t4 weights: more of them gain little.

constexpr std::array q3kBalanced{-4.49f, -4.11f, -3.73f, -3.36f, -2.98f, -2.6f};
constexpr auto q3kBest = evenScales<21, 12>({{2.3, 4.49}, {2.1, 3.9}});
constexpr auto q3kWeighted = evenScales<12, 12>({{2.6, 12}, {2.2, 10}});
constexpr auto q3kBestWeighted = evenScales<36, 30>({{2.3, 16}, {2.0, 12}});
constexpr SignedTargets q3kTargets{{-4}, q3kBalanced, q3kBest, q3kWeighted, q3kBestWeighted};

constexpr auto q6kBalanced = evenScales<12, 12>({{28.5, 32.4}, {27.5, 32}});
constexpr auto q6kBest = evenScales<36, 36>({{26.5, 32.4}, {25.5, 32}});
constexpr auto q6kWeighted = evenScales<21, 18>({{28.5, 42}, {27.5, 40}});
constexpr auto q6kBestWeighted = evenScales<48, 42>({{27, 64}, {26, 60}});
constexpr SignedTargets q6kTargets{{-32}, q6kBalanced, q6kBest, q6kWeighted, q6kBestWeighted};

} // namespace

void packQ3kScales(const BlockScales& scales, std::byte* block)
{
    std::array<std::uint8_t, kRuns> steps;
    for (std::size_t r = 0; r < kRuns; ++r)
        steps[r] = std::uint8_t(int(scales.steps[r]) + 32);
    for (std::size_t r = 0; r < 8; ++r)
        block[96 + r] = std::byte((steps[r] & 15) | (steps[r + 8] & 15) << 4);
    for (std::size_t r = 0; r < 4; ++r)
        block[104 + r] = std::byte(steps[r] >> 4 | steps[r + 4] >> 4 << 2 | steps[r + 8] >> 4 << 4
            | steps[r + 12] >> 4 << 6);
    storeHalf(scales.half, block + q3k.format.halves[0]);
}

BlockScales unpackQ3kScales(const std::byte* block)
{
    BlockScales scales;
    const std::byte* in = block + 96;
    for (std::size_t r = 0; r < kRuns; ++r) {
        const unsigned four = byteAt(in, r % 8) >> (r < 8 ? 0 : 4) & 15;
        const unsigned two = byteAt(in, 8 + r % 4) >> r / 4 * 2 & 3;
        scales.steps[r] = float(two << 4 | four) - 32;
    }
    scales.d = loadHalf(block + q3k.format.halves[0]);
    return scales;
}

void packQ6kScales(const BlockScales& scales, std::byte* block)
{
    for (std::size_t r = 0; r < kRuns; ++r)
        block[192 + r] = std::byte(std::int8_t(scales.steps[r]));
    storeHalf(scales.half, block + q6k.format.halves[0]);
}

BlockScales unpackQ6kScales(const std::byte* block)
{
    BlockScales scales;
    for (std::size_t r = 0; r < kRuns; ++r)
        scales.steps[r] = float(std::int8_t(byteAt(block, 192 + r)));
    scales.d = loadHalf(block + q6k.format.halves[0]);
    return scales;
}

void encodeQ3kReference(const BlockRun& run, MutableBytes out)
{
    encode(q3k, q3kPacking, q3kSearch(run), run, out);
}
void decodeQ3kReference(Bytes in, std::span<float> x) { decode(q3k, q3kPacking, in, x); }

void encodeQ6kReference(const BlockRun& run, MutableBytes out)
{
    encode(q6k, q6kPacking, q6kSearch(run), run, out);
}
void decodeQ6kReference(Bytes in, std::span<float> x) { decode(q6k, q6kPacking, in, x); }

SignedSearch q3kSearch(const BlockRun& run)
{
    return q3kTargets.search(run.search, !run.h.empty());
}

SignedSearch q6kSearch(const BlockRun& run)
{
    return q6kTargets.search(run.search, !run.h.empty());
}

extern constinit const Scheme ggmlQ3_K = blockScheme<q3kCodec>("q3_k", "Q3_K", 3);
extern constinit const Scheme ggmlQ6_K = blockScheme<q6kCodec>("q6_k", "Q6_K", 6);

} // namespace aq
