#pragma once
#include "core/io/format.h"

namespace aq {

class GgufCursor;

/// Types of a metadata value, by their number in the file.
enum class GgufKind : std::uint32_t {
    UInt8 = 0,
    Int8 = 1,
    UInt16 = 2,
    Int16 = 3,
    UInt32 = 4,
    Int32 = 5,
    Float32 = 6,
    Bool = 7,
    String = 8,
    Array = 9,
    UInt64 = 10,
    Int64 = 11,
    Float64 = 12
};

/// The next value: its type and its bytes, as a TypedEntry holds them. Checked as far as its own
/// structure goes: known types, lengths inside the file, no array in an array, booleans of 0 and 1.
/// When something is wrong the cursor says so.
QByteArray readGgufValue(GgufCursor& cursor);

/// UTF-8 text of a name or key, of 1 to 65535 bytes without a zero byte; else the cursor fails.
QString readGgufName(GgufCursor& cursor);

// What readGgufValue() returned, taken apart again.
GgufKind ggufKind(const QByteArray& value);
QString ggufText(
    const QByteArray& value); ///< "32", "0.5", "true", "flux", "[1, 2]", "[900 strings]"
std::optional<std::uint32_t> asUInt32(const QByteArray& value); ///< Nothing for other types.
std::optional<Shape> asInt32s(const QByteArray& value);         ///< Nothing for other types.
std::optional<QStringList> asStrings(const QByteArray& value);  ///< Nothing for other types.

// The same, made for writing.
QByteArray ggufString(const QString& text);
QByteArray ggufUInt32(std::uint32_t number);
QByteArray ggufInt32s(const Shape& numbers);
QByteArray ggufName(const QString& name); ///< Length and bytes, without a type.

template <typename T>
void appendLittleEndian(QByteArray& to, T number)
{
    char bytes[sizeof(T)];
    for (std::size_t i = 0; i < sizeof(T); ++i)
        bytes[i] = char(std::uint64_t(number) >> (8 * i));
    to.append(bytes, sizeof(T));
}

} // namespace aq
