#include "core/io/formats/arrow_table.h"

#include "core/io/arrow_words.h"
#include "core/io/formats/arrow_fields.h"
#include "core/io/refusal.h"

#include "arrow_schema_generated.h"

#include <QtEndian>
#include <algorithm>
#include <cstring>

namespace aq {
namespace {

constexpr std::int64_t leadingBytes = 8;   ///< "ARROW1" and two bytes of padding.
constexpr std::int64_t trailingBytes = 10; ///< Footer length and "ARROW1".

using Blocks = flatbuffers::Vector<const arrow::Block*>;

/// Blocks between the leading magic and the footer.
Result<std::vector<ArrowBlock>> readBlocks(
    const Blocks* blocks, std::int64_t footerStart, const char* what)
{
    std::vector<ArrowBlock> read;
    for (flatbuffers::uoffset_t i = 0; blocks && i < blocks->size(); ++i) {
        const arrow::Block& source = *blocks->Get(i);
        const ArrowBlock block{source.offset(), source.metadata_length(), source.body_length()};
        if (block.offset < leadingBytes || block.offset > footerStart || block.messageBytes <= 8
            || block.messageBytes > footerStart - block.offset || block.bodyBytes < 0
            || block.bodyBytes > footerStart - block.offset - block.messageBytes)
            return corrupt(QStringLiteral("%1 + %2 bytes at %3 are not inside the file")
                               .arg(block.messageBytes)
                               .arg(block.bodyBytes)
                               .arg(block.offset))
                .in(QStringLiteral("%1 %2").arg(QLatin1StringView(what)).arg(i));
        read.push_back(block);
    }
    return read;
}

/// Together they are then no larger than the file.
Result<void> checkApart(const ArrowTable& table)
{
    std::vector<ArrowBlock> sorted = table.blocks;
    for (const ArrowDictionaryBlock& dictionary : table.dictionaries)
        sorted.push_back(dictionary.block);
    std::sort(sorted.begin(), sorted.end(),
        [](const ArrowBlock& a, const ArrowBlock& b) { return a.offset < b.offset; });
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const ArrowBlock& last = sorted[i - 1];
        if (sorted[i].offset < last.offset + last.messageBytes + last.bodyBytes)
            return corrupt(QStringLiteral("record batches overlap at %1").arg(sorted[i].offset));
    }
    return {};
}

bool isMagic(const std::byte* bytes) { return std::memcmp(bytes, "ARROW1", 6) == 0; }

/// The footer's bytes, without checks of what they say.
Result<std::vector<std::byte>> readFooterBytes(const ByteSource& file)
{
    if (file.size() < leadingBytes + trailingBytes)
        return corrupt(QStringLiteral("%1 bytes are too few for an Arrow file").arg(file.size()));
    const auto start = readBytes(file, 0, leadingBytes);
    if (!start)
        return start.error();
    const auto end = readBytes(file, file.size() - trailingBytes, trailingBytes);
    if (!end)
        return end.error();
    if (!isMagic(start->data()))
        return corrupt(QStringLiteral("does not begin with ARROW1"));
    if (!isMagic(end->data() + 4))
        return corrupt(QStringLiteral("does not end with ARROW1: the file is cut off"));
    const auto size = qFromLittleEndian<qint32>(end->data());
    if (size <= 0 || size > file.size() - leadingBytes - trailingBytes)
        return corrupt(QStringLiteral("the footer claims %1 bytes, the file has %2")
                           .arg(size)
                           .arg(file.size()));
    return readBytes(file, file.size() - trailingBytes - size, size);
}

Result<ArrowTable> tableOf(const arrow::Footer& footer, std::int64_t footerStart)
{
    if (footer.version() < arrow::MetadataVersion::V4
        || footer.version() > arrow::MetadataVersion::V5)
        return unsupported(QStringLiteral("metadata version %1; 4 and 5 can be read")
                               .arg(int(footer.version()) + 1));
    if (!footer.schema())
        return corrupt(QStringLiteral("the footer has no schema"));
    ArrowTable table;
    if (const auto read = readArrowSchema(*footer.schema(), table); !read)
        return read.error();
    auto blocks = readBlocks(footer.record_batches(), footerStart, "record batch");
    if (!blocks)
        return blocks.error();
    const auto dictionaries = readBlocks(footer.dictionaries(), footerStart, "dictionary batch");
    if (!dictionaries)
        return dictionaries.error();
    table.blocks = std::move(*blocks);
    for (const ArrowBlock& block : *dictionaries)
        table.dictionaries.push_back({block, 0});
    if (const auto apart = checkApart(table); !apart)
        return apart.error();
    return table;
}

} // namespace

const ArrowField* ArrowTable::find(QLatin1StringView name) const
{
    for (const ArrowField& field : fields)
        if (field.name == name)
            return &field;
    return nullptr;
}

Result<const ArrowField*> ArrowTable::column(
    const char* name, ArrowValues values, const char* expected) const
{
    const QString title = QLatin1StringView(name);
    const ArrowField* field = find(QLatin1StringView(name));
    if (!field)
        return unsupported(missingColumn(title, expected));
    if (field->values != values)
        return unsupported(wrongType(title, field->type, expected));
    return field;
}

Result<const ArrowField*> ArrowTable::optionalColumn(
    const char* name, ArrowValues values, const char* expected) const
{
    if (!find(QLatin1StringView(name)))
        return static_cast<const ArrowField*>(nullptr);
    return column(name, values, expected);
}

Result<ArrowTable> readArrowTable(const ByteSource& file)
{
    const auto bytes = readFooterBytes(file);
    if (!bytes)
        return bytes.error();
    flatbuffers::Verifier verifier(
        reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size());
    if (!verifier.VerifyBuffer<arrow::Footer>(nullptr))
        return corrupt(QStringLiteral("the footer is damaged"));
    const std::int64_t footerStart = file.size() - trailingBytes - std::int64_t(bytes->size());
    return tableOf(*flatbuffers::GetRoot<arrow::Footer>(bytes->data()), footerStart);
}

} // namespace aq
