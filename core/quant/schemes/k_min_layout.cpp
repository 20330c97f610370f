// The bytes of Q2_K, Q4_K and Q5_K blocks. docs/schemes/k-min.md
#include "core/quant/schemes/k_min.h"

#include "core/quant/kernels/half.h"

#include <cstring>

namespace aq::kmin {
namespace {

template <typename T>
void store(std::byte* out, T value)
{
    std::memcpy(out, &value, sizeof value);
}

std::uint16_t loadHalf(const std::byte* in)
{
    std::uint16_t half;
    std::memcpy(&half, in, sizeof half);
    return half;
}

template <Shape shape, auto unpack>
void decodeEach(Bytes in, std::span<float> x, const BlockFormat& format)
{
    Parts parts;
    for (std::size_t i = 0; i < x.size(); i += blockLength) {
        unpack(in.data() + i / blockLength * std::size_t(format.bytes), parts);
        const float d = floatFromHalf(parts.d), dmin = floatFromHalf(parts.dmin);
        for (std::size_t k = 0; k < blockLength; ++k) {
            const std::size_t r = k / shape.length;
            const float scale = d * float(parts.scales[r]), minimum = dmin * float(parts.minima[r]);
            x[i + k] = scale * float(parts.codes[k]) - minimum;
        }
    }
}

// Codes of 64 weights in 32 bytes: byte i holds weights i and i + 32.
void packNibbles(const Parts& parts, std::byte* out)
{
    for (int i = 0; i < 128; ++i) {
        const std::uint8_t* code = &parts.codes[i / 32 * 64 + i % 32];
        out[i] = std::byte((code[0] & 15) | (code[32] & 15) << 4);
    }
}

void unpackNibbles(const std::byte* in, Parts& parts)
{
    for (int i = 0; i < 256; ++i)
        parts.codes[i] = std::uint8_t(int(in[i / 64 * 32 + i % 32]) >> i / 32 % 2 * 4 & 15);
}

} // namespace

void packScalesQ2k(const Scales& scales, std::byte* out)
{
    for (int r = 0; r < 16; ++r)
        out[r] = std::byte(scales.scales[r] | scales.minima[r] << 4);
    store(out + 80, scales.d);
    store(out + 82, scales.dmin);
}

void unpackScalesQ2k(const std::byte* in, Scales& scales)
{
    for (int r = 0; r < 16; ++r) {
        scales.scales[r] = std::uint8_t(int(in[r]) & 15);
        scales.minima[r] = std::uint8_t(int(in[r]) >> 4);
    }
    scales.d = loadHalf(in + 80);
    scales.dmin = loadHalf(in + 82);
}

// Bytes 0-3 and 4-7: scales and minima of the first four runs, and above them the upper two bits
// of those of the last four, whose lower four are bytes 8-11: scale, minimum << 4.
void packScalesQ4k(const Scales& scales, std::byte* out)
{
    store(out, scales.d);
    store(out + 2, scales.dmin);
    for (int r = 0; r < 4; ++r) {
        const int scale = scales.scales[r + 4], minimum = scales.minima[r + 4];
        out[4 + r] = std::byte(scales.scales[r] | scale >> 4 << 6);
        out[8 + r] = std::byte(scales.minima[r] | minimum >> 4 << 6);
        out[12 + r] = std::byte((scale & 15) | (minimum & 15) << 4);
    }
}

void unpackScalesQ4k(const std::byte* in, Scales& scales)
{
    scales.d = loadHalf(in);
    scales.dmin = loadHalf(in + 2);
    for (int r = 0; r < 4; ++r) {
        const int first = int(in[4 + r]), second = int(in[8 + r]), last = int(in[12 + r]);
        scales.scales[r] = std::uint8_t(first & 63);
        scales.minima[r] = std::uint8_t(second & 63);
        scales.scales[r + 4] = std::uint8_t((last & 15) | first >> 6 << 4);
        scales.minima[r + 4] = std::uint8_t(last >> 4 | second >> 6 << 4);
    }
}

// Codes of 128 weights in 32 bytes: byte i holds weights i, i + 32, i + 64, i + 96.
void packQ2k(const Parts& parts, std::byte* out)
{
    packScalesQ2k(parts, out);
    for (int i = 0; i < 64; ++i) {
        const std::uint8_t* code = &parts.codes[i / 32 * 128 + i % 32];
        out[16 + i] = std::byte(code[0] | code[32] << 2 | code[64] << 4 | code[96] << 6);
    }
}

void unpackQ2k(const std::byte* in, Parts& parts)
{
    unpackScalesQ2k(in, parts);
    for (int i = 0; i < 256; ++i) {
        const int byte = int(in[16 + i / 128 * 32 + i % 32]);
        parts.codes[i] = std::uint8_t(byte >> i / 32 % 4 * 2 & 3);
    }
}

void packQ4k(const Parts& parts, std::byte* out)
{
    packScalesQ4k(parts, out);
    packNibbles(parts, out + 16);
}

void unpackQ4k(const std::byte* in, Parts& parts)
{
    unpackScalesQ4k(in, parts);
    unpackNibbles(in + 16, parts);
}

// The fifth bits of weights i, i + 32, i + 64, ... are those of byte i, from the lowest on.
void packQ5k(const Parts& parts, std::byte* out)
{
    packScalesQ4k(parts, out);
    for (int i = 0; i < 32; ++i) {
        int bits = 0;
        for (int k = 0; k < 8; ++k)
            bits |= (parts.codes[32 * k + i] >> 4) << k;
        out[16 + i] = std::byte(bits);
    }
    packNibbles(parts, out + 48);
}

void unpackQ5k(const std::byte* in, Parts& parts)
{
    unpackScalesQ4k(in, parts);
    unpackNibbles(in + 48, parts);
    for (int i = 0; i < 256; ++i)
        parts.codes[i] |= std::uint8_t((int(in[16 + i % 32]) >> i / 32 & 1) << 4);
}

void decodeReferenceQ2k(Bytes in, std::span<float> x)
{
    decodeEach<q2k, unpackQ2k>(in, x, formatQ2k);
}

void decodeReferenceQ4k(Bytes in, std::span<float> x)
{
    decodeEach<q4k, unpackQ4k>(in, x, formatQ4k);
}

void decodeReferenceQ5k(Bytes in, std::span<float> x)
{
    decodeEach<q5k, unpackQ5k>(in, x, formatQ5k);
}

} // namespace aq::kmin
