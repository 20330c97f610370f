#pragma once
#include "core/quant/scheme.h"

#include <array>

namespace aq {

/// What one ggml block format is, apart from its arithmetic. docs/formats/gguf.md
struct BlockFormat {
    int elements = 0;                     ///< 32 or 256.
    int bytes = 0;                        ///< Of one block.
    std::array<int, 2> halves = {-1, -1}; ///< Where its F16 scales lie; -1: none.
};

/// A run of blocks to encode. Rows are whole blocks, so blocks follow each other through all rows.
struct BlockRun {
    Weights x;                ///< blocks * elements weights.
    std::span<const float> h; ///< Importance of each weight of one row; empty: all alike.
    Search search = Search::None;
};

/// Codecs of one format over a run of blocks. None of them fails: see encodeBlocks().
struct BlockCodec {
    BlockFormat format;
    void (*encode)(const BlockRun& run, MutableBytes out);
    void (*decode)(Bytes in, std::span<float> x);
    void (*encodeReference)(const BlockRun& run, MutableBytes out);
    void (*decodeReference)(Bytes in, std::span<float> x);
};

/// Encodes a tile with `codec` (or its reference), then looks whether every F16 scale is finite.
/// @return Unsupported, with row and block, when one is not: the weights are too large for F16.
Result<void> encodeBlocks(const BlockCodec& codec, bool reference, const Weights& x, Matrix tile,
    const SchemeOptions& options, std::span<const float> importance, EncodedRows out);

/// Decodes a run of blocks with `codec` (or its reference). Both functions choose the reference
/// where no instruction set is in use, so that no format has to.
void decodeBlocks(const BlockCodec& codec, bool reference, Bytes in, std::span<float> x);

/// A row of the table of schemes for a block format. `codec` lives as long as the program.
template <const BlockCodec& codec>
constexpr Scheme blockScheme(const char* id, const char* title, int bits)
{
    return {
        .id = id,
        .title = title,
        .family = "ggml",
        .codeBits = bits,
        .blockElements = codec.format.elements,
        .layout =
            [](std::int64_t columns, const SchemeOptions&) {
                return RowLayout{columns / codec.format.elements * codec.format.bytes, 0, 0, 0};
            },
        .encode =
            [](const Weights& x, Matrix tile, const SchemeOptions& options, const TensorRange*,
                std::span<const float> importance, EncodedRows out) {
                return encodeBlocks(codec, false, x, tile, options, importance, out);
            },
        .decode = [](EncodedRowsView in, Matrix, const SchemeOptions&,
                      std::span<float> x) { decodeBlocks(codec, false, in.codes, x); },
        .encodeReference =
            [](const Weights& x, Matrix tile, const SchemeOptions& options, const TensorRange*,
                std::span<const float> importance, EncodedRows out) {
                return encodeBlocks(codec, true, x, tile, options, importance, out);
            },
        .decodeReference = [](EncodedRowsView in, Matrix, const SchemeOptions&,
                               std::span<float> x) { decodeBlocks(codec, true, in.codes, x); },
    };
}

} // namespace aq
