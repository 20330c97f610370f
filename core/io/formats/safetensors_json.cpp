#include "core/io/formats/safetensors_json.h"

#include "core/base/printable.h"
#include "core/io/strict_json.h"

#include <QSet>
#include <array>
#include <limits>

namespace aq {
namespace {

constexpr std::size_t maxRank = 64;

/// Receives the parser's events. A header has one form only, so each event is legal in a few
/// places and anything else, deeper nesting included, ends the parse.
class Handler final : public JsonHandler {
public:
    bool null() { return unexpected("null"); }
    bool boolean(bool) { return unexpected("true or false"); }
    bool number_integer(number_integer_t) { return unexpected("a negative number"); }
    bool number_float(number_float_t, const string_t&)
    {
        return unexpected("a number that is no 64-bit integer");
    }
    bool binary(binary_t&) { return unexpected("binary data"); }

    bool number_unsigned(number_unsigned_t value)
    {
        if (m_place == Place::Shape)
            return addExtent(value);
        if (m_place == Place::Offsets)
            return addOffset(value);
        return unexpected("a number");
    }

    bool string(string_t& text)
    {
        if (m_place == Place::Metadata) {
            m_contents.metadata.insert(m_key, QString::fromStdString(text));
            return true;
        }
        if (m_place == Place::Tensor && m_field == Field::DType)
            return setDType(text);
        return unexpected("a string");
    }

    bool start_object(std::size_t)
    {
        if (m_place == Place::Before) {
            m_place = Place::Top;
            return true;
        }
        if (m_place != Place::TopValue)
            return unexpected("an object");
        m_place = m_inMetadata ? Place::Metadata : Place::Tensor;
        return true;
    }

    bool end_object()
    {
        if (m_place == Place::Tensor && !finishTensor())
            return false;
        m_place = m_place == Place::Top ? Place::After : Place::Top;
        return true;
    }

    bool key(string_t& text)
    {
        if (m_place == Place::Top)
            return beginEntry(QString::fromUtf8(text.data(), qsizetype(text.size())));
        if (m_place == Place::Tensor)
            return beginField(text);
        m_key = QString::fromStdString(text);
        return !m_contents.metadata.contains(m_key) || repeated(m_key);
    }

    bool start_array(std::size_t)
    {
        if (m_place == Place::Tensor && m_field == Field::Shape)
            m_place = Place::Shape;
        else if (m_place == Place::Tensor && m_field == Field::Offsets)
            m_place = Place::Offsets;
        else
            return unexpected("a list");
        return true;
    }

    bool end_array()
    {
        if (m_place == Place::Offsets && m_offsetCount != 2)
            return refuse(QStringLiteral("data_offsets has %1 numbers, not 2").arg(m_offsetCount));
        m_place = Place::Tensor;
        return true;
    }

    SafetensorsContents take() { return std::move(m_contents); }

private:
    enum class Place { Before, Top, TopValue, Metadata, Tensor, Shape, Offsets, After };
    enum class Field { None = 0, DType = 1, Shape = 2, Offsets = 4 };

    bool beginEntry(QString name)
    {
        m_place = Place::TopValue;
        m_inMetadata = name == QLatin1StringView("__metadata__");
        m_entry = {};
        m_entry.name = std::move(name);
        m_seen = 0;
        const auto known = m_names.size();
        m_names.insert(m_entry.name);
        return m_names.size() > known || repeated(m_entry.name);
    }

    bool beginField(const string_t& text)
    {
        m_field = text == "dtype"    ? Field::DType
            : text == "shape"        ? Field::Shape
            : text == "data_offsets" ? Field::Offsets
                                     : Field::None;
        if (m_field == Field::None)
            return refuse(
                QStringLiteral("unknown field '%1'").arg(printable(QString::fromStdString(text))));
        if (m_seen & int(m_field))
            return repeated(QString::fromStdString(text));
        m_seen |= int(m_field);
        m_offsetCount = 0;
        return true;
    }

    bool setDType(const string_t& text)
    {
        const auto dtype = dtypeNamed(QLatin1StringView(text.data(), qsizetype(text.size())));
        if (!dtype)
            return refuse(
                QStringLiteral("unknown dtype '%1'").arg(printable(QString::fromStdString(text))));
        m_entry.dtype = *dtype;
        return true;
    }

    bool addExtent(number_unsigned_t value)
    {
        if (value > number_unsigned_t(std::numeric_limits<std::int64_t>::max()))
            return refuse(QStringLiteral("extent %1 is too large").arg(value));
        if (m_entry.shape.size() == maxRank)
            return refuse(QStringLiteral("more than %1 extents").arg(maxRank));
        m_entry.shape.push_back(std::int64_t(value));
        return true;
    }

    bool addOffset(number_unsigned_t value)
    {
        if (m_offsetCount < 2)
            (m_offsetCount == 0 ? m_entry.begin : m_entry.end) = value;
        ++m_offsetCount;
        return true;
    }

    bool finishTensor()
    {
        constexpr std::array fields{"dtype", "shape", "data_offsets"};
        for (int i = 0; i < int(fields.size()); ++i)
            if (!(m_seen & (1 << i)))
                return refuse(QStringLiteral("has no %1").arg(QLatin1StringView(fields[i])));
        if (m_entry.begin > m_entry.end)
            return refuse(QStringLiteral("begins at %1, after its end at %2")
                              .arg(m_entry.begin)
                              .arg(m_entry.end));
        m_contents.entries.push_back(std::move(m_entry));
        return true;
    }

    bool repeated(const QString& key)
    {
        return refuse(QStringLiteral("'%1' stands in the header twice").arg(printable(key)));
    }

    bool unexpected(const char* what)
    {
        return refuse(
            QStringLiteral("%1 where a safetensors header has none").arg(QLatin1StringView(what)));
    }

    bool refuse(const QString& detail)
    {
        const bool inTensor = m_place != Place::Before && m_place != Place::Top;
        return JsonHandler::refuse(
            inTensor ? corrupt(detail).in(printable(m_entry.name)) : corrupt(detail));
    }

    Place m_place = Place::Before;
    Field m_field = Field::None;
    bool m_inMetadata = false;
    int m_seen = 0;        ///< Bit set of Field.
    int m_offsetCount = 0; ///< Numbers in data_offsets so far.
    QString m_key;         ///< In __metadata__.
    SafetensorsEntry m_entry;
    QSet<QString> m_names;
    SafetensorsContents m_contents;
};

} // namespace

Result<SafetensorsContents> parseSafetensorsJson(Bytes text)
{
    Handler handler;
    if (const auto parsed = strictJson(text, handler); !parsed)
        return parsed.error().in(QStringLiteral("header"));
    return handler.take();
}

} // namespace aq
