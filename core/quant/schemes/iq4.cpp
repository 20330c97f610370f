#include "core/quant/schemes/iq4.h"

#include "core/quant/to_float.h"

#include <cstring>

namespace aq {
namespace {

/// 32 codes in 16 bytes: of element i the low half of byte i, of element i + 16 the high half.
void packRun(std::span<const float> x, float scale, std::byte* out)
{
    const float inverse = inverseOf(scale);
    for (std::size_t i = 0; i < 16; ++i)
        out[i] = std::byte(
            TableGrid::code(x[i] * inverse) | TableGrid::code(x[i + 16] * inverse) << 4);
}

void unpackRun(const std::byte* in, float scale, std::span<float> x)
{
    for (std::size_t i = 0; i < 16; ++i) {
        const auto codes = std::to_integer<std::size_t>(in[i]);
        x[i] = scale * iq4Levels[codes & 15];
        x[i + 16] = scale * iq4Levels[codes >> 4];
    }
}

float loadHalf(const std::byte* in)
{
    std::uint16_t half = 0;
    std::memcpy(&half, in, sizeof half);
    return floatFromHalf(half);
}

// IQ4_NL: d, qs[16]

void encodeIq4nlBlock(
    std::span<const float> x, std::span<const float> h, const SignedSearch& search, std::byte* out)
{
    const SignedRun<iq4Run> run(x, h);
    BlockScales scale;
    setScale(scale, bestScale(TableGrid(), run, search.targets));
    std::memcpy(out, &scale.half, sizeof scale.half);
    packRun(x, scale.d, out + 2);
}

void decodeIq4nlBlock(const std::byte* in, std::span<float> x)
{
    unpackRun(in + 2, loadHalf(in), x);
}

// IQ4_XS: d, u16 scales_h, scales_l[4], qs[128]

void encodeIq4xsBlock(
    std::span<const float> x, std::span<const float> h, const SignedSearch& search, std::byte* out)
{
    const BlockScales scales = searchBlock<iq4Run>(TableGrid(), x, h, iq4xsLevels, search);
    packIq4xsScales(scales, out);
    for (std::size_t r = 0; r < iq4xsRuns; ++r)
        packRun(x.subspan(r * iq4Run, iq4Run), scales.d * scales.steps[r], out + 8 + 16 * r);
}

void decodeIq4xsBlock(const std::byte* in, std::span<float> x)
{
    const BlockScales scales = unpackIq4xsScales(in);
    for (std::size_t r = 0; r < iq4xsRuns; ++r)
        unpackRun(in + 8 + 16 * r, scales.d * scales.steps[r], x.subspan(r * iq4Run, iq4Run));
}

// Both.

template <int elements, typename EncodeBlock>
void encode(EncodeBlock encodeBlock, int bytes, const BlockRun& run, MutableBytes out)
{
    std::array<float, elements> x;
    for (std::size_t b = 0; b < out.size() / std::size_t(bytes); ++b) {
        toFloat(run.x.type, run.x.subspan(std::int64_t(b) * elements, elements).bytes, x);
        encodeBlock(x, importanceOf(run, b * elements, elements), iq4Search(run),
            out.data() + b * std::size_t(bytes));
    }
}

template <int elements, typename DecodeBlock>
void decode(DecodeBlock decodeBlock, int bytes, Bytes in, std::span<float> x)
{
    for (std::size_t b = 0; b < x.size() / elements; ++b)
        decodeBlock(in.data() + b * std::size_t(bytes), x.subspan(b * elements, elements));
}

constexpr BlockCodec iq4nlCodec{
    iq4nlFormat, encodeIq4nl, decodeIq4nl, encodeIq4nlReference, decodeIq4nlReference};
constexpr BlockCodec iq4xsCodec{
    iq4xsFormat, encodeIq4xs, decodeIq4xs, encodeIq4xsReference, decodeIq4xsReference};

// Targets, from measurements on normal and Student t4 weights: more of them gain little.

constexpr auto iq4Balanced = evenScales<9, 9>({{94, 138}, {80, 124}});
constexpr auto iq4Best = evenScales<20, 20>({{80, 140}, {70, 126}});
constexpr auto iq4Weighted = evenScales<12, 12>({{90, 220}, {80, 200}});
constexpr auto iq4BestWeighted = evenScales<36, 36>({{80, 300}, {70, 260}});
constexpr SignedTargets iq4Targets{{-127}, iq4Balanced, iq4Best, iq4Weighted, iq4BestWeighted};

} // namespace

void packIq4xsScales(const BlockScales& scales, std::byte* block)
{
    std::memcpy(block, &scales.half, sizeof scales.half);
    std::fill_n(block + 2, 6, std::byte(0));
    for (std::size_t r = 0; r < iq4xsRuns; ++r) {
        const auto step = unsigned(int(scales.steps[r]) + 32);
        block[2 + r / 4] |= std::byte(step >> 4 << r % 4 * 2);
        block[4 + r / 2] |= std::byte((step & 15) << r % 2 * 4);
    }
}

BlockScales unpackIq4xsScales(const std::byte* block)
{
    BlockScales scales;
    scales.d = loadHalf(block);
    for (std::size_t r = 0; r < iq4xsRuns; ++r) {
        const unsigned high = std::to_integer<unsigned>(block[2 + r / 4]) >> r % 4 * 2 & 3;
        const unsigned low = std::to_integer<unsigned>(block[4 + r / 2]) >> r % 2 * 4 & 15;
        scales.steps[r] = float(high << 4 | low) - 32;
    }
    return scales;
}

void encodeIq4nlReference(const BlockRun& run, MutableBytes out)
{
    encode<iq4nlFormat.elements>(encodeIq4nlBlock, iq4nlFormat.bytes, run, out);
}
void decodeIq4nlReference(Bytes in, std::span<float> x)
{
    decode<iq4nlFormat.elements>(decodeIq4nlBlock, iq4nlFormat.bytes, in, x);
}
void encodeIq4xsReference(const BlockRun& run, MutableBytes out)
{
    encode<iq4xsFormat.elements>(encodeIq4xsBlock, iq4xsFormat.bytes, run, out);
}
void decodeIq4xsReference(Bytes in, std::span<float> x)
{
    decode<iq4xsFormat.elements>(decodeIq4xsBlock, iq4xsFormat.bytes, in, x);
}

SignedSearch iq4Search(const BlockRun& run)
{
    return iq4Targets.search(run.search, !run.h.empty());
}

extern constinit const Scheme ggmlIQ4_NL = blockScheme<iq4nlCodec>("iq4_nl", "IQ4_NL", 4);
extern constinit const Scheme ggmlIQ4_XS = blockScheme<iq4xsCodec>("iq4_xs", "IQ4_XS", 4);

} // namespace aq
