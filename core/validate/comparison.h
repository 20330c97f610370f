#pragma once
#include "core/analysis/metrics.h"
#include "core/validate/tensor_reader.h"

#include <QString>
#include <optional>
#include <vector>

namespace aq {

/// How two tensors of one name are compared.
enum class Compare : std::uint8_t {
    Nothing,  ///< They do not match: see `mismatch`.
    Stored,   ///< Integers and packed types: byte for byte.
    Elements, ///< Floats on both sides, in pieces of a fixed number of elements.
    Rows      ///< At least one side is quantized: in tiles of whole rows.
};

/// A tensor of the source and its namesake in the written file.
struct TensorPair {
    const TensorInfo* original = nullptr;
    const TensorInfo* written = nullptr;
    Compare how = Compare::Nothing;
    bool canBeKept = false; ///< Same type, not quantized: equal bytes mean that it was kept.
    QString mismatch;       ///< "missing in the written file", "shape [2, 3] became [3, 2]".
};

/// In the order of the source, then tensors that only the written file has.
std::vector<TensorPair> pairUp(const ModelHeader& original, const ModelHeader& written);

/// A part of a pair that is compared at once, about 1 MiB of floats.
struct Piece {
    std::size_t pair = 0;
    std::int64_t first = 0; ///< Byte, element or row, as Compare says.
    std::int64_t count = 0;
};
std::vector<Piece> piecesOf(const std::vector<TensorPair>& pairs);

struct PieceResult {
    ErrorSums sums;      ///< Of finite floats.
    bool isEqual = true; ///< Byte for byte.
    QString trouble;     ///< "NaN at element 17 of the written tensor"; empty: none.
};

/// Compares pieces; one object per thread, its buffers are reused.
class Comparer {
public:
    Comparer(const ModelSource& original, const ModelSource& written);
    Result<PieceResult> compare(const TensorPair& pair, const Piece& piece);

private:
    Result<PieceResult> compareBytes(const TensorPair& pair, const Piece& piece);
    Result<PieceResult> compareFloats(const TensorPair& pair, const Piece& piece);

    ModelSource m_original, m_written;
    TensorReader m_originalReader, m_writtenReader;
    std::vector<float> m_x, m_y;
    std::vector<std::byte> m_a, m_b;
};

} // namespace aq
