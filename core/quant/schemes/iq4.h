#pragma once
#include "core/quant/schemes/signed_scales.h"

/// IQ4_NL and IQ4_XS: 4-bit codes into a table of uneven levels, in runs of 32 that share a signed
/// scale. The bits: docs/schemes/iq4.md
namespace aq {

inline constexpr int iq4Run = 32;
inline constexpr int iq4xsRuns = 8;
inline constexpr float iq4xsLevels = 32; ///< Steps are integers in [-32, 31].

inline constexpr BlockFormat iq4nlFormat{iq4Run, 18, {0, -1}};
inline constexpr BlockFormat iq4xsFormat{iq4Run * iq4xsRuns, 136, {0, -1}};

/// The levels of the format, ascending.
inline constexpr std::array<float, 16> iq4Levels{
    -127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113};

/// Middles between neighbours, the last one repeated: the code of z is how many of the first 15 are
/// not above it.
inline constexpr auto iq4Middles = [] {
    std::array<float, 16> middles{};
    for (std::size_t k = 0; k < 16; ++k)
        middles[k] = (iq4Levels[std::min<std::size_t>(k, 14)]
                         + iq4Levels[std::min<std::size_t>(k, 14) + 1])
            / 2;
    return middles;
}();

struct TableGrid {
    static std::size_t code(float z)
    {
        std::size_t code = 0;
        for (std::size_t k = 0; k < 15; ++k)
            code += z >= iq4Middles[k];
        return code;
    }
    float nearest(float z) const { return iq4Levels[code(z)]; }
};

SignedSearch iq4Search(const BlockRun& run);

/// What a block of IQ4_XS holds beside its codes, to and from its bytes.
void packIq4xsScales(const BlockScales& scales, std::byte* block);
BlockScales unpackIq4xsScales(const std::byte* block);

void encodeIq4nlReference(const BlockRun& run, MutableBytes out);
void decodeIq4nlReference(Bytes in, std::span<float> x);
void encodeIq4xsReference(const BlockRun& run, MutableBytes out);
void decodeIq4xsReference(Bytes in, std::span<float> x);

/// Vector versions, the same bytes and floats. iq4_simd.cpp
void encodeIq4nl(const BlockRun& run, MutableBytes out);
void decodeIq4nl(Bytes in, std::span<float> x);
void encodeIq4xs(const BlockRun& run, MutableBytes out);
void decodeIq4xs(Bytes in, std::span<float> x);

} // namespace aq
