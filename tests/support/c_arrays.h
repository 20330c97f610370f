// A producer for the Arrow C data interface, for tests. A value describes an array with its type:
//
//     CArrayData table = tableOf({textColumn("layer_name", {"a", "b"}),
//         listColumn<float>("weights", "f", {{{1, 2}}, {{3}}})});
//     ProducerCount count;
//     ArrowArrayStream stream = streamOf({table}, count);
//
// and is handed out as often as wanted. Every struct handed out is counted, and so is its release:
// when all is over, count.balanced(). Buffers have exactly their size on the heap, so that the
// address sanitizer sees a byte read too far, and die with the last struct (and CArrayData) that
// shares them. slice() gives offsets at any level; junk rows or items are the values outside.
#pragma once
#include "core/table/arrowquant.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace aq::test {

/// Structs that were handed out, and how often they were released.
struct ProducerCount {
    std::atomic<int> made{0}, released{0};
    std::atomic<int> wrong{0}; ///< Releases of what was released before.
    bool balanced() const { return made == released && wrong == 0; }
};

using CBuffer = std::shared_ptr<const std::vector<std::byte>>; ///< Null: a null pointer.

/// An array and its type, to be bent at will before it is handed out.
struct CArrayData {
    std::string name, format;
    std::string metadata = {};
    std::int64_t length = 0, nullCount = 0, offset = 0;
    std::vector<CBuffer> buffers = {};
    std::vector<CArrayData> children = {};
    std::shared_ptr<CArrayData> dictionary = {};
};

template <typename T>
CBuffer bufferOf(const std::vector<T>& values)
{
    static_assert(std::is_trivially_copyable_v<T>);
    std::vector<std::byte> bytes(values.size() * sizeof(T));
    if (!bytes.empty())
        std::memcpy(bytes.data(), values.data(), bytes.size());
    return std::make_shared<const std::vector<std::byte>>(std::move(bytes));
}

/// A bitmap, least significant bit first; 1: there is a value.
CBuffer bitmapOf(const std::vector<bool>& valid);

/// Marks values as null, counted from the array's offset; the null count becomes `nullCount`.
CArrayData withNulls(
    CArrayData array, std::initializer_list<std::int64_t> nulls, std::int64_t nullCount = -1);

/// `length` values from `first`, by moving the array's own offset.
CArrayData slice(CArrayData array, std::int64_t first, std::int64_t length);

enum class ListForm { List, Large, Fixed };

template <typename T>
CArrayData numberColumn(const char* name, const char* format, const std::vector<T>& values)
{
    return {.name = name,
        .format = format,
        .length = std::int64_t(values.size()),
        .buffers = {nullptr, bufferOf(values)}};
}

/// Texts, or with another format ("z", "Z") binaries; large ones for "U" and "Z".
CArrayData textColumn(const char* name, const std::vector<std::optional<std::string>>& values,
    const char* format = "u");

/// Texts of the type utf8_view; those over 12 bytes lie in two buffers, in turns.
CArrayData viewColumn(const char* name, const std::vector<std::optional<std::string>>& values);

/// `indices` into the texts of `values`; `format` is that of T.
template <typename T>
CArrayData dictionaryColumn(
    const char* name, const char* format, const std::vector<T>& indices, CArrayData values)
{
    CArrayData array = numberColumn(name, format, indices);
    array.dictionary = std::make_shared<CArrayData>(std::move(values));
    return array;
}

/// A list array of `sizes` items each; the items lie in `items` one after the other, from its
/// offset on.
CArrayData listColumn(
    const char* name, const std::vector<std::int64_t>& sizes, CArrayData items, ListForm form);

/// Lists of numbers; nothing: a null. `junk` items lie before the first and behind the last.
template <typename T>
CArrayData listColumn(const char* name, const char* itemFormat,
    const std::vector<std::optional<std::vector<T>>>& values, ListForm form = ListForm::List,
    std::int64_t junk = 0)
{
    std::vector<T> items(std::size_t(junk), T(99));
    std::vector<std::int64_t> sizes;
    std::vector<bool> valid;
    const std::size_t width = form == ListForm::Fixed && !values.empty()
        ? (values[0] ? values[0]->size() : 0)
        : 0; // A null of fixed size takes its place.
    for (const auto& value : values) {
        const std::vector<T> row = value.value_or(std::vector<T>(width, T(77)));
        items.insert(items.end(), row.begin(), row.end());
        sizes.push_back(std::int64_t(row.size()));
        valid.push_back(value.has_value());
    }
    const std::int64_t count = std::int64_t(items.size()) - junk;
    items.insert(items.end(), std::size_t(junk), T(99));
    CArrayData list = listColumn(
        name, sizes, slice(numberColumn("item", itemFormat, items), junk, count), form);
    for (std::size_t row = 0; row < valid.size(); ++row)
        if (!valid[row]) {
            list.buffers[0] = bitmapOf(valid);
            list.nullCount = -1;
        }
    return list;
}

/// A struct of columns, as long as the first.
CArrayData tableOf(std::vector<CArrayData> columns);

/// What goes wrong in a stream.
struct StreamFault {
    int schemaError = 0; ///< errno of get_schema
    int batchError = 0;  ///< errno of get_next, where batch `atBatch` would come
    std::size_t atBatch = 0;
    const char* message = nullptr;
};

ArrowSchema schemaOf(const CArrayData& array, ProducerCount& count);
ArrowArray arrayOf(const CArrayData& array, ProducerCount& count);
/// The schema is that of the first batch, or `schema`.
ArrowArrayStream streamOf(
    std::vector<CArrayData> batches, ProducerCount& count, StreamFault fault = {});
ArrowArrayStream streamOf(CArrayData schema, std::vector<CArrayData> batches, ProducerCount& count,
    StreamFault fault = {});

} // namespace aq::test
