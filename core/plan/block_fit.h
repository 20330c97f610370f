#pragma once
#include "core/quant/scheme.h"

#include <QString>

namespace aq {

/// The type of 32 elements and similar width that llama.cpp takes where a row is not whole blocks
/// of 256; null: `scheme` has none. q2_k, q3_k, iq4_xs -> iq4_nl; q4_k -> q5_0; q5_k -> q5_1;
/// q6_k -> q8_0.
const Scheme* fallbackOf(const Scheme& scheme);

/// How a tensor lies in blocks.
struct BlockFit {
    const Scheme* scheme = nullptr; ///< As wished, or its fallback; null: none fits.
    Shape storedShape = {};         ///< Other rows of the same elements; empty: its own.
    QString why = {};               ///< Why not as wished; empty: as wished.
    bool isMatrix = true;           ///< False: no type would do, it is 1-D or more than 4-D.
};

/// Rows are the last extent (GGUF's ne[0]) and have to be whole blocks. With `reshapes` a tensor
/// whose rows are not may lie as rows of 256, where ComfyUI-GGUF's tool would do so: more than one
/// dimension, at least 512 elements and a multiple of 256 (docs/formats/consumers.md).
BlockFit fitBlocks(const Scheme& wish, const Shape& shape, bool reshapes);

} // namespace aq
