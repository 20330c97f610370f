#pragma once
#include "core/quant/scheme.h"
#include "core/quant/schemes/affine_range.h"

namespace aq {

/// A tile of rows to encode: the arguments of Scheme::encode.
struct AffineTile {
    AffineRule rule;
    const Weights& x;
    Matrix shape;
    const TensorRange* whole; ///< The range of the tensor when the group size is 0.
    std::span<const float> importance;
    EncodedRows out;
};

/// Sixteen groups at a time where that can be done, else group by group.
Result<void> encodeAffine(const AffineTile& tile);
void decodeAffine(const AffineRule& rule, EncodedRowsView in, Matrix tile, std::span<float> x);

/// The same bytes and floats, one group and one element at a time.
Result<void> encodeAffineReference(const AffineTile& tile);
void decodeAffineReference(
    const AffineRule& rule, EncodedRowsView in, Matrix tile, std::span<float> x);

/// Group by group, with these kernels.
Result<void> encodeAffineRows(const Kernels& kernels, const AffineTile& tile);
void decodeAffineRows(const Kernels& kernels, const AffineRule& rule, EncodedRowsView in,
    Matrix tile, std::span<float> x);

/// Encodes groups `first` to `end` - 1 of a row one by one. `first` is 0, or a multiple of groups
/// whose codes fill whole bytes.
/// @return Unsupported, with row and group, when a scale does not fit its type.
Result<void> encodeGroups(const Kernels& kernels, const AffineTile& tile, std::int64_t row,
    std::int64_t first, std::int64_t end);

} // namespace aq
