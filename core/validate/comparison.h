#pragma once
#include "core/analysis/metrics.h"
#include "core/validate/loaded_piece.h"

#include <QString>
#include <optional>
#include <vector>

namespace aq {

/// How two tensors of one name are compared.
enum class Compare : std::uint8_t {
    Nothing, ///< They do not match: see `mismatch`.
    Stored,  ///< Integers and packed types, or one encoding on both sides: byte for byte.
    Floats   ///< As floats, whatever they are stored as.
};

/// A tensor of the source and its namesake in the written file.
struct TensorPair {
    const TensorInfo* original = nullptr;
    const TensorInfo* written = nullptr;
    Compare how = Compare::Nothing;
    bool canBeKept = false; ///< Same type or encoding: equal bytes mean that it was kept.
    Matrix matrix = {};     ///< Of Floats: the rows that both are read in.
    QString mismatch;       ///< "missing in the written file", "shape [2, 3] became [3, 2]".
};

/// In the order of the source, then tensors that only the written file has. A name that the written
/// file lacks may be there without the prefix of a full checkpoint ("model.diffusion_model.").
std::vector<TensorPair> pairUp(const ModelHeader& original, const ModelHeader& written);

/// A part of a pair that is compared at once: bytes of Stored, elements of Floats.
struct Piece {
    std::size_t pair = 0;
    TileSpan span;
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
    Result<PieceResult> compareBytes(const TensorPair& pair, const TileSpan& span);
    Result<PieceResult> compareFloats(const TensorPair& pair, const TileSpan& span);
    void compareStrips(const TensorPair& pair, const TileSpan& span, PieceResult& result);

    ModelSource m_original, m_written;
    LoadedPiece m_before, m_after;
    std::vector<float> m_x, m_y;
    std::vector<std::byte> m_a, m_b;
};

} // namespace aq
