#include "core/table/c_type.h"

#include "core/base/printable.h"

#include <QStringList>
#include <algorithm>
#include <charconv>
#include <string_view>

namespace aq {
namespace {

using namespace std::string_view_literals;

constexpr int deepestText = 6;
constexpr qsizetype longestText = 200;

/// A type that its whole format string names.
struct TypeRow {
    std::string_view format;
    const char* name;
    CType type = {};
};
constexpr TypeRow typeRows[] = {
    {"n", "null"},
    {"b", "bool"},
    {"c", "int8", {CKind::Number, DType::I8}},
    {"C", "uint8", {CKind::Number, DType::U8}},
    {"s", "int16", {CKind::Number, DType::I16}},
    {"S", "uint16", {CKind::Number, DType::U16}},
    {"i", "int32", {CKind::Number, DType::I32}},
    {"I", "uint32", {CKind::Number, DType::U32}},
    {"l", "int64", {CKind::Number, DType::I64}},
    {"L", "uint64", {CKind::Number, DType::U64}},
    {"e", "float16", {CKind::Number, DType::F16}},
    {"f", "float32", {CKind::Number, DType::F32}},
    {"g", "float64", {CKind::Number, DType::F64}},
    {"z", "binary", {.kind = CKind::Binary}},
    {"Z", "large_binary", {.kind = CKind::Binary, .wide = true}},
    {"vz", "binary_view"},
    {"u", "utf8", {.kind = CKind::Utf8}},
    {"U", "large_utf8", {.kind = CKind::Utf8, .wide = true}},
    {"vu", "utf8_view", {.kind = CKind::Utf8, .views = true}},
    {"tdD", "date32[days]"},
    {"tdm", "date64[ms]"},
    {"tts", "time32[s]"},
    {"ttm", "time32[ms]"},
    {"ttu", "time64[us]"},
    {"ttn", "time64[ns]"},
    {"tDs", "duration[s]"},
    {"tDm", "duration[ms]"},
    {"tDu", "duration[us]"},
    {"tDn", "duration[ns]"},
    {"tiM", "interval[months]"},
    {"tiD", "interval[days, ms]"},
    {"tin", "interval[months, days, ns]"},
    {"+l", "list", {.kind = CKind::List}},
    {"+L", "large_list", {.kind = CKind::List, .wide = true}},
    {"+vl", "list_view"},
    {"+vL", "large_list_view"},
    {"+s", "struct", {.kind = CKind::Struct}},
    {"+m", "map"},
    {"+r", "run_end_encoded"},
};

/// A type whose format string goes on with parameters.
struct PrefixRow {
    std::string_view prefix;
    const char* name;
};
constexpr PrefixRow prefixRows[] = {
    {"d:", "decimal"},
    {"w:", "fixed_size_binary"},
    {"tss:", "timestamp[s"},
    {"tsm:", "timestamp[ms"},
    {"tsu:", "timestamp[us"},
    {"tsn:", "timestamp[ns"},
    {"+w:", "fixed_size_list"},
    {"+ud:", "dense_union"},
    {"+us:", "sparse_union"},
};

/// Of a schema that was released nothing is left to be read.
std::string_view formatOf(const ArrowSchema& schema)
{
    return schema.format && schema.release ? std::string_view(schema.format) : ""sv;
}

const TypeRow* rowOf(std::string_view format)
{
    const auto* row = std::find_if(std::begin(typeRows), std::end(typeRows),
        [&](const TypeRow& candidate) { return candidate.format == format; });
    return row == std::end(typeRows) ? nullptr : row;
}

/// All of `digits` as a number that is not negative.
std::optional<std::int64_t> number(std::string_view digits)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value < 0)
        return {};
    return value;
}

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(std::min<std::size_t>(text.size(), 100)));
}

/// "decimal128(19, 10)" of "19,10"; "decimal256(50, 3)" of "50,3,256".
QString decimalText(std::string_view parameters)
{
    const QStringList parts = shown(parameters).split(u',');
    const QString bits = parts.size() > 2 ? parts[2] : QStringLiteral("128");
    return QStringLiteral("decimal%1(%2)").arg(bits, parts.mid(0, 2).join(QStringLiteral(", ")));
}

/// Without the children.
QString plainText(std::string_view format)
{
    if (const TypeRow* row = rowOf(format))
        return QString::fromLatin1(row->name);
    for (const PrefixRow& row : prefixRows) {
        if (!format.starts_with(row.prefix))
            continue;
        const std::string_view parameters = format.substr(row.prefix.size());
        QString name = QString::fromLatin1(row.name);
        if (row.prefix == "d:")
            return decimalText(parameters);
        if (row.prefix == "w:")
            return name + u'[' + shown(parameters) + u']';
        if (row.prefix.starts_with("ts"))
            return name
                + (parameters.empty() ? QString() : QStringLiteral(", ") + shown(parameters))
                + u']';
        return name; // appendType() adds the size of a list; a union's numbers say little.
    }
    return QStringLiteral("of unknown format \"%1\"").arg(shown(format));
}

/// Appends the type of `schema` and stops where it is long enough to be understood.
void appendType(const ArrowSchema& schema, int depth, QString& text)
{
    if (depth > deepestText || text.size() > longestText) {
        text += u'…';
        return;
    }
    if (!schema.release) {
        text += u"released";
        return;
    }
    if (schema.dictionary) {
        text += QStringLiteral("dictionary<%1, ").arg(plainText(formatOf(schema)));
        appendType(*schema.dictionary, depth + 1, text);
        text += u'>';
        return;
    }
    text += plainText(formatOf(schema));
    if (schema.n_children <= 0 || schema.n_children > mostChildren || !schema.children)
        return;
    text += u'<';
    for (std::int64_t i = 0; i < schema.n_children && text.size() <= longestText; ++i) {
        text += i == 0 ? QString() : QStringLiteral(", ");
        if (schema.children[i])
            appendType(*schema.children[i], depth + 1, text);
    }
    text += u'>';
    if (const std::string_view format = formatOf(schema); format.starts_with("+w:"))
        text += u'[' + shown(format.substr(3)) + u']';
}

} // namespace

CType typeOf(const ArrowSchema& schema)
{
    const std::string_view format = formatOf(schema);
    CType type;
    if (const TypeRow* row = rowOf(format)) {
        type = row->type;
    } else if (format.starts_with("+w:")) {
        if (const auto width = number(format.substr(3)))
            type = {.kind = CKind::FixedList, .width = *width};
    }
    const bool isList = type.kind == CKind::List || type.kind == CKind::FixedList;
    if (isList && (schema.n_children != 1 || !schema.children || !schema.children[0]))
        return {};
    return type;
}

QString typeText(const ArrowSchema& schema)
{
    QString text;
    appendType(schema, 0, text);
    return printable(text);
}

} // namespace aq
