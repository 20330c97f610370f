// The meaning of every kernel: one element at a time, nothing clever. The fast ones are compared
// with these bit for bit.
#include "core/quant/kernels/affine_math.h"
#include "core/quant/kernels/pair_sums.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace aq {
namespace {

std::uint16_t loadWord(const std::byte* in)
{
    std::uint16_t word;
    std::memcpy(&word, in, sizeof word);
    return word;
}

void fromHalf(const std::byte* in, std::span<float> out)
{
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = floatFromHalf(loadWord(in + 2 * i));
}

void fromBfloat(const std::byte* in, std::span<float> out)
{
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = floatFromBfloat(loadWord(in + 2 * i));
}

void toHalf(std::span<const float> in, std::byte* out)
{
    for (std::size_t i = 0; i < in.size(); ++i) {
        const std::uint16_t word = halfFromFloat(in[i]);
        std::memcpy(out + 2 * i, &word, sizeof word);
    }
}

void toBfloat(std::span<const float> in, std::byte* out)
{
    for (std::size_t i = 0; i < in.size(); ++i) {
        const std::uint16_t word = bfloatFromFloat(in[i]);
        std::memcpy(out + 2 * i, &word, sizeof word);
    }
}

std::size_t firstNonFinite(std::span<const float> x)
{
    const auto bad = std::find_if(x.begin(), x.end(), [](float v) { return !std::isfinite(v); });
    return std::size_t(bad - x.begin());
}

MinMax minMax(std::span<const float> x)
{
    const auto [min, max] = std::minmax_element(x.begin(), x.end());
    return {*min, *max};
}

/// Where x falls among the codes; its code is the nearest integer in range.
float position(float x, const CodeMap& map) { return x * map.inverse + map.zero; }

float nearestCode(float position, const CodeMap& map)
{
    return std::clamp(std::nearbyint(position), 0.0f, map.levels); // Ties to even.
}

void toCodes(std::span<const float> x, const CodeMap& map, std::uint8_t* codes)
{
    for (std::size_t i = 0; i < x.size(); ++i)
        codes[i] = std::uint8_t(nearestCode(position(x[i], map), map));
}

void pack(std::span<const std::uint8_t> codes, int bits, std::byte* out)
{
    std::memset(out, 0, (codes.size() * std::size_t(bits) + 7) / 8);
    for (std::size_t i = 0; i < codes.size(); ++i)
        for (std::size_t bit = 0; bit < std::size_t(bits); ++bit) {
            const std::size_t at = i * std::size_t(bits) + bit;
            out[at / 8] |= std::byte((codes[i] >> bit & 1) << at % 8);
        }
}

void unpack(const std::byte* in, int bits, std::span<std::uint8_t> codes)
{
    for (std::size_t i = 0; i < codes.size(); ++i) {
        unsigned code = 0;
        for (std::size_t bit = 0; bit < std::size_t(bits); ++bit) {
            const std::size_t at = i * std::size_t(bits) + bit;
            code |= (std::to_integer<unsigned>(in[at / 8]) >> at % 8 & 1u) << bit;
        }
        codes[i] = std::uint8_t(code);
    }
}

void fromCodes(const std::uint8_t* codes, float zero, float scale, std::span<float> x)
{
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = (float(codes[i]) - zero) * scale;
}

void clipRanges(const RangeRule& rule, MinMax limits, ClipTable& table)
{
    for (int k = 0; k < ClipTable::size; ++k) {
        const float factor = clipFactors[std::size_t(k)];
        const AffineRange range = affineRange(rule, limits.min * factor, limits.max * factor);
        table.scale[k] = range.scale;
        table.inverse[k] = 1 / range.scale;
        table.zero[k] = range.zero;
        const float ratio = range.scale * table.inverse[0];
        table.gain[k] = ratio * ratio;
    }
}

void clipErrors(std::span<const float> x, const float* weights, const ClipTable& table, int first,
    float levels, float /*limit*/, float* sums)
{
    for (int k = 0; k < 16; ++k) {
        const CodeMap map{table.inverse[first + k], table.zero[first + k], levels};
        float sum = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const float t = position(x[i], map);
            const float error = t - nearestCode(t, map);
            sum += weights ? error * error * weights[i] : error * error;
        }
        sums[k] = sum;
    }
}

StretchSums stretchSums(std::span<const float> x, const float* y)
{
    StretchSums s;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const std::size_t lane = i % stretchLanes;
        const float error = y[i] - x[i];
        s.sums[StretchSums::XX][lane] += x[i] * x[i];
        s.sums[StretchSums::XE][lane] += x[i] * error;
        s.sums[StretchSums::EE][lane] += error * error;
        s.sums[StretchSums::E][lane] += error;
        s.maxError = std::max(s.maxError, std::abs(error));
        s.peak = std::max(s.peak, std::abs(x[i]));
    }
    return s;
}

PairSums pairSums(std::span<const float> x, const float* y)
{
    PairTotals totals;
    for (std::size_t at = 0; at < x.size(); at += stretchPairs) {
        const auto piece = x.subspan(at, std::min(stretchPairs, x.size() - at));
        const StretchSums s = stretchSums(piece, y + at);
        if (!isWithinFloats(s)) {
            addOutside(totals, piece, y + at);
            continue;
        }
        for (int sum = 0; sum < StretchSums::Count; ++sum)
            for (std::size_t lane = 0; lane < stretchLanes; ++lane)
                totals.lanes[sum][lane] += double(s.sums[sum][lane]);
        totals.maxError = std::max(totals.maxError, s.maxError);
        totals.peak = std::max(totals.peak, s.peak);
    }
    return totals.sum();
}

template <typename Word>
std::size_t firstNonFiniteWord(const std::byte* x, std::size_t count, Word exponent)
{
    for (std::size_t i = 0; i < count; ++i) {
        Word word;
        std::memcpy(&word, x + i * sizeof word, sizeof word);
        if ((word & exponent) == exponent)
            return i;
    }
    return count;
}

std::size_t firstNonFiniteStored(ElementBits bits, const std::byte* x, std::size_t count)
{
    return bits.bytes == 2 ? firstNonFiniteWord(x, count, std::uint16_t(bits.exponent))
                           : firstNonFiniteWord(x, count, bits.exponent);
}

} // namespace

constinit const Kernels scalarKernels{
    .name = "scalar",
    .fromHalf = fromHalf,
    .fromBfloat = fromBfloat,
    .toHalf = toHalf,
    .toBfloat = toBfloat,
    .firstNonFinite = firstNonFinite,
    .minMax = minMax,
    .toCodes = toCodes,
    .pack = pack,
    .unpack = unpack,
    .fromCodes = fromCodes,
    .clipRanges = clipRanges,
    .clipErrors = clipErrors,
    .pairSums = pairSums,
    .firstNonFiniteStored = firstNonFiniteStored,
};

} // namespace aq
