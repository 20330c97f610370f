#pragma once
#include "core/tensor/tensor_info.h"

#include <QByteArray>
#include <QStringList>

class QJsonObject;

namespace aq {

/// Writes JSON front to back, keys in the order they are given, one array element per line where
/// asked. QJsonDocument would sort the keys and hold a tree of 10,000 tensors.
class JsonWriter {
public:
    JsonWriter& key(const char* key);    ///< One of ours: needs no escape.
    JsonWriter& key(const QString& key); ///< From a file: escaped.
    JsonWriter& begin(char bracket);     ///< '{' or '['
    JsonWriter& end(char bracket);       ///< '}' or ']'
    JsonWriter& line();                  ///< The next value starts a new line.

    JsonWriter& value(const QString& text); ///< Escaped; lone surrogates become U+FFFD.
    JsonWriter& value(const char* text);
    JsonWriter& value(double number); ///< null when it is infinite or NaN.
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(bool flag);
    JsonWriter& value(const Shape& shape);
    JsonWriter& value(const QStringList& list);
    JsonWriter& value(const QJsonObject& object);

    template <typename Key, typename T>
    JsonWriter& member(const Key& name, const T& what)
    {
        return key(name).value(what);
    }
    QByteArray take(); ///< The document, with a newline at its end.

private:
    void comma();
    JsonWriter& raw(const QByteArray& text);

    QByteArray m_out;
    bool m_needsComma = false;
};

} // namespace aq
