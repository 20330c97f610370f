#include "core/interop/json_writer.h"
#include "core/interop/text_number.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace aq {

namespace {

/// UTF-16 to a JSON string. Control and direction characters are escaped, so that a name from a
/// file cannot change what a terminal shows.
QByteArray quoted(const QString& text)
{
    QByteArray out = "\"";
    qsizetype plain = 0; // Start of the run that needs no escape.
    const auto escape = [&](qsizetype at, const QByteArray& with) {
        out += QStringView(text).sliced(plain, at - plain).toUtf8() + with;
        plain = at + 1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const bool isControl = c < 0x20 || (c >= 0x7f && c < 0xa0);
        const bool isDirection = (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e)
            || (c >= 0x2066 && c <= 0x2069);
        if (c == u'"' || c == u'\\')
            escape(i, QByteArray("\\") + char(c));
        else if (isControl || isDirection)
            escape(i, "\\u" + QByteArray::number(c, 16).rightJustified(4, '0'));
    }
    return out + QStringView(text).sliced(plain).toUtf8() + '"';
}

} // namespace

void JsonWriter::comma()
{
    if (std::exchange(m_needsComma, true))
        m_out += ',';
}

JsonWriter& JsonWriter::raw(const QByteArray& text)
{
    comma();
    m_out += text;
    return *this;
}

JsonWriter& JsonWriter::key(const char* name) { return key(QString::fromUtf8(name)); }

JsonWriter& JsonWriter::key(const QString& name)
{
    comma();
    m_out += quoted(name) + ':';
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::begin(char bracket)
{
    comma();
    m_out += bracket;
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::end(char bracket)
{
    m_out += bracket;
    m_needsComma = true;
    return *this;
}

JsonWriter& JsonWriter::line()
{
    if (std::exchange(m_needsComma, false))
        m_out += ',';
    m_out += '\n';
    return *this;
}

JsonWriter& JsonWriter::value(const QString& text) { return raw(quoted(text)); }
JsonWriter& JsonWriter::value(const char* text) { return value(QString::fromUtf8(text)); }
JsonWriter& JsonWriter::value(std::int64_t number) { return raw(numberText(number)); }
JsonWriter& JsonWriter::value(bool flag) { return raw(flag ? "true" : "false"); }

JsonWriter& JsonWriter::value(double number)
{
    const QByteArray text = numberText(number);
    return raw(text.isEmpty() ? QByteArray("null") : text);
}

JsonWriter& JsonWriter::value(const Shape& shape)
{
    begin('[');
    for (const std::int64_t extent : shape)
        value(extent);
    return end(']');
}

JsonWriter& JsonWriter::value(const QStringList& list)
{
    begin('[');
    for (const QString& text : list)
        value(text);
    return end(']');
}

JsonWriter& JsonWriter::value(const QJsonObject& object)
{
    return raw(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QByteArray JsonWriter::take()
{
    m_needsComma = false;
    return std::exchange(m_out, {}) + '\n';
}

} // namespace aq
