#include "core/io/formats/shard_index.h"

#include "core/base/printable.h"
#include "core/io/strict_json.h"

#include <limits>
#include <utility>

namespace aq {
namespace {

constexpr int maxDepth = 128;

/// Follows the depth: 1 is the outer object, 2 lies in metadata, weight_map or something unknown,
/// which may be any JSON.
class Handler final : public JsonHandler {
public:
    bool null() { return other(); }
    bool boolean(bool) { return other(); }
    bool number_integer(number_integer_t) { return other(); }
    bool number_float(number_float_t, const string_t&) { return other(); }
    bool binary(binary_t&) { return other(); }

    bool number_unsigned(number_unsigned_t value)
    {
        if (m_section == Section::Metadata && m_depth == 2
            && m_key == QLatin1StringView("total_size")
            && value <= number_unsigned_t(std::numeric_limits<std::int64_t>::max()))
            m_index.totalSize = std::int64_t(value);
        return other();
    }

    bool string(string_t& text)
    {
        if (m_depth != 2 || m_section == Section::Other)
            return other();
        const QString value = QString::fromStdString(text);
        if (m_section == Section::WeightMap)
            return addTensor(value);
        m_index.metadata.insert(m_key, value);
        return true;
    }

    bool start_object(std::size_t)
    {
        if (m_depth == 1 && m_section == Section::WeightMap) {
            ++m_depth;
            return true;
        }
        return (m_depth == 0 || other()) && deeper();
    }
    bool start_array(std::size_t)
    {
        if (!other())
            return false;
        if (m_depth == 1)
            m_section = Section::Other; // No object, so nothing that is looked for.
        return deeper();
    }
    bool end_object() { return shallower(); }
    bool end_array() { return shallower(); }

    bool key(string_t& text)
    {
        m_key = QString::fromStdString(text);
        if (m_depth == 1)
            return beginSection();
        return m_depth != 2 || m_section != Section::WeightMap || !m_index.shardOf.contains(m_key)
            || refuse(corrupt(QStringLiteral("stands in weight_map twice")).in(printable(m_key)));
    }

    Result<ShardIndex> take()
    {
        if (!m_hasMap)
            return corrupt(QStringLiteral("has no weight_map"));
        if (m_index.shardOf.isEmpty())
            return corrupt(QStringLiteral("weight_map is empty"));
        sortShards();
        return std::move(m_index);
    }

private:
    enum class Section { Other, Metadata, WeightMap };

    bool beginSection()
    {
        m_section = m_key == QLatin1StringView("weight_map") ? Section::WeightMap
            : m_key == QLatin1StringView("metadata")         ? Section::Metadata
                                                             : Section::Other;
        if (m_section != Section::WeightMap)
            return true;
        if (std::exchange(m_hasMap, true))
            return refuse(corrupt(QStringLiteral("has weight_map twice")));
        return true;
    }

    /// A value that says nothing here; in weight_map there is none.
    bool other()
    {
        if (m_depth == 0)
            return refuse(corrupt(QStringLiteral("not a JSON object")));
        if (m_section != Section::WeightMap)
            return true;
        if (m_depth == 1)
            return refuse(corrupt(QStringLiteral("weight_map is not an object")));
        return refuse(corrupt(QStringLiteral("its shard is not a string")).in(printable(m_key)));
    }

    bool deeper()
    {
        return ++m_depth <= maxDepth
            || refuse(corrupt(QStringLiteral("nested more than %1 deep").arg(maxDepth)));
    }
    bool shallower()
    {
        --m_depth;
        return true;
    }

    bool addTensor(const QString& shard)
    {
        const auto known = m_shards.constFind(shard);
        int number = int(m_shards.size());
        if (known != m_shards.constEnd()) {
            number = *known;
        } else {
            if (const QString problem = pathProblem(shard); !problem.isEmpty())
                return refuse(
                    corrupt(QStringLiteral("shard '%1': %2").arg(printable(shard), problem))
                        .in(printable(m_key)));
            m_shards.insert(shard, number);
            m_index.shards << shard;
        }
        m_index.shardOf.insert(m_key, number);
        return true;
    }

    void sortShards()
    {
        m_index.shards.sort();
        QList<int> moved(m_index.shards.size());
        for (int i = 0; i < int(moved.size()); ++i)
            moved[m_shards.value(m_index.shards[i])] = i;
        for (int& shard : m_index.shardOf)
            shard = moved[shard];
    }

    int m_depth = 0;
    Section m_section = Section::Other;
    bool m_hasMap = false;
    QString m_key;
    QHash<QString, int> m_shards; ///< In the order of the text, until sortShards().
    ShardIndex m_index;
};

} // namespace

QString pathProblem(QStringView path)
{
    if (path.startsWith(u'/') || path.startsWith(u'~'))
        return QStringLiteral("is not relative");
    for (const QChar c : path)
        if (c == u'\\' || c == u':' || c < u' ')
            return QStringLiteral("holds a character that paths here may not have");
    for (const QStringView part : path.split(u'/')) {
        if (part.isEmpty())
            return QStringLiteral("has an empty part");
        if (part == QLatin1StringView(".."))
            return QStringLiteral("leads out of the folder");
    }
    return {};
}

Result<ShardIndex> parseShardIndex(Bytes text)
{
    Handler handler;
    if (const auto parsed = strictJson(text, handler); !parsed)
        return parsed.error();
    return handler.take();
}

} // namespace aq
