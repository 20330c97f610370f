#pragma once
#include "core/base/result.h"
#include "core/io/byte_source.h"
#include "core/tensor/tensor_info.h"

#include <cstdint>
#include <span>

namespace aq {

/// How many bytes a row of a tensor takes in each of the three streams of an Encoding.
struct RowLayout {
    std::int64_t codesBytes = 0;
    std::int64_t scalesBytes = 0; ///< 0 when one scale serves the whole tensor.
    std::int64_t zerosBytes = 0;
    std::int64_t groups = 0; ///< Per row; 0 when one group is the whole tensor.
};

/// Range of a whole tensor, for SchemeOptions::groupSize == 0: found in streaming passes.
struct TensorRange {
    float scale = 0;
    float zero = 0;
};

/// Weights as a file holds them: finite elements of F32, F16 or BF16, little endian, side by side.
/// Schemes convert them on the way, a few at a time, so that no tensor is ever held as floats.
struct Weights {
    DType type = DType::F32;
    Bytes bytes;

    Weights() = default;
    Weights(DType elementType, Bytes elements)
        : type(elementType)
        , bytes(elements)
    {
    }
    Weights(std::span<const float> x) ///< Not explicit: floats are weights.
        : bytes(std::as_bytes(x))
    {
    }
    std::int64_t count() const { return std::int64_t(bytes.size()) * 8 / bitsOf(type); }
    Weights subspan(std::int64_t first, std::int64_t elements) const
    {
        const std::int64_t size = bitsOf(type) / 8;
        return {type, bytes.subspan(std::size_t(first * size), std::size_t(elements * size))};
    }
};

/// A run of whole rows, encoded.
struct EncodedRows {
    MutableBytes codes, scales, zeros;
};
struct EncodedRowsView {
    Bytes codes, scales, zeros; ///< For groupSize == 0 the tensor's only scale and zero.
};

/// One quantization scheme: one row of the table in schemes.cpp, one file in schemes/.
/// A scheme is a codec over whole rows. It knows neither files nor threads; tiles of rows may be
/// encoded in any order and give the same bytes.
struct Scheme {
    const char* id;     ///< Stable, saved in recipes, files and reports: "int4".
    const char* title;  ///< "INT4".
    const char* family; ///< "affine", "ggml", "float"; targets accept families.
    int codeBits;       ///< Bits of one code, without its share of scale and zero point.
    /// Elements of one block; a row must be a multiple of it. 0: rows of any length in groups of
    /// SchemeOptions::groupSize. Blocks lie back to back in the codes stream, the only one.
    int blockElements = 0;

    /// Exact sizes for rows of `columns` elements.
    RowLayout (*layout)(std::int64_t columns, const SchemeOptions& options);

    /// Encodes `tile.rows` rows, the same bytes on every instruction set. `x` is finite. `range` is
    /// set exactly when groupSize == 0. `importance` is empty, or one weight h_j per column for
    /// every error sum (design.md 7). Fails (Unsupported, with row and group) when a scale does not
    /// fit its stored type.
    Result<void> (*encode)(const Weights& x, Matrix tile, const SchemeOptions& options,
        const TensorRange* range, std::span<const float> importance, EncodedRows out);

    void (*decode)(
        EncodedRowsView in, Matrix tile, const SchemeOptions& options, std::span<float> x);

    /// The same bytes and floats from code written for reading, one group at a time: what the fast
    /// ones are tested against, and what runs where no instruction set fits. Null: not split yet.
    decltype(encode) encodeReference = nullptr;
    decltype(decode) decodeReference = nullptr;

    /// To be raised whenever encode() comes to write other bytes for the same values, or decode()
    /// other floats for the same bytes: what was measured before is then measured again.
    int version = 1;
};

/// Bytes of one stored scale or zero point.
std::int64_t bytesOf(ScaleType type);
std::int64_t bytesOf(ZeroType type); ///< 0 for None.

/// Writes the only scale and zero point of a tensor with groupSize 0, as decode() reads them.
/// The spans hold bytesOf() the types.
void storeRange(
    const TensorRange& range, const SchemeOptions& options, MutableBytes scale, MutableBytes zero);

std::span<const Scheme* const> schemes();  ///< In the order people see them.
const Scheme* schemeNamed(QStringView id); ///< Null if unknown.

/// Bytes of codes, scales and zeros for a tensor of this shape, as blobs without positions.
Encoding encodingFor(
    const Scheme& scheme, const SchemeOptions& options, std::span<const std::int64_t> shape);

/// Finds the range of a whole tensor in passes over its tiles, in a way that does not depend on how
/// the tiles are cut between threads: partial results are merged in tile order.
class TensorRangeSearch {
public:
    TensorRangeSearch(const Scheme& scheme, const SchemeOptions& options, std::int64_t tiles);

    int passes() const; ///< 1 without search, 2 with.
    /// Thread-safe for different tiles. Call for every tile of pass 0, then of pass 1.
    void add(int pass, std::int64_t tile, std::span<const float> x);
    void endPass(int pass);
    Result<TensorRange> range() const; ///< After the last pass; rounded to the stored types.

private:
    const Scheme* m_scheme;
    SchemeOptions m_options;
    std::vector<std::vector<double>> m_partial; ///< Per tile.
    float m_min = 0, m_max = 0, m_clip = 1;
    bool m_empty = true;
};

} // namespace aq
