#include "core/io/formats/arrow_fields.h"

#include "core/base/printable.h"
#include "core/io/refusal.h"

#include "arrow_schema_generated.h"

#include <QSet>

namespace aq {
namespace {

using arrow::Type;

constexpr std::size_t mostFields = 1000;
constexpr int deepestField = 16;

enum class Children : std::uint8_t { None, One, Any };

/// How the buffers of a type are counted, by its union number.
struct TypeRow {
    Type type;
    const char* name;
    int buffers; ///< Of the array itself, validity included; of views, without the data.
    Children children = Children::None;
    bool views = false;
};
constexpr TypeRow typeRows[] = {
    {Type::Null, "null", 0},
    {Type::Int, "int", 2},
    {Type::FloatingPoint, "float", 2},
    {Type::Binary, "binary", 3},
    {Type::Utf8, "utf8", 3},
    {Type::Bool, "bool", 2},
    {Type::Decimal, "decimal", 2},
    {Type::Date, "date", 2},
    {Type::Time, "time", 2},
    {Type::Timestamp, "timestamp", 2},
    {Type::Interval, "interval", 2},
    {Type::List, "list", 2, Children::One},
    {Type::Struct_, "struct", 1, Children::Any},
    {Type::FixedSizeBinary, "fixed_size_binary", 2},
    {Type::FixedSizeList, "fixed_size_list", 1, Children::One},
    {Type::Map, "map", 2, Children::Any},
    {Type::Duration, "duration", 2},
    {Type::LargeBinary, "large_binary", 3},
    {Type::LargeUtf8, "large_utf8", 3},
    {Type::LargeList, "large_list", 2, Children::One},
    {Type::RunEndEncoded, "run_end_encoded", 0, Children::Any},
    {Type::BinaryView, "binary_view", 2, Children::None, true},
    {Type::Utf8View, "utf8_view", 2, Children::None, true},
    {Type::ListView, "list_view", 3, Children::One},
    {Type::LargeListView, "large_list_view", 3, Children::One},
};

const TypeRow* rowOf(Type type)
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

/// Below a dictionary there are only its indices.
const flatbuffers::Vector<flatbuffers::Offset<arrow::Field>>* childrenOf(const arrow::Field& field)
{
    const TypeRow* row = rowOf(field.type_type());
    const bool has = row && row->children != Children::None && !field.dictionary();
    return has ? field.children() : nullptr;
}

/// "list<float32>", "uint8", "dictionary<utf8>". @pre countParts() accepted the field.
QString typeText(const arrow::Field& field)
{
    QString name = QLatin1StringView(rowOf(field.type_type())->name);
    if (field.dictionary())
        return QStringLiteral("dictionary<%1>").arg(name);
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

Result<void> checkNumbers(const arrow::Field& field)
{
    const auto* real = field.type_as_FloatingPoint();
    if (real
        && (real->precision() < arrow::Precision::Half
            || real->precision() > arrow::Precision::Double))
        return corrupt(QStringLiteral("has a float type of unknown precision"));
    const auto* list = field.type_as_FixedSizeList();
    if (list && list->list_size() < 0)
        return corrupt(QStringLiteral("has lists of %1 items").arg(list->list_size()));
    return {};
}

/// Adds the nodes and buffers that `field` has in every batch.
Result<void> countParts(const arrow::Field& field, int depth, ArrowLayout& layout)
{
    const TypeRow* row = rowOf(field.type_type());
    if (!row || !field.type() || depth > deepestField)
        return unsupported(QStringLiteral("has a type that is not known here (number %1)")
                               .arg(int(field.type_type())));
    if (auto sane = checkNumbers(field); !sane)
        return sane;
    layout.nodes += 1;
    layout.buffers += field.dictionary() ? 2 : row->buffers;
    layout.views += row->views && !field.dictionary() ? 1 : 0;
    const auto* children = childrenOf(field);
    const bool isList = row->children == Children::One && !field.dictionary();
    if (isList && (!children || children->size() != 1))
        return corrupt(QStringLiteral("is a list without exactly one item type"));
    if (children)
        for (const arrow::Field* child : *children)
            if (auto counted = countParts(*child, depth + 1, layout); !counted)
                return counted;
    return {};
}

std::optional<ArrowInteger> integerOf(const arrow::Int& integer)
{
    const int bits = integer.bit_width();
    if (bits != 8 && bits != 16 && bits != 32 && bits != 64)
        return {};
    return ArrowInteger{bits / 8, integer.is_signed()};
}

void classifyList(const arrow::Field& source, ArrowField& field)
{
    if (const auto* fixed = source.type_as_FixedSizeList())
        field.listSize = fixed->list_size();
    const arrow::Field& item = *source.children()->Get(0);
    if (item.dictionary())
        return;
    if (const auto* real = item.type_as_FloatingPoint()) {
        constexpr DType reals[] = {DType::F16, DType::F32, DType::F64};
        field.values = ArrowValues::FloatLists;
        field.item = reals[int(real->precision())];
    } else if (const auto* number = item.type_as_Int()) {
        const auto integer = integerOf(*number);
        if (!integer)
            return;
        field.values = ArrowValues::IntegerLists;
        field.integer = *integer;
    }
}

/// A column of indices; what they stand for must be texts to be of use.
void classifyDictionary(const arrow::Field& source, ArrowField& field)
{
    const auto* index = source.dictionary()->index_type();
    const auto integer = index ? integerOf(*index) : ArrowInteger{};
    if (field.values == ArrowValues::Texts && integer) {
        field.dictionary = source.dictionary()->id();
        field.integer = *integer;
    } else {
        field.values = ArrowValues::Other;
    }
}

void classify(const arrow::Field& source, ArrowField& field)
{
    const Type type = source.type_type();
    field.wide = type == Type::LargeUtf8 || type == Type::LargeBinary || type == Type::LargeList;
    field.views = type == Type::Utf8View;
    if (type == Type::Utf8 || type == Type::LargeUtf8 || type == Type::Utf8View) {
        field.values = ArrowValues::Texts;
    } else if (type == Type::Binary || type == Type::LargeBinary) {
        field.values = ArrowValues::Binaries;
    } else if (const auto* number = source.type_as_Int()) {
        if (const auto integer = integerOf(*number)) {
            field.values = ArrowValues::Integers;
            field.integer = *integer;
        }
    } else if (!source.dictionary()
        && (type == Type::List || type == Type::LargeList || type == Type::FixedSizeList)) {
        classifyList(source, field);
    }
    if (source.dictionary())
        classifyDictionary(source, field);
}

Result<void> readField(const arrow::Field& source, ArrowTable& table)
{
    ArrowField field;
    field.name = text(source.name());
    field.node = table.layout.nodes;
    field.buffer = table.layout.buffers;
    field.viewsBefore = table.layout.views;
    if (auto counted = countParts(source, 0, table.layout); !counted)
        return counted;
    field.type = typeText(source);
    classify(source, field);
    table.fields.push_back(std::move(field));
    return {};
}

} // namespace

Result<void> readArrowSchema(const arrow::Schema& schema, ArrowTable& table)
{
    if (schema.endianness() != arrow::Endianness::Little)
        return unsupported(QStringLiteral("the table is big-endian"));
    if (!schema.fields() || schema.fields()->size() == 0)
        return corrupt(QStringLiteral("the table has no columns"));
    if (schema.fields()->size() > mostFields)
        return unsupported(QStringLiteral("the table has %1 columns").arg(schema.fields()->size()));
    QSet<QString> names;
    for (const arrow::Field* source : *schema.fields()) {
        const QString name = text(source->name());
        const QString place = QStringLiteral("column '%1'").arg(printable(name));
        if (auto read = readField(*source, table); !read)
            return read.error().in(place);
        if (names.contains(name))
            return corrupt(QStringLiteral("two columns have this name")).in(place);
        names.insert(name);
    }
    if (const auto* pairs = schema.custom_metadata())
        for (const arrow::KeyValue* pair : *pairs)
            table.metadata[text(pair->key())] = text(pair->value());
    return {};
}

} // namespace aq
