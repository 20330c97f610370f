#pragma once
#include "core/quant/schemes/block.h"

#include <array>

/// The block types Q8_0, Q4_0, Q4_1, Q5_0 and Q5_1: 32 weights, a scale, and in two of them a
/// minimum. docs/schemes/simple_blocks.md
namespace aq::simple {

inline constexpr int blockSize = 32;

/// What one of the five is. Codes c are stored as c - least.
struct Rule {
    int bits;
    bool hasMin; ///< x' = c * d + m, else x' = c * d.
    BlockFormat format;
    float steps;       ///< Scales from zero to the peak, or from the minimum to the maximum.
    float least, most; ///< Codes as numbers.
};
inline constexpr Rule q8_0{8, false, {32, 34, {0, -1}}, 127, -127, 127};
inline constexpr Rule q4_0{4, false, {32, 18, {0, -1}}, -8, -8, 7};
inline constexpr Rule q4_1{4, true, {32, 20, {0, 2}}, 15, 0, 15};
inline constexpr Rule q5_0{5, false, {32, 22, {0, -1}}, -16, -16, 15};
inline constexpr Rule q5_1{5, true, {32, 24, {0, 2}}, 31, 0, 31};

/// How a block's weights become codes, and what is stored beside them.
struct BlockMap {
    float scale = 0, min = 0; ///< Before they are rounded to F16.
    float inverse = 0;        ///< 1 / scale; 0 where that is infinite.
    float offset = 0;         ///< Subtracted from the weights.
    float bias = 0;           ///< Added to (x - offset) * inverse before it is cut off.
};

/// What the search adds to Rule::steps, from ranges wider than the block's to clipped ones.
inline constexpr std::array stepsTried{-0.6f, -0.2f, 0.2f, 0.6f};

/// Below 0.5 by one unit in the last place: added to a float it rounds halves away from zero, and
/// never more than halves.
inline constexpr float almostHalf = 0x1.fffffep-2f;

inline constexpr float largestHalf = 65504;

/// True where BlockRun asks for more than the plain rule.
inline bool searches(const BlockRun& run)
{
    return run.search == Search::Best || (run.search == Search::Balanced && !run.h.empty());
}

/// One block by the reference. `h` is null or one importance per weight of the block.
void encodeBlock(const Rule& rule, const float* x, const float* h, bool searches, std::byte* out);

/// The vector code of simple_blocks_simd.cpp.
void encode(const Rule& rule, const BlockRun& run, MutableBytes out);
void decode(const Rule& rule, Bytes in, std::span<float> x);

} // namespace aq::simple
