#pragma once
#include "core/io/model_source.h"
#include "core/quant/scheme.h"

namespace aq {

/// Reads rows of a tensor as floats, whatever it is stored as: elements of a float type, or codes
/// with scales and zeros. One object per thread; its buffers are reused.
class TensorReader {
public:
    explicit TensorReader(ModelSource source);

    /// Fills `x` with rows [firstRow, firstRow + rows) of matrixOf(tensor.shape).
    Result<void> read(
        const TensorInfo& tensor, std::int64_t firstRow, std::int64_t rows, std::span<float> x);

private:
    ModelSource m_source;
    std::vector<std::byte> m_codes, m_scales, m_zeros;
};

} // namespace aq
