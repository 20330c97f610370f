#include "core/io/formats/arrow_table.h"

#include "core/base/printable.h"
#include "core/io/refusal.h"

#include "arrow_schema_generated.h"

#include <QSet>
#include <QtEndian>
#include <algorithm>
#include <cstring>

namespace aq {
namespace {

constexpr std::int64_t leadingBytes = 8;   ///< "ARROW1" and two bytes of padding.
constexpr std::int64_t trailingBytes = 10; ///< Footer length and "ARROW1".
constexpr std::size_t mostFields = 1000;
constexpr int deepestField = 16;

/// How the buffers of a type are counted, by its union number.
struct TypeRow {
    arrow::Type type;
    const char* name;
    int buffers; ///< Of the array itself, validity included.
    bool children;
};
constexpr TypeRow typeRows[] = {
    {arrow::Type::Null, "null", 0, false},
    {arrow::Type::Int, "int", 2, false},
    {arrow::Type::FloatingPoint, "float", 2, false},
    {arrow::Type::Binary, "binary", 3, false},
    {arrow::Type::Utf8, "utf8", 3, false},
    {arrow::Type::Bool, "bool", 2, false},
    {arrow::Type::Decimal, "decimal", 2, false},
    {arrow::Type::Date, "date", 2, false},
    {arrow::Type::Time, "time", 2, false},
    {arrow::Type::Timestamp, "timestamp", 2, false},
    {arrow::Type::Interval, "interval", 2, false},
    {arrow::Type::List, "list", 2, true},
    {arrow::Type::Struct_, "struct", 1, true},
    {arrow::Type::FixedSizeBinary, "fixed_size_binary", 2, false},
    {arrow::Type::FixedSizeList, "fixed_size_list", 1, true},
    {arrow::Type::Map, "map", 2, true},
    {arrow::Type::Duration, "duration", 2, false},
    {arrow::Type::LargeBinary, "large_binary", 3, false},
    {arrow::Type::LargeUtf8, "large_utf8", 3, false},
    {arrow::Type::LargeList, "large_list", 2, true},
};

const TypeRow* rowOf(arrow::Type type)
{
    for (const TypeRow& row : typeRows)
        if (row.type == type)
            return &row;
    return nullptr;
}

QString text(const flatbuffers::String* string)
{
    return string ? QString::fromUtf8(string->c_str(), string->size()) : QString();
}

const flatbuffers::Vector<flatbuffers::Offset<arrow::Field>>* childrenOf(const arrow::Field& field)
{
    const TypeRow* row = rowOf(field.type_type());
    return row && row->children && !field.dictionary() ? field.children() : nullptr;
}

/// "list<float32>", "uint8", "dictionary". @pre countParts() accepted the field.
QString typeText(const arrow::Field& field)
{
    if (field.dictionary())
        return QStringLiteral("dictionary");
    QString name = QLatin1StringView(rowOf(field.type_type())->name);
    if (const auto* integer = field.type_as_Int())
        return (integer->is_signed() ? QString() : QStringLiteral("u")) + name
            + QString::number(integer->bit_width());
    if (const auto* real = field.type_as_FloatingPoint())
        return name + QString::number(16 << int(real->precision()));
    QStringList items;
    if (const auto* children = childrenOf(field))
        for (const arrow::Field* child : *children)
            items << typeText(*child);
    return items.isEmpty() ? name : name + u'<' + items.join(u", ") + u'>';
}

/// Adds the nodes and buffers that `field` has in every batch.
Result<void> countParts(const arrow::Field& field, int depth, ArrowTable& table)
{
    const TypeRow* row = rowOf(field.type_type());
    if (!row || !field.type() || depth > deepestField)
        return unsupported(QStringLiteral("has a type that is not known here (number %1)")
                               .arg(int(field.type_type())));
    const auto* real = field.type_as_FloatingPoint();
    if (real
        && (real->precision() < arrow::Precision::Half
            || real->precision() > arrow::Precision::Double))
        return corrupt(QStringLiteral("has a float type of unknown precision"));
    table.nodes += 1;
    table.buffers += field.dictionary() ? 2 : row->buffers;
    const auto* children = childrenOf(field);
    const bool single = row->type == arrow::Type::List || row->type == arrow::Type::LargeList;
    if (single && !field.dictionary() && (!children || children->size() != 1))
        return corrupt(QStringLiteral("is a list without exactly one item type"));
    if (children)
        for (const arrow::Field* child : *children)
            if (auto counted = countParts(*child, depth + 1, table); !counted)
                return counted;
    return {};
}

bool isInt(const arrow::Field& field, int bits, bool isSigned)
{
    const auto* integer = field.type_as_Int();
    return integer && !field.dictionary() && integer->bit_width() == bits
        && integer->is_signed() == isSigned;
}

void classify(const arrow::Field& source, ArrowField& field)
{
    using arrow::Type;
    if (source.dictionary())
        return;
    const Type type = source.type_type();
    field.wide = type == Type::LargeUtf8 || type == Type::LargeBinary || type == Type::LargeList;
    if (type == Type::Utf8 || type == Type::LargeUtf8)
        field.kind = ArrowKind::Utf8;
    else if (type == Type::Binary || type == Type::LargeBinary)
        field.kind = ArrowKind::Binary;
    else if (isInt(source, 8, false))
        field.kind = ArrowKind::UInt8;
    else if (isInt(source, 32, true))
        field.kind = ArrowKind::Int32;
    else if (type == Type::List || type == Type::LargeList) {
        const arrow::Field& item = *source.children()->Get(0);
        constexpr DType reals[] = {DType::F16, DType::F32, DType::F64};
        if (isInt(item, 64, true)) {
            field.kind = ArrowKind::LongList;
        } else if (const auto* real = item.type_as_FloatingPoint(); real && !item.dictionary()) {
            field.kind = ArrowKind::FloatList;
            field.item = reals[int(real->precision())];
        }
    }
}

Result<void> readFields(const arrow::Schema& schema, ArrowTable& table)
{
    if (schema.endianness() != arrow::Endianness::Little)
        return unsupported(QStringLiteral("the table is big-endian"));
    if (!schema.fields() || schema.fields()->size() == 0)
        return corrupt(QStringLiteral("the table has no columns"));
    if (schema.fields()->size() > mostFields)
        return unsupported(QStringLiteral("the table has %1 columns").arg(schema.fields()->size()));
    QSet<QString> names;
    for (const arrow::Field* source : *schema.fields()) {
        ArrowField field;
        field.name = text(source->name());
        field.node = table.nodes;
        field.buffer = table.buffers;
        const QString place = QStringLiteral("column '%1'").arg(printable(field.name));
        if (auto counted = countParts(*source, 0, table); !counted)
            return counted.error().in(place);
        if (names.contains(field.name))
            return corrupt(QStringLiteral("two columns have this name")).in(place);
        names.insert(field.name);
        field.type = typeText(*source);
        classify(*source, field);
        table.fields.push_back(std::move(field));
    }
    return {};
}

/// Blocks lie between the leading magic and the footer and do not overlap, so that all bodies
/// together are no larger than the file.
Result<void> readBlocks(const arrow::Footer& footer, std::int64_t footerStart, ArrowTable& table)
{
    if (!footer.record_batches())
        return {};
    for (const arrow::Block* block : *footer.record_batches()) {
        const ArrowBlock read{block->offset(), block->metadata_length(), block->body_length()};
        const QString place = QStringLiteral("record batch %1").arg(table.blocks.size());
        if (read.offset < leadingBytes || read.offset > footerStart || read.messageBytes <= 8
            || read.messageBytes > footerStart - read.offset || read.bodyBytes < 0
            || read.bodyBytes > footerStart - read.offset - read.messageBytes)
            return corrupt(QStringLiteral("%1 + %2 bytes at %3 are not inside the file")
                               .arg(read.messageBytes)
                               .arg(read.bodyBytes)
                               .arg(read.offset))
                .in(place);
        table.blocks.push_back(read);
    }
    std::vector<ArrowBlock> sorted = table.blocks;
    std::sort(sorted.begin(), sorted.end(),
        [](const ArrowBlock& a, const ArrowBlock& b) { return a.offset < b.offset; });
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const ArrowBlock& last = sorted[i - 1];
        if (sorted[i].offset < last.offset + last.messageBytes + last.bodyBytes)
            return corrupt(QStringLiteral("record batches overlap at %1").arg(sorted[i].offset));
    }
    return {};
}

bool isMagic(const std::byte* bytes) { return std::memcmp(bytes, "ARROW1", 6) == 0; }

/// The footer's bytes, without checks of what they say.
Result<std::vector<std::byte>> readFooterBytes(const ByteSource& file)
{
    if (file.size() < leadingBytes + trailingBytes)
        return corrupt(QStringLiteral("%1 bytes are too few for an Arrow file").arg(file.size()));
    const auto start = readBytes(file, 0, leadingBytes);
    if (!start)
        return start.error();
    const auto end = readBytes(file, file.size() - trailingBytes, trailingBytes);
    if (!end)
        return end.error();
    if (!isMagic(start->data()))
        return corrupt(QStringLiteral("does not begin with ARROW1"));
    if (!isMagic(end->data() + 4))
        return corrupt(QStringLiteral("does not end with ARROW1: cut off, or an Arrow stream"));
    const auto size = qFromLittleEndian<qint32>(end->data());
    if (size <= 0 || size > file.size() - leadingBytes - trailingBytes)
        return corrupt(QStringLiteral("the footer claims %1 bytes, the file has %2")
                           .arg(size)
                           .arg(file.size()));
    return readBytes(file, file.size() - trailingBytes - size, size);
}

} // namespace

const ArrowField* ArrowTable::find(QLatin1StringView name) const
{
    for (const ArrowField& field : fields)
        if (field.name == name)
            return &field;
    return nullptr;
}

Result<const ArrowField*> ArrowTable::column(
    const char* name, ArrowKind kind, const char* expected) const
{
    const ArrowField* field = find(QLatin1StringView(name));
    if (!field)
        return corrupt(QStringLiteral("column '%1' is missing").arg(QLatin1StringView(name)));
    if (field->kind != kind)
        return unsupported(
            QStringLiteral("column '%1' is %2, expected %3")
                .arg(QLatin1StringView(name), printable(field->type), QLatin1StringView(expected)));
    return field;
}

Result<const ArrowField*> ArrowTable::optionalColumn(
    const char* name, ArrowKind kind, const char* expected) const
{
    if (!find(QLatin1StringView(name)))
        return static_cast<const ArrowField*>(nullptr);
    return column(name, kind, expected);
}

Result<ArrowTable> readArrowTable(const ByteSource& file)
{
    const auto bytes = readFooterBytes(file);
    if (!bytes)
        return bytes.error();
    flatbuffers::Verifier verifier(
        reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size());
    if (!verifier.VerifyBuffer<arrow::Footer>(nullptr))
        return corrupt(QStringLiteral("the footer is damaged"));
    const auto* footer = flatbuffers::GetRoot<arrow::Footer>(bytes->data());
    if (footer->version() < arrow::MetadataVersion::V4
        || footer->version() > arrow::MetadataVersion::V5)
        return unsupported(QStringLiteral("metadata version %1; 4 and 5 can be read")
                               .arg(int(footer->version()) + 1));
    if (!footer->schema())
        return corrupt(QStringLiteral("the footer has no schema"));

    ArrowTable table;
    if (const auto read = readFields(*footer->schema(), table); !read)
        return read.error();
    const std::int64_t footerStart = file.size() - trailingBytes - std::int64_t(bytes->size());
    if (const auto read = readBlocks(*footer, footerStart, table); !read)
        return read.error();
    if (const auto* pairs = footer->schema()->custom_metadata())
        for (const arrow::KeyValue* pair : *pairs)
            table.metadata[text(pair->key())] = text(pair->value());
    return table;
}

} // namespace aq
