#pragma once
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

/// @pre the writer has checked the tensor: every size fits its column.
ArrowBody arrowBody(const OutputTensor& tensor);

} // namespace aq
