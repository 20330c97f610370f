#pragma once
#include "core/io/model_source.h"
#include "core/quant/scheme.h"
#include "core/validate/tile_span.h"

#include <optional>

namespace aq {

/// A piece of a tensor as its file holds it, elements or codes: read at once, turned into floats a
/// strip at a time. One object per thread; its buffers are reused and bounded by the largest piece.
class LoadedPiece {
public:
    explicit LoadedPiece(ModelSource source);

    /// Reads piece `span` of `tensor` seen as `matrix`: rows of its own, or others with the same
    /// elements. Unsupported for types that are not floats, for unknown schemes, and for rows that
    /// a quantized tensor cannot be cut into. Errors do not name the tensor.
    Result<void> load(const TensorInfo& tensor, const Matrix& matrix, const TileSpan& span);

    /// Elements as stored, or codes.
    Bytes stored() const { return m_codes; }

    /// The piece as encode() takes it; nothing when its elements must be turned into floats first.
    std::optional<Weights> weights() const;

    /// Floats of a part of the piece: `strip` counts from its start. Values are as stored.
    void toFloats(const TileSpan& strip, std::span<float> x);

    /// Whether an F64 of the strip that is not zero became zero: index in it, or nothing.
    std::optional<std::size_t> firstUnderflow(
        const TileSpan& strip, std::span<const float> x) const;

private:
    Result<void> loadRows(const TensorInfo& tensor, const Matrix& matrix, const TileSpan& span);
    Result<void> loadBlocks(const TensorInfo& tensor, std::int64_t first, std::int64_t count);
    void decodeBlocks(std::int64_t first, std::span<float> x);
    Bytes elementsOf(const TileSpan& strip) const;

    ModelSource m_source;
    DType m_dtype = DType::F32;
    const Scheme* m_scheme = nullptr; ///< Null: plain elements.
    SchemeOptions m_options;
    TileSpan m_span;         ///< Within the tensor.
    std::int64_t m_skip = 0; ///< Elements of the first block that precede the piece.
    std::vector<std::byte> m_codes, m_scales, m_zeros;
    std::vector<float> m_block; ///< Whole blocks around a strip that begins or ends inside one.
};

/// "cannot decode IQ2_XXS" for a tensor that is quantized in a way unknown here; empty otherwise.
QString undecodable(const TensorInfo& tensor);

/// Rows in which both of two tensors with the same elements can be read, the second one's if it is
/// quantized. Nothing: they have none in common.
std::optional<Matrix> commonRows(const TensorInfo& a, const TensorInfo& b);

} // namespace aq
