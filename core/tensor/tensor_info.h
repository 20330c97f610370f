#pragma once
#include "core/tensor/dtype.h"

#include <QString>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace aq {

using Shape = std::vector<std::int64_t>; ///< Outermost extent first: [out_features, in_features].

/// A run of bytes in one of a model's files.
struct Blob {
    int part = 0;            ///< Which file: index into OpenedModel::parts.
    std::int64_t offset = 0; ///< Bytes from the start of that file.
    std::int64_t bytes = 0;
    bool operator==(const Blob&) const = default;
};

enum class Symmetry : std::uint8_t {
    Symmetric,        ///< The zero point is a constant of the bit width; the range is +-peak.
    Asymmetric,       ///< The zero point is any real number: the range is fitted at both ends.
    AsymmetricInteger ///< The zero point is a code: zero is exact, the range includes it.
};
enum class ScaleType : std::uint8_t { F16, F32 };
enum class ZeroType : std::uint8_t { None, U8, F16, F32 }; ///< None: implied by the scheme.
/// How much is done to find better scales than those that follow from a group's extremes.
enum class Search : std::uint8_t { None, Balanced, Best };

/// The choices a scheme takes. Schemes with a fixed layout (GGUF blocks) ignore all but `search`.
struct SchemeOptions {
    int groupSize = 128; ///< Elements along the input dimension; 0: one group for the tensor.
    Symmetry symmetry = Symmetry::Asymmetric;
    ScaleType scaleType = ScaleType::F16; ///< As stored; codes are computed with the rounded scale.
    ZeroType zeroType = ZeroType::F16;
    Search search = Search::Balanced; ///< Not needed to decode.
    bool operator==(const SchemeOptions&) const = default;
};

/// How and where a quantized tensor is stored. x = (code - zero) * scale, group by group.
struct Encoding {
    QString scheme; ///< Id of the row in schemes(): "int4".
    SchemeOptions options;
    Blob codes;       ///< Rows of packed codes, each row padded to whole bytes.
    Blob scales;      ///< One per group, row after row.
    Blob zeros;       ///< Likewise; no bytes when ZeroType::None.
    Shape shape = {}; ///< As the file holds it; empty: the tensor's own. Same elements, other rows.

    std::int64_t bytes() const { return codes.bytes + scales.bytes + zeros.bytes; }
};

/// Where one tensor lives and how to read it. Never changes once a model is open.
struct TensorInfo {
    QString name;             ///< As written in the file: "blk.0.attn_q.weight".
    DType dtype = DType::F32; ///< Of the stored elements; for a quantized tensor, of its source.
    Shape shape;
    Blob data;                        ///< The elements; unused when `encoding` is set.
    Shape strides;                    ///< In elements, per extent; empty: contiguous, row-major.
    std::optional<Encoding> encoding; ///< Set when the file holds it quantized.

    std::int64_t elements() const; ///< Product of the extents; cannot overflow once opened.
    std::int64_t bytes() const;    ///< As stored: of the elements, or of codes, scales and zeros.
};

/// Product of the extents, 1 for a 0-d tensor; nothing when one is negative or it overflows.
std::optional<std::int64_t> elementCount(std::span<const std::int64_t> shape);

/// Bytes that `shape` of `dtype` takes; nothing on overflow, a negative extent or a fraction of a
/// byte.
std::optional<std::int64_t> byteSize(std::span<const std::int64_t> shape, DType dtype);

/// A tensor as quantization sees it: groups run along the columns and never cross a row.
struct Matrix {
    std::int64_t rows = 0;
    std::int64_t columns = 0; ///< Elements per row.
    std::int64_t elements() const { return rows * columns; }
    bool operator==(const Matrix&) const = default;
};

/// [O, I, kh, kw] -> O rows of I*kh*kw; [n] and [] -> one row. No elements: {0, 0}.
Matrix matrixOf(std::span<const std::int64_t> shape);

/// The rows that a tensor's codes are laid out in: matrixOf() its shape, or of Encoding::shape.
Matrix codingMatrix(const TensorInfo& tensor);

QString shapeText(std::span<const std::int64_t> shape); ///< "[320, 4, 3, 3]"; "[]" for 0-d.

} // namespace aq
