// Q8_0 Q4_0 Q4_1 Q5_0 Q5_1, one block at a time. docs/schemes/simple_blocks.md
// The plain rule gives the bytes that ggml's reference quantizers give for finite weights: codes
// come from the scale before it is rounded to F16. All in float, every operation rounded once.
#include "core/quant/schemes/simple_blocks.h"

#include "core/quant/kernels/half.h"
#include "core/quant/kernels/instruction_set.h"
#include "core/quant/to_float.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstring>

namespace aq {
namespace simple {
namespace {

using Codes = std::array<std::uint8_t, blockSize>; ///< As stored: c - least.
using Terms = std::array<float, blockSize>;

/// Added in halves: 16 + 16, 8 + 8, ... as vectors of any length up to 16 do.
float sum(Terms terms)
{
    for (std::size_t n = blockSize / 2; n > 0; n /= 2)
        for (std::size_t i = 0; i < n; ++i)
            terms[i] += terms[i + n];
    return terms[0];
}

/// The weight of largest magnitude, of several the first; +0 when all are zero.
float signedPeak(const float* x)
{
    float peak = 0;
    for (int i = 0; i < blockSize; ++i)
        if (std::abs(x[i]) > std::abs(peak))
            peak = x[i];
    return peak;
}

BlockMap plainMap(const Rule& rule, const float* x)
{
    BlockMap map;
    if (rule.hasMin) {
        map.min = *std::min_element(x, x + blockSize); // The first: of -0 and 0 too.
        map.scale = (*std::max_element(x, x + blockSize) - map.min) / rule.steps;
        map.offset = map.min;
        map.bias = 0.5f;
    } else if (rule.bits == 8) {
        map.scale = std::abs(signedPeak(x)) / rule.steps;
    } else {
        map.scale = signedPeak(x) / rule.steps;
        map.bias = 0.5f - rule.least;
    }
    map.inverse = map.scale != 0 ? 1 / map.scale : 0;
    if (!std::isfinite(map.inverse)) // The scale is far below F16: every code is stored as 0.
        map.inverse = map.bias = 0;
    return map;
}

/// c - least, a whole number.
float storedCode(const Rule& rule, const BlockMap& map, float x)
{
    if (rule.bits == 8) {
        const float t = std::clamp(x * map.inverse, rule.least, rule.most);
        return std::trunc(t + std::copysign(almostHalf, t)); // int8 holds c itself.
    }
    const float t = (x - map.offset) * map.inverse + map.bias;
    return t > 0 ? std::floor(std::min(t, rule.most - rule.least)) : 0.0f;
}

/// c of a weight.
float code(const Rule& rule, const BlockMap& map, float x)
{
    return storedCode(rule, map, x) + (rule.bits == 8 ? 0.0f : rule.least);
}

float halfRounded(float value) { return floatFromHalf(halfFromFloat(value)); }

/// sum h (x - x')^2 with scale and minimum as stored.
float squaredError(const Rule& rule, const BlockMap& map, const float* x, const float* h)
{
    const float scale = halfRounded(map.scale), min = halfRounded(map.min);
    Terms terms;
    for (std::size_t i = 0; i < blockSize; ++i) {
        const float product = code(rule, map, x[i]) * scale;
        const float error = x[i] - (rule.hasMin ? product + min : product);
        terms[i] = h ? h[i] * (error * error) : error * error;
    }
    return sum(terms);
}

/// The sums from which least squares follow: of h, hc, hcc, hcy and hy with y = x - origin.
struct CodeSums {
    float h, c, cc, cy, y;
};
CodeSums codeSums(
    const Rule& rule, const BlockMap& map, const float* x, const float* h, float origin)
{
    Terms hs, hc, hcc, hcy, hy;
    for (std::size_t i = 0; i < blockSize; ++i) {
        const float c = code(rule, map, x[i]), y = rule.hasMin ? x[i] - origin : x[i];
        hs[i] = h ? h[i] : 1.0f;
        hc[i] = hs[i] * c;
        hcc[i] = hc[i] * c;
        hcy[i] = hc[i] * y;
        hy[i] = hs[i] * y;
    }
    return {sum(hs), sum(hc), sum(hcc), sum(hcy), sum(hy)};
}

/// The best scale for some codes and how much of the squares it explains.
struct Fit {
    float scale = 0, gain = 0;
};
Fit fit(const Rule& rule, const CodeSums& s)
{
    const float over = rule.hasMin ? s.h * s.cy - s.c * s.y : s.cy;
    const float under = rule.hasMin ? s.h * s.cc - s.c * s.c : s.cc;
    const float scale = over / under;
    if (!(under > 0) || !(std::abs(scale) <= largestHalf))
        return {};
    return {scale, over * scale};
}

/// The least-squares scale of the best of several ranges, if it beats `plain`, else `plain`.
BlockMap searchedMap(const Rule& rule, const float* x, const float* h, const BlockMap& plain)
{
    Fit best;
    CodeSums bestSums{};
    for (const float steps : stepsTried) {
        BlockMap tried = plain;
        tried.inverse = plain.inverse * (1 + steps / std::abs(rule.steps));
        if (rule.hasMin)
            tried.bias = plain.bias - 0.5f * steps;
        const CodeSums sums = codeSums(rule, tried, x, h, plain.min);
        const Fit found = fit(rule, sums);
        if (found.gain > best.gain) {
            best = found;
            bestSums = sums;
        }
    }
    BlockMap map{.scale = halfRounded(best.scale), .bias = 0.5f - rule.least};
    if (rule.hasMin) {
        const float min = (bestSums.y - map.scale * bestSums.c) / bestSums.h + plain.min;
        map.min = map.offset = halfRounded(min);
    }
    if (map.scale == 0)
        return plain;
    map.inverse = 1 / map.scale;
    return squaredError(rule, map, x, h) < squaredError(rule, plain, x, h) ? map : plain;
}

void storeHalf(float value, std::byte* out)
{
    const std::uint16_t half = halfFromFloat(value);
    std::memcpy(out, &half, sizeof half);
}

float loadHalf(const std::byte* in)
{
    std::uint16_t half;
    std::memcpy(&half, in, sizeof half);
    return floatFromHalf(half);
}

/// Where the parts of a block lie: scale, minimum, fifth bits, codes.
int bitsAt(const Rule& rule) { return rule.hasMin ? 4 : 2; }
int codesAt(const Rule& rule) { return bitsAt(rule) + (rule.bits == 5 ? 4 : 0); }

void pack(const Rule& rule, const Codes& codes, std::byte* out)
{
    std::byte* const bytes = out + codesAt(rule);
    if (rule.bits == 8) {
        std::memcpy(bytes, codes.data(), codes.size());
        return;
    }
    std::uint32_t fifth = 0; // Bit i: the upper bit of code i.
    for (std::size_t i = 0; i < blockSize; ++i)
        fifth |= std::uint32_t(codes[i] >> 4) << i;
    if (rule.bits == 5)
        std::memcpy(out + bitsAt(rule), &fifth, sizeof fifth);
    for (std::size_t i = 0; i < blockSize / 2; ++i)
        bytes[i] = std::byte((codes[i] & 15) | (codes[i + blockSize / 2] & 15) << 4);
}

Codes unpack(const Rule& rule, const std::byte* in)
{
    Codes codes;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(in + codesAt(rule));
    if (rule.bits == 8) {
        std::memcpy(codes.data(), bytes, codes.size());
        return codes;
    }
    std::uint32_t fifth = 0;
    if (rule.bits == 5)
        std::memcpy(&fifth, in + bitsAt(rule), sizeof fifth);
    for (std::size_t i = 0; i < blockSize; ++i) {
        const int four = i < blockSize / 2 ? bytes[i] & 15 : bytes[i - blockSize / 2] >> 4;
        codes[i] = std::uint8_t(four | (fifth >> i & 1) << 4);
    }
    return codes;
}

void decodeBlock(const Rule& rule, const std::byte* in, float* x)
{
    const float scale = loadHalf(in), min = rule.hasMin ? loadHalf(in + 2) : 0;
    const Codes codes = unpack(rule, in);
    for (std::size_t i = 0; i < blockSize; ++i) {
        const float c = rule.bits == 8 ? float(std::int8_t(codes[i])) : codes[i] + rule.least;
        x[i] = rule.hasMin ? c * scale + min : c * scale;
    }
}

template <const Rule& rule>
void encodeReference(const BlockRun& run, MutableBytes out)
{
    const std::int64_t blocks = run.x.count() / blockSize, inRow = std::int64_t(run.h.size());
    for (std::int64_t block = 0; block < blocks; ++block) {
        const std::int64_t first = block * blockSize;
        std::array<float, blockSize> x;
        toFloat(run.x.type, run.x.subspan(first, blockSize).bytes, x);
        const float* h = inRow ? run.h.data() + first % inRow : nullptr;
        encodeBlock(rule, x.data(), h, searches(run), out.data() + block * rule.format.bytes);
    }
}

template <const Rule& rule>
void decodeReference(Bytes in, std::span<float> x)
{
    for (std::size_t i = 0; i < x.size(); i += blockSize)
        decodeBlock(rule, in.data() + i / blockSize * std::size_t(rule.format.bytes), &x[i]);
}

template <const Rule& rule>
constexpr BlockCodec codec{rule.format,
    [](const BlockRun& run, MutableBytes out) { encode(rule, run, out); },
    [](Bytes in, std::span<float> x) {
        instructionSet().target == 0 ? decodeReference<rule>(in, x) : decode(rule, in, x);
    },
    encodeReference<rule>, decodeReference<rule>};

} // namespace

void encodeBlock(const Rule& rule, const float* x, const float* h, bool searches, std::byte* out)
{
    BlockMap map = plainMap(rule, x);
    if (searches)
        map = searchedMap(rule, x, h, map);
    storeHalf(map.scale, out);
    if (rule.hasMin)
        storeHalf(map.min, out + 2);
    Codes codes;
    for (std::size_t i = 0; i < blockSize; ++i)
        codes[i] = std::uint8_t(int(storedCode(rule, map, x[i])));
    pack(rule, codes, out);
}

} // namespace simple

using simple::codec;
extern constinit const Scheme ggmlQ8_0 = blockScheme<codec<simple::q8_0>>("q8_0", "Q8_0", 8);
extern constinit const Scheme ggmlQ4_0 = blockScheme<codec<simple::q4_0>>("q4_0", "Q4_0", 4);
extern constinit const Scheme ggmlQ4_1 = blockScheme<codec<simple::q4_1>>("q4_1", "Q4_1", 4);
extern constinit const Scheme ggmlQ5_0 = blockScheme<codec<simple::q5_0>>("q5_0", "Q5_0", 5);
extern constinit const Scheme ggmlQ5_1 = blockScheme<codec<simple::q5_1>>("q5_1", "Q5_1", 5);

} // namespace aq
