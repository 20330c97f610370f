#include "core/table/c_table.h"

#include "core/base/printable.h"
#include "core/io/arrow_words.h"
#include "core/io/refusal.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <system_error>

namespace aq {
namespace {

bool isNamed(const ArrowSchema& field, std::string_view name)
{
    return field.name && field.name == name;
}

Result<void> checkStruct(const ArrowSchema& schema)
{
    if (!schema.release)
        return corrupt(QStringLiteral("the schema was released before it was read"));
    if (schema.dictionary || typeOf(schema).kind != CKind::Struct)
        return unsupported(
            QStringLiteral("the table is %1, expected struct").arg(typeText(schema)));
    if (schema.n_children < 0 || schema.n_children > mostChildren
        || (schema.n_children > 0 && !schema.children))
        return corrupt(QStringLiteral("the schema has %1 columns").arg(schema.n_children));
    for (std::int64_t i = 0; i < schema.n_children; ++i)
        if (!schema.children[i] || !schema.children[i]->release)
            return corrupt(QStringLiteral("the schema has no column %1").arg(i));
    return {};
}

Result<std::int64_t> findColumn(const ArrowSchema& schema, const CColumnSpec& column)
{
    const auto* begin = schema.children;
    const auto* end = begin + schema.n_children;
    const auto matches = [&](const ArrowSchema* field) { return isNamed(*field, column.name); };
    const auto* found = std::find_if(begin, end, matches);
    const QString name = QString::fromLatin1(column.name);
    if (found == end)
        return column.required
            ? Result<std::int64_t>(unsupported(missingColumn(name, column.expected)))
            : Result<std::int64_t>(-1);
    if (std::find_if(found + 1, end, matches) != end)
        return unsupported(QStringLiteral("there are two columns '%1'").arg(name));
    if (!column.accepts(**found))
        return unsupported(wrongType(name, typeText(**found), column.expected));
    return found - begin;
}

/// What a stream says of its error, or what its number means.
Error streamError(ArrowArrayStream& stream, int number)
{
    const char* said = stream.get_last_error ? stream.get_last_error(&stream) : nullptr;
    const QString text = said && *said
        ? printable(QString::fromUtf8(said), 500)
        : QString::fromStdString(std::generic_category().message(number));
    return {ErrorCode::Internal, QStringLiteral("the stream failed: ") + text, {}};
}

/// Calls `get`, which fills `*out`; after an error `*out` is nobody's.
template <typename T>
Result<COwner<T>> fetch(ArrowArrayStream& stream, int (*get)(ArrowArrayStream*, T*))
{
    COwner<T> out;
    if (const int number = get(&stream, out.get()); number != 0) {
        out.give();
        return streamError(stream, number);
    }
    return out;
}

} // namespace

bool isText(const ArrowSchema& schema)
{
    if (!schema.dictionary)
        return typeOf(schema).kind == CKind::Utf8;
    const ArrowSchema& values = *schema.dictionary;
    return typeOf(schema).isInteger() && !values.dictionary && values.release
        && typeOf(values).kind == CKind::Utf8;
}

bool isBinary(const ArrowSchema& schema)
{
    return !schema.dictionary && typeOf(schema).kind == CKind::Binary;
}

bool isInteger(const ArrowSchema& schema)
{
    return !schema.dictionary && typeOf(schema).isInteger();
}

bool isListOf(const ArrowSchema& schema, std::span<const DType> items)
{
    const CType type = typeOf(schema);
    if (schema.dictionary || (type.kind != CKind::List && type.kind != CKind::FixedList))
        return false;
    const ArrowSchema& child = *schema.children[0];
    const CType item = typeOf(child);
    return !child.dictionary && child.release && item.kind == CKind::Number
        && std::ranges::find(items, item.item) != items.end();
}

bool isShape(const ArrowSchema& schema)
{
    static constexpr DType extents[] = {DType::I64, DType::I32, DType::I16, DType::I8, DType::U64,
        DType::U32, DType::U16, DType::U8};
    return isListOf(schema, extents);
}

Result<std::vector<std::int64_t>> findColumns(
    const ArrowSchema& schema, std::span<const CColumnSpec> columns)
{
    if (const auto checked = checkStruct(schema); !checked)
        return checked.error();
    std::vector<std::int64_t> found;
    for (const CColumnSpec& column : columns) {
        const auto index = findColumn(schema, column);
        if (!index)
            return index.error();
        found.push_back(*index);
    }
    return found;
}

Result<void> checkBatch(const ArrowSchema& schema, const ArrowArray& batch)
{
    if (const auto checked = checkArray(schema, batch, 0); !checked)
        return corrupt(QStringLiteral("the table ") + checked.error().detail);
    return {};
}

Result<void> readStream(ArrowArrayStream* stream,
    const std::function<Result<void>(const ArrowSchema&)>& readSchema,
    const std::function<Result<void>(const ArrowSchema&, CArray)>& readBatch)
{
    CStream source(stream);
    if (!source || !source->get_schema || !source->get_next)
        return corrupt(QStringLiteral("the stream was released before it was read"));
    const auto schema = fetch(*source.get(), source->get_schema);
    if (!schema)
        return schema.error();
    if (auto read = readSchema(**schema); !read)
        return read;
    for (std::int64_t number = 0;; ++number) {
        auto batch = fetch(*source.get(), source->get_next);
        if (!batch)
            return batch.error();
        if (!*batch)
            return {};
        const QString place = QStringLiteral("record batch %1").arg(number);
        if (auto checked = checkBatch(**schema, **batch); !checked)
            return checked.error().in(place);
        if ((*batch)->length == 0)
            continue;
        if (auto read = readBatch(**schema, std::move(*batch)); !read)
            return read.error().in(place);
    }
}

} // namespace aq
