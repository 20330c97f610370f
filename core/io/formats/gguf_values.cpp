#include "core/io/formats/gguf_values.h"

#include "core/io/formats/gguf_cursor.h"
#include "core/io/refusal.h"

#include <array>
#include <charconv>
#include <cstring>

namespace aq {
namespace {

constexpr std::uint64_t maxNameBytes = 65535;
constexpr std::uint64_t maxListed = 16;         ///< Numbers of an array that are shown.
constexpr qsizetype maxListedBytes = 256;       ///< Of strings of an array that are shown.
constexpr std::uint64_t maxTextBytes = 1 << 20; ///< Of a string that is shown whole.

/// Bytes of one value of a scalar type; 0 for the others, and for no type at all.
std::uint64_t sizeOf(GgufKind kind)
{
    constexpr std::array<std::uint64_t, 13> sizes{1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
    return std::size_t(kind) < sizes.size() ? sizes[std::size_t(kind)] : 0;
}

void appendString(GgufCursor& cursor, QByteArray& value)
{
    const auto length = cursor.number<std::uint64_t>();
    appendLittleEndian(value, length);
    cursor.append(value, length);
}

void checkBooleans(GgufCursor& cursor, QByteArrayView values)
{
    for (const char value : values)
        if (value != 0 && value != 1)
            return cursor.fail(
                corrupt(QStringLiteral("a boolean is %1, not 0 or 1").arg(std::uint8_t(value))));
}

void appendArray(GgufCursor& cursor, QByteArray& value)
{
    const auto kind = GgufKind(cursor.number<std::uint32_t>());
    const auto count = cursor.number<std::uint64_t>();
    appendLittleEndian(value, std::uint32_t(kind));
    appendLittleEndian(value, count);
    if (!cursor)
        return;
    if (kind == GgufKind::Array)
        return cursor.fail(unsupported(QStringLiteral("an array of arrays is not supported")));
    const std::uint64_t size = sizeOf(kind);
    if (size == 0 && kind != GgufKind::String)
        return cursor.fail(
            corrupt(QStringLiteral("its elements have the unknown type %1").arg(quint32(kind))));
    if (kind == GgufKind::String) {
        if (count > cursor.left() / 8)
            return cursor.fail(corrupt(QStringLiteral("%1 strings do not fit into %2 bytes")
                                           .arg(count)
                                           .arg(cursor.left())));
        for (std::uint64_t i = 0; i < count && cursor; ++i)
            appendString(cursor, value);
        return;
    }
    const qsizetype before = value.size();
    cursor.append(value, count, size);
    if (kind == GgufKind::Bool)
        checkBooleans(cursor, QByteArrayView(value).sliced(before));
}

} // namespace

QByteArray readGgufValue(GgufCursor& cursor)
{
    QByteArray value;
    const auto kind = GgufKind(cursor.number<std::uint32_t>());
    appendLittleEndian(value, std::uint32_t(kind));
    const std::uint64_t size = sizeOf(kind);
    if (kind == GgufKind::Array) {
        appendArray(cursor, value);
    } else if (kind == GgufKind::String) {
        appendString(cursor, value);
    } else if (size == 0) {
        cursor.fail(
            corrupt(QStringLiteral("its value has the unknown type %1").arg(quint32(kind))));
    } else {
        cursor.append(value, size);
        if (kind == GgufKind::Bool)
            checkBooleans(cursor, QByteArrayView(value).sliced(4));
    }
    return value;
}

QString readGgufName(GgufCursor& cursor)
{
    const auto length = cursor.number<std::uint64_t>();
    if (cursor && (length == 0 || length > maxNameBytes)) {
        cursor.fail(corrupt(QStringLiteral("a name of %1 bytes at byte %2; 1 to %3 are allowed")
                                .arg(length)
                                .arg(cursor.at())
                                .arg(maxNameBytes)));
        return {};
    }
    const std::int64_t at = cursor.at();
    const QByteArray bytes = cursor.bytes(length);
    QString name = QString::fromUtf8(bytes);
    if (cursor && (bytes.contains('\0') || name.toUtf8() != bytes))
        cursor.fail(corrupt(QStringLiteral("the name at byte %1 is not valid UTF-8 text").arg(at)));
    return name;
}

namespace {

/// Reads a value that readGgufValue() returned; past its end there are only zeros.
class ValueReader {
public:
    explicit ValueReader(const QByteArray& value)
        : m_rest(value)
    {
    }
    template <typename T>
    T number()
    {
        T result = {};
        if (const QByteArrayView bytes = take(sizeof(T)); bytes.size() == sizeof(T))
            std::memcpy(&result, bytes.data(), sizeof(T)); // This program runs on little endian.
        return result;
    }
    GgufKind kind() { return GgufKind(number<std::uint32_t>()); }
    QByteArrayView string() { return take(number<std::uint64_t>()); }
    qsizetype left() const { return m_rest.size(); }

private:
    QByteArrayView take(std::uint64_t bytes)
    {
        const qsizetype some = qsizetype(std::min(bytes, std::uint64_t(m_rest.size())));
        const QByteArrayView taken = m_rest.first(some);
        m_rest = m_rest.sliced(some);
        return taken;
    }
    QByteArrayView m_rest;
};

/// The shortest text that reads back as the same number.
template <typename T>
QString numberText(T number)
{
    char text[32];
    const auto end = std::to_chars(std::begin(text), std::end(text), number).ptr;
    return QString::fromLatin1(text, end - text);
}

QString scalarText(ValueReader& value, GgufKind kind)
{
    switch (kind) {
    case GgufKind::UInt8:
        return numberText(value.number<std::uint8_t>());
    case GgufKind::Int8:
        return numberText(value.number<std::int8_t>());
    case GgufKind::UInt16:
        return numberText(value.number<std::uint16_t>());
    case GgufKind::Int16:
        return numberText(value.number<std::int16_t>());
    case GgufKind::UInt32:
        return numberText(value.number<std::uint32_t>());
    case GgufKind::Int32:
        return numberText(value.number<std::int32_t>());
    case GgufKind::Float32:
        return numberText(value.number<float>());
    case GgufKind::Bool:
        return value.number<std::uint8_t>() ? QStringLiteral("true") : QStringLiteral("false");
    case GgufKind::UInt64:
        return numberText(value.number<std::uint64_t>());
    case GgufKind::Int64:
        return numberText(value.number<std::int64_t>());
    case GgufKind::Float64:
        return numberText(value.number<double>());
    case GgufKind::String:
    case GgufKind::Array:
        break;
    }
    return {};
}

QString arrayText(ValueReader& value)
{
    const GgufKind kind = value.kind();
    const auto count = value.number<std::uint64_t>();
    const bool isStrings = kind == GgufKind::String;
    if (count > maxListed || (isStrings && value.left() > maxListedBytes))
        return QStringLiteral("[%1 %2]").arg(QString::number(count),
            isStrings ? QStringLiteral("strings") : QStringLiteral("values"));
    QStringList items;
    for (std::uint64_t i = 0; i < count; ++i)
        items << (isStrings
                ? QLatin1Char('"') + QString::fromUtf8(value.string()) + QLatin1Char('"')
                : scalarText(value, kind));
    return QLatin1Char('[') + items.join(QStringLiteral(", ")) + QLatin1Char(']');
}

} // namespace

GgufKind ggufKind(const QByteArray& value) { return ValueReader(value).kind(); }

QString ggufText(const QByteArray& value)
{
    ValueReader reader(value);
    const GgufKind kind = reader.kind();
    if (kind == GgufKind::Array)
        return arrayText(reader);
    if (kind != GgufKind::String)
        return scalarText(reader, kind);
    const QByteArrayView text = reader.string();
    return std::uint64_t(text.size()) > maxTextBytes
        ? QStringLiteral("[text of %1 bytes]").arg(text.size())
        : QString::fromUtf8(text);
}

std::optional<std::uint32_t> asUInt32(const QByteArray& value)
{
    ValueReader reader(value);
    if (reader.kind() != GgufKind::UInt32)
        return {};
    return reader.number<std::uint32_t>();
}

std::optional<Shape> asInt32s(const QByteArray& value)
{
    ValueReader reader(value);
    if (reader.kind() != GgufKind::Array || reader.kind() != GgufKind::Int32)
        return {};
    Shape numbers;
    for (auto left = reader.number<std::uint64_t>(); left > 0 && reader.left() > 0; --left)
        numbers.push_back(reader.number<std::int32_t>());
    return numbers;
}

std::optional<QStringList> asStrings(const QByteArray& value)
{
    ValueReader reader(value);
    if (reader.kind() != GgufKind::Array || reader.kind() != GgufKind::String)
        return {};
    QStringList strings;
    for (auto left = reader.number<std::uint64_t>(); left > 0 && reader.left() > 0; --left)
        strings << QString::fromUtf8(reader.string());
    return strings;
}

QByteArray ggufName(const QString& name)
{
    const QByteArray utf8 = name.toUtf8();
    QByteArray bytes;
    appendLittleEndian(bytes, std::uint64_t(utf8.size()));
    return bytes + utf8;
}

QByteArray ggufString(const QString& text)
{
    QByteArray value;
    appendLittleEndian(value, std::uint32_t(GgufKind::String));
    return value + ggufName(text);
}

QByteArray ggufUInt32(std::uint32_t number)
{
    QByteArray value;
    appendLittleEndian(value, std::uint32_t(GgufKind::UInt32));
    appendLittleEndian(value, number);
    return value;
}

QByteArray ggufInt32s(const Shape& numbers)
{
    QByteArray value;
    appendLittleEndian(value, std::uint32_t(GgufKind::Array));
    appendLittleEndian(value, std::uint32_t(GgufKind::Int32));
    appendLittleEndian(value, std::uint64_t(numbers.size()));
    for (const std::int64_t number : numbers)
        appendLittleEndian(value, std::uint32_t(std::int32_t(number)));
    return value;
}

} // namespace aq
