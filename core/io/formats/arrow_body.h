#pragma once
#include "core/io/formats/arrow_table.h"
#include "core/io/model_writer.h"

#include <QByteArray>
#include <QtEndian>
#include <array>

namespace aq {

/// `offset` rounded up to a multiple of 64: where every buffer begins, in its body and in the file.
constexpr std::int64_t arrowAligned(std::int64_t offset) { return (offset + 63) / 64 * 64; }

template <typename T>
QByteArray littleEndian(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/// Which columns of a file have 64-bit offsets: large_binary, large_list. Buffers begin where they
/// do otherwise: offsets of one row are padded to 64 bytes either way.
struct ArrowWidth {
    bool codes = false;  ///< `quantized_data`.
    bool scales = false; ///< `scales` and `zero_points`.

    bool of(ArrowKind kind) const
    {
        return (kind == ArrowKind::Binary && codes) || (kind == ArrowKind::FloatList && scales);
    }
};

/// What these tensors need: wide where a value has more than 2^31 - 1 bytes or items.
ArrowWidth arrowWidth(std::span<const OutputTensor> tensors);

/// One buffer of a record batch.
struct ArrowPart {
    std::int64_t offset = 0; ///< From the start of the body.
    std::int64_t bytes = 0;
    QByteArray content;    ///< Empty for tensor data.
    bool isTensor = false; ///< Codes, scales or zero points: written through write().
};

/// The body of one tensor's record batch, in the order of arrowColumns.
struct ArrowBody {
    std::vector<std::int64_t> lengths; ///< Per column and, below it, list.
    std::vector<ArrowPart> parts;
    std::int64_t bytes = 0;
    std::array<std::int64_t, 3> tensorOffsets{}; ///< Of codes (or data), scales, zeros.
};

/// @pre the writer has checked the tensor, and `width` is enough for it.
ArrowBody arrowBody(const OutputTensor& tensor, ArrowWidth width);

} // namespace aq
