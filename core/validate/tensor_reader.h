#pragma once
#include "core/io/model_source.h"
#include "core/quant/scheme.h"

namespace aq {

/// Reads rows of a tensor as floats, whatever it is stored as: elements of a float type, or codes
/// with scales and zeros. One object per thread; its buffers are reused.
class TensorReader {
public:
    explicit TensorReader(ModelSource source);

    /// Fills `x` with rows [firstRow, firstRow + rows) of matrixOf(tensor.shape), rows * columns
    /// floats. Unsupported for other types and unknown schemes; errors name the tensor.
    Result<void> read(
        const TensorInfo& tensor, std::int64_t firstRow, std::int64_t rows, std::span<float> x);

    /// The same for elements [first, first + count) in row-major order of a tensor that is not
    /// quantized: a row longer than memory allows can be read in pieces.
    Result<void> readElements(
        const TensorInfo& tensor, std::int64_t first, std::int64_t count, std::span<float> x);

    /// The bytes that the last read() found: elements as stored, or codes.
    Bytes stored() const { return m_codes; }

private:
    ModelSource m_source;
    std::vector<std::byte> m_codes, m_scales, m_zeros;
};

} // namespace aq
