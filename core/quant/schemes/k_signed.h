#pragma once
#include "core/quant/schemes/signed_scales.h"

/// Q3_K and Q6_K: 256 weights, 16 runs of 16, x' = d * step * q with signed steps and codes.
/// The bits: docs/schemes/k-signed.md
namespace aq {

inline constexpr int kElements = 256, kRun = 16, kRuns = 16;

/// What of the two is different, apart from how the bits lie.
struct SignedK {
    BlockFormat format;
    IntegerGrid grid;
    float levels; ///< Steps are integers in [-levels, levels - 1].
};
inline constexpr SignedK q3k{{kElements, 110, {108, -1}}, {-4, 3}, 32};
inline constexpr SignedK q6k{{kElements, 210, {208, -1}}, {-32, 31}, 128};

SignedSearch q3kSearch(const BlockRun& run);
SignedSearch q6kSearch(const BlockRun& run);

/// What a block holds beside its codes, to and from its bytes.
void packQ3kScales(const BlockScales& scales, std::byte* block);
BlockScales unpackQ3kScales(const std::byte* block);
void packQ6kScales(const BlockScales& scales, std::byte* block);
BlockScales unpackQ6kScales(const std::byte* block);

void encodeQ3kReference(const BlockRun& run, MutableBytes out);
void decodeQ3kReference(Bytes in, std::span<float> x);
void encodeQ6kReference(const BlockRun& run, MutableBytes out);
void decodeQ6kReference(Bytes in, std::span<float> x);

/// Vector versions, the same bytes and floats. k_signed_simd.cpp
void encodeQ3k(const BlockRun& run, MutableBytes out);
void decodeQ3k(Bytes in, std::span<float> x);
void encodeQ6k(const BlockRun& run, MutableBytes out);
void decodeQ6k(Bytes in, std::span<float> x);

} // namespace aq
