#pragma once
#include "core/quant/kernels/kernels.h"
#include "core/tensor/tensor_info.h"

namespace aq {

/// A scheme's bits and options, and what the affine formulas need to know of them.
struct AffineRule {
    int bits;
    SchemeOptions options;
    RangeRule range;

    AffineRule(int codeBits, const SchemeOptions& schemeOptions);
    bool searches() const { return options.search != Search::None && bits <= 4; }
};

/// Why these options cannot be stored; null when they can.
const char* problemOf(const AffineRule& rule);

/// Scale and zero point as they will be stored, and how well that goes.
struct StoredRange : AffineRange {
    bool survives = true; ///< Scale within 2^-10 of what was computed, zero point within 2^-4.
};

/// The range of weights in [min, max], finite; docs/schemes/affine.md has the formulas.
/// min == max gives a range that decodes exactly to that value, up to the type of the scale.
StoredRange rangeFor(const AffineRule& rule, float min, float max);

/// False where all candidates of a clip search over a whole tensor are one: constant weights, a
/// scale that does not fit, or one so small that the narrower would be subnormal.
/// @param whole  rangeFor() of the same limits
bool isSearched(const StoredRange& whole, float min, float max);

/// The range of one group, searched for when the rule says so. `weights` is null or one h each.
StoredRange groupRange(
    const Kernels& kernels, const AffineRule& rule, std::span<const float> x, const float* weights);

/// Codes of `x` in a range, one byte each.
void toCodes(const Kernels& kernels, const AffineRule& rule, const AffineRange& range,
    std::span<const float> x, std::uint8_t* codes);

} // namespace aq
