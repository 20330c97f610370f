#include "core/io/formats/arrow_stream.h"

#include "core/io/formats/arrow_fields.h"
#include "core/io/formats/arrow_frame.h"
#include "core/io/refusal.h"

#include "arrow_schema_generated.h"

#include <QtEndian>

namespace aq {
namespace {

constexpr std::int64_t pieceBytes = 1024; ///< Holds most messages of a table of tensors.

class Walk {
public:
    explicit Walk(const ByteSource& file)
        : m_file(file)
    {
    }

    Result<ArrowTable> run()
    {
        while (m_at < m_file.size() && !m_table.hasEnding)
            if (const auto stepped = step(); !stepped)
                return stepped.error().in(QStringLiteral("message at byte %1").arg(m_at));
        if (!m_hasSchema)
            return corrupt(QStringLiteral("the stream has no schema"));
        if (m_at < m_file.size())
            return corrupt(QStringLiteral("the stream ends at byte %1, the file has %2")
                               .arg(m_at)
                               .arg(m_file.size()));
        m_table.isStream = true;
        return std::move(m_table);
    }

private:
    std::int64_t rest() const { return m_file.size() - m_at; }

    Result<void> step()
    {
        auto bytes = readBytes(m_file, m_at, std::min(pieceBytes, rest()));
        if (!bytes)
            return bytes.error();
        if (std::int64_t(bytes->size()) < arrowPrefixBytes)
            return corrupt(QStringLiteral("cut off: %1 bytes are left").arg(bytes->size()));
        if (qFromLittleEndian<quint32>(bytes->data()) != arrowMark)
            return corrupt(QStringLiteral("it does not begin with 0xFFFFFFFF"));
        const std::int64_t size = qFromLittleEndian<qint32>(bytes->data() + 4);
        if (size == 0) {
            m_table.hasEnding = true;
            m_at += arrowPrefixBytes;
            return {};
        }
        if (size < 0 || size > rest() - arrowPrefixBytes)
            return corrupt(QStringLiteral("cut off: it claims %1 bytes, %2 are left")
                               .arg(size)
                               .arg(rest() - arrowPrefixBytes));
        if (size > std::int64_t(bytes->size()) - arrowPrefixBytes) {
            bytes = readBytes(m_file, m_at, arrowPrefixBytes + size);
            if (!bytes)
                return bytes.error();
        }
        return take(Bytes(*bytes).subspan(arrowPrefixBytes, std::size_t(size)));
    }

    Result<void> take(Bytes metadata)
    {
        const arrow::Message* message = verifiedArrowMessage(metadata);
        if (!message)
            return corrupt(QStringLiteral("it is damaged"));
        const ArrowBlock block{
            m_at, arrowPrefixBytes + std::int64_t(metadata.size()), message->body_length()};
        if (block.bodyBytes < 0 || block.bodyBytes > rest() - block.messageBytes)
            return corrupt(QStringLiteral("cut off: its body claims %1 bytes, %2 are left")
                               .arg(block.bodyBytes)
                               .arg(rest() - block.messageBytes));
        if (auto added = add(*message, block); !added)
            return added;
        m_at += block.messageBytes + block.bodyBytes;
        return {};
    }

    Result<void> add(const arrow::Message& message, const ArrowBlock& block)
    {
        if (const auto* schema = message.header_as_Schema())
            return addSchema(message, *schema);
        if (!m_hasSchema)
            return corrupt(QStringLiteral("it comes before the schema"));
        if (message.header_as_RecordBatch())
            m_table.blocks.push_back(block);
        else if (message.header_as_DictionaryBatch())
            m_table.dictionaries.push_back({block, m_table.blocks.size()});
        else
            return unsupported(QStringLiteral("it is neither a record batch nor a dictionary"));
        return {};
    }

    Result<void> addSchema(const arrow::Message& message, const arrow::Schema& schema)
    {
        if (m_hasSchema)
            return corrupt(QStringLiteral("it is a second schema"));
        if (message.version() < arrow::MetadataVersion::V4
            || message.version() > arrow::MetadataVersion::V5)
            return unsupported(QStringLiteral("metadata version %1; 4 and 5 can be read")
                                   .arg(int(message.version()) + 1));
        m_hasSchema = true;
        return readArrowSchema(schema, m_table);
    }

    const ByteSource& m_file;
    std::int64_t m_at = 0;
    bool m_hasSchema = false;
    ArrowTable m_table;
};

} // namespace

Result<ArrowTable> readArrowStream(const ByteSource& file) { return Walk(file).run(); }

} // namespace aq
