#include "core/table/table_columns.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>

namespace aq {
namespace {

template <typename Offset>
std::shared_ptr<TableBuffer> offsetsOf(std::span<const std::int64_t> sizes)
{
    auto buffer = newBuffer(std::int64_t((sizes.size() + 1) * sizeof(Offset)));
    auto* offsets = reinterpret_cast<Offset*>(buffer->bytes().data());
    std::int64_t end = 0;
    *offsets++ = 0;
    for (const std::int64_t size : sizes)
        *offsets++ = Offset(end += size);
    return buffer;
}

std::shared_ptr<TableBuffer> offsetsOf(std::span<const std::int64_t> sizes, OffsetWidth width)
{
    return width == OffsetWidth::Bits64 ? offsetsOf<std::int64_t>(sizes)
                                        : offsetsOf<std::int32_t>(sizes);
}

const char* either(OffsetWidth width, const char* small, const char* large)
{
    return width == OffsetWidth::Bits64 ? large : small;
}

OwnedArray listColumn(std::span<const std::int64_t> sizes, std::int64_t items,
    std::shared_ptr<const TableBuffer> data, OffsetWidth width)
{
    OwnedArray list{
        .length = std::int64_t(sizes.size()), .buffers = {nullptr, offsetsOf(sizes, width)}};
    list.children.push_back({.length = items, .buffers = {nullptr, std::move(data)}});
    return list;
}

std::int64_t sumOf(std::span<const std::int64_t> sizes)
{
    std::int64_t sum = 0;
    for (const std::int64_t size : sizes)
        sum += size;
    return sum;
}

void append(std::byte*& at, const void* from, std::size_t bytes)
{
    if (bytes)
        std::memcpy(at, from, bytes);
    at += bytes;
}

} // namespace

std::int64_t largestOffset(OffsetWidth width)
{
    return width == OffsetWidth::Bits64 ? std::numeric_limits<std::int64_t>::max()
                                        : std::numeric_limits<std::int32_t>::max();
}

std::shared_ptr<TableBuffer> newBuffer(std::int64_t bytes)
{
    auto buffer = TableBuffer::allocate(bytes);
    if (!buffer && bytes > 0)
        throw std::bad_alloc();
    return buffer;
}

OwnedField textField(const char* name, OffsetWidth width)
{
    return plainField(name, either(width, "u", "U"));
}

OwnedField binaryField(const char* name, OffsetWidth width)
{
    return plainField(name, either(width, "z", "Z"));
}

OwnedField listField(const char* name, const char* itemFormat, OffsetWidth width)
{
    OwnedField field = plainField(name, either(width, "+l", "+L"));
    field.children.push_back(plainField("item", itemFormat));
    return field;
}

OwnedField plainField(const char* name, const char* format)
{
    return {.name = name, .format = format};
}

OwnedField structField(std::vector<OwnedField> children)
{
    return {.name = {}, .format = "+s", .children = std::move(children)};
}

OwnedArray textColumn(std::span<const QByteArrayView> values, OffsetWidth width)
{
    std::vector<std::int64_t> sizes(values.size());
    std::ranges::transform(values, sizes.begin(), &QByteArrayView::size);
    auto data = newBuffer(sumOf(sizes));
    std::byte* at = data ? data->bytes().data() : nullptr;
    for (const QByteArrayView value : values)
        append(at, value.data(), std::size_t(value.size()));
    return binaryColumn(sizes, std::move(data), width);
}

OwnedArray longListColumn(std::span<const Shape* const> values, OffsetWidth width)
{
    std::vector<std::int64_t> sizes(values.size());
    std::ranges::transform(
        values, sizes.begin(), [](const Shape* value) { return std::int64_t(value->size()); });
    const std::int64_t items = sumOf(sizes);
    auto data = newBuffer(items * std::int64_t(sizeof(std::int64_t)));
    std::byte* at = data ? data->bytes().data() : nullptr;
    for (const Shape* value : values)
        append(at, value->data(), value->size() * sizeof(std::int64_t));
    return listColumn(sizes, items, std::move(data), width);
}

OwnedArray binaryColumn(
    std::span<const std::int64_t> sizes, std::shared_ptr<const TableBuffer> data, OffsetWidth width)
{
    return {.length = std::int64_t(sizes.size()),
        .buffers = {nullptr, offsetsOf(sizes, width), std::move(data)}};
}

OwnedArray floatListColumn(
    std::span<const std::int64_t> sizes, std::shared_ptr<const TableBuffer> data, OffsetWidth width)
{
    return listColumn(sizes, sumOf(sizes), std::move(data), width);
}

OwnedArray batchOf(std::int64_t rows, std::vector<OwnedArray> columns)
{
    OwnedArray batch{.length = rows, .buffers = {nullptr}};
    batch.children = std::move(columns);
    return batch;
}

} // namespace aq
