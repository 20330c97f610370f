#pragma once
#include "core/quant/kernels/kernels.h"
#include "core/tensor/tensor_info.h"

#include <array>

namespace aq {

/// Scale and zero point of one group, rounded to their stored types. x' = (q - zero) * scale.
struct GroupRange {
    float scale = 1;
    float zero = 0;
    bool survives = true; ///< The stored values are close enough to those that were computed.
};

/// Shrink factors that the clip search tries: 1, .985, ... .4. Index 0 clips nothing.
inline constexpr int clipCandidates = 41;
inline double clipFactor(int candidate) { return 1 - 0.015 * candidate; }

/// What the affine formulas need to know about a scheme and its options.
struct AffineRule {
    int bits;
    SchemeOptions options;

    double levels() const { return double((1 << bits) - 1); }
    /// The zero point that Symmetric implies: 2^(b-1); for 2 bits 1.5, between the codes.
    double middle() const { return bits == 2 ? 1.5 : double(1 << (bits - 1)); }
    bool searches() const { return options.search == Search::Clip && bits <= 4; }
};

/// Why these options cannot be stored; null when they can.
const char* problemOf(const AffineRule& rule);

/// Scale and zero point for weights in [min, max], finite; docs/schemes/affine.md has the formulas.
/// min == max gives a range that decodes exactly to that value, up to the type of the scale.
GroupRange rangeFor(const AffineRule& rule, double min, double max);

/// The range whose clipping loses least: least sum of h (x - x')^2 over `clipCandidates` shrunk
/// ranges, the widest of equals. `weights` is null or one h per element.
GroupRange searchedRange(
    const AffineRule& rule, std::span<const float> x, const float* weights, MinMax limits);

/// Codes of `x` in a range, one byte each.
void toCodes(
    const AffineRule& rule, const GroupRange& range, std::span<const float> x, std::uint8_t* codes);

CodeMap codeMap(const AffineRule& rule, const GroupRange& range);

} // namespace aq
