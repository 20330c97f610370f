#include "core/io/formats/diffusers_index.h"

#include "core/base/printable.h"
#include "core/io/formats/shard_index.h"
#include "core/io/strict_json.h"

#include <QSet>

namespace aq {
namespace {

/// A component is a list right under the outer object: ["diffusers", "AutoencoderKL"].
class Handler final : public JsonHandler {
public:
    bool null() { return value({}); }
    bool boolean(bool) { return value({}); }
    bool number_integer(number_integer_t) { return value({}); }
    bool number_unsigned(number_unsigned_t) { return value({}); }
    bool number_float(number_float_t, const string_t&) { return value({}); }
    bool binary(binary_t&) { return value({}); }
    bool string(string_t& text) { return value(QString::fromStdString(text)); }

    bool start_object(std::size_t)
    {
        if (m_depth == 1)
            m_isPair = false;
        ++m_depth;
        return true;
    }
    bool end_object()
    {
        --m_depth;
        return true;
    }

    bool key(string_t& text)
    {
        if (m_depth != 1)
            return true;
        m_key = QString::fromStdString(text);
        if (m_keys.contains(m_key))
            return refuse(corrupt(QStringLiteral("'%1' stands in it twice").arg(printable(m_key))));
        m_keys.insert(m_key);
        return true;
    }

    bool start_array(std::size_t)
    {
        if (m_depth == 0)
            return refuse(corrupt(QStringLiteral("not a JSON object")));
        m_isPair = m_depth == 1;
        m_pair.clear();
        ++m_depth;
        return true;
    }
    bool end_array()
    {
        --m_depth;
        return m_depth != 1 || !m_isPair || m_pair.size() != 2 || m_pair[1].isEmpty()
            || addComponent();
    }

    DiffusersIndex take() { return std::move(m_index); }

private:
    bool value(const QString& text)
    {
        if (m_depth == 0)
            return refuse(corrupt(QStringLiteral("not a JSON object")));
        if (m_depth == 1 && m_key == QLatin1StringView("_class_name"))
            m_index.pipeline = text;
        if (m_depth == 2 && m_isPair && m_pair.size() < 3)
            m_pair << text;
        return true;
    }

    bool addComponent()
    {
        if (m_key.startsWith(QLatin1Char('_'))) // A setting, by their convention.
            return true;
        QString problem = pathProblem(m_key);
        if (problem.isEmpty()
            && (m_key.contains(QLatin1Char('/')) || m_key == QLatin1StringView(".")))
            problem = QStringLiteral("is no name of a folder");
        if (!problem.isEmpty())
            return refuse(
                corrupt(QStringLiteral("component '%1': %2").arg(printable(m_key), problem)));
        m_index.components.push_back({m_key, m_pair[1]});
        return true;
    }

    int m_depth = 0;
    bool m_isPair = false;
    QString m_key;
    QSet<QString> m_keys;
    QStringList m_pair;
    DiffusersIndex m_index;
};

} // namespace

Result<DiffusersIndex> parseDiffusersIndex(Bytes text)
{
    Handler handler;
    if (const auto parsed = strictJson(text, handler); !parsed)
        return parsed.error();
    return handler.take();
}

} // namespace aq
