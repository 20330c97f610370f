#pragma once
#include "core/table/c_export.h"
#include "core/tensor/tensor_info.h"

#include <QByteArrayView>
#include <algorithm>
#include <span>

namespace aq {

/// Width of the offsets in front of texts, binaries and lists.
enum class OffsetWidth : std::uint8_t { Bits32, Bits64 };
inline OffsetWidth offsetWidth(bool largeOffsets)
{
    return largeOffsets ? OffsetWidth::Bits64 : OffsetWidth::Bits32;
}
std::int64_t largestOffset(OffsetWidth width); ///< 2^31 - 1 or 2^63 - 1: bytes or items.

// Columns without nulls, to be handed out. All throw std::bad_alloc when memory runs out.

std::shared_ptr<TableBuffer> newBuffer(std::int64_t bytes); ///< Null: no bytes.

OwnedField textField(const char* name, OffsetWidth width);
OwnedField binaryField(const char* name, OffsetWidth width);
OwnedField listField(const char* name, const char* itemFormat, OffsetWidth width);
OwnedField plainField(const char* name, const char* format);
OwnedField structField(std::vector<OwnedField> children); ///< What a stream of tables hands out.

OwnedArray textColumn(std::span<const QByteArrayView> values, OffsetWidth width);
OwnedArray longListColumn(std::span<const Shape* const> values, OffsetWidth width);
/// Values that lie in `data` already, side by side; `sizes` in bytes, one per row.
OwnedArray binaryColumn(std::span<const std::int64_t> sizes,
    std::shared_ptr<const TableBuffer> data, OffsetWidth width);
/// Likewise floats; `sizes` in floats.
OwnedArray floatListColumn(std::span<const std::int64_t> sizes,
    std::shared_ptr<const TableBuffer> data, OffsetWidth width);
OwnedArray batchOf(std::int64_t rows, std::vector<OwnedArray> columns);

/// Fixed-size values, one per row.
template <typename T>
OwnedArray plainColumn(std::span<const T> values)
{
    auto data = newBuffer(std::int64_t(values.size_bytes()));
    if (data)
        std::ranges::copy(std::as_bytes(values), data->bytes().begin());
    return {.length = std::int64_t(values.size()), .buffers = {nullptr, std::move(data)}};
}

} // namespace aq
