#include "core/io/formats/arrow_batch.h"

#include "core/base/printable.h"
#include "core/io/formats/arrow_frame.h"
#include "core/io/refusal.h"

#include "arrow_schema_generated.h"

#include <QtEndian>

namespace aq {
namespace {

QString placeOf(const ArrowField& field)
{
    return QStringLiteral("column '%1'").arg(printable(field.name));
}

/// The message of a block, with its prefix checked; `bytes` keeps it.
Result<const arrow::Message*> messageIn(
    const ByteSource& file, const ArrowBlock& block, std::vector<std::byte>& bytes)
{
    auto read = readBytes(file, block.offset, block.messageBytes);
    if (!read)
        return read.error();
    bytes = std::move(*read);
    const auto mark = qFromLittleEndian<quint32>(bytes.data());
    const auto size = qFromLittleEndian<qint32>(bytes.data() + 4);
    if (mark != arrowMark || size <= 0 || size > std::int64_t(bytes.size()) - arrowPrefixBytes)
        return corrupt(QStringLiteral("its message has no valid length"));
    const auto* message
        = verifiedArrowMessage(Bytes(bytes).subspan(arrowPrefixBytes, std::size_t(size)));
    if (!message)
        return corrupt(QStringLiteral("its message is damaged"));
    return message;
}

bool bitOf(Bytes bitmap, std::int64_t bit)
{
    return (std::to_integer<unsigned>(bitmap[std::size_t(bit / 8)]) >> (bit % 8) & 1) != 0;
}

/// The first bit from `bit` on that is not set, or `end`.
std::int64_t firstUnset(Bytes bitmap, std::int64_t bit, std::int64_t end)
{
    while (bit < end) {
        if (bit % 8 == 0 && end - bit >= 8 && bitmap[std::size_t(bit / 8)] == std::byte(0xFF))
            bit += 8;
        else if (bitOf(bitmap, bit))
            ++bit;
        else
            return bit;
    }
    return end;
}

std::int64_t numberAt(const std::byte* at, const ArrowInteger& type)
{
    switch (type.bytes) {
    case 1:
        return type.isSigned ? std::int64_t(qint8(*at)) : std::int64_t(*at);
    case 2:
        return type.isSigned ? qFromLittleEndian<qint16>(at) : qFromLittleEndian<quint16>(at);
    case 4:
        return type.isSigned ? std::int64_t(qFromLittleEndian<qint32>(at))
                             : std::int64_t(qFromLittleEndian<quint32>(at));
    default:
        return qFromLittleEndian<qint64>(at);
    }
}

} // namespace

Result<ArrowBatch> ArrowBatch::read(
    ArrowSource& source, const ArrowTable& table, const ArrowBlock& block, std::size_t number)
{
    std::vector<std::byte> bytes;
    const auto message = messageIn(source.file(), block, bytes);
    if (!message)
        return message.error();
    const auto* batch = (*message)->header_as_RecordBatch();
    if (!batch)
        return corrupt(QStringLiteral("its message is no record batch"));
    auto buffers = ArrowBuffers::read(source, *batch, table.layout, block);
    if (!buffers)
        return buffers.error();
    return ArrowBatch(std::move(*buffers), number);
}

Result<void> ArrowBatch::checkLength(const ArrowField& field) const
{
    const std::int64_t length = m_buffers.node(field.node).length;
    if (length != rows())
        return corrupt(QStringLiteral("has %1 values for %2 rows").arg(length).arg(rows()));
    return {};
}

Result<ArrowValidity> ArrowBatch::validity(const ArrowField& field)
{
    const auto nulls = m_buffers.node(field.node).nulls;
    if (nulls == 0)
        return ArrowValidity();
    if (const auto length = checkLength(field); !length)
        return length.error().in(placeOf(field));
    const auto run = m_buffers.run(field, 0);
    if (!run)
        return run.error().in(placeOf(field));
    if ((rows() + 7) / 8 > run->bytes)
        return corrupt(QStringLiteral("has %1 nulls, but does not say where").arg(nulls))
            .in(placeOf(field));
    const auto bitmap = m_buffers.first(*run, (rows() + 7) / 8);
    if (!bitmap)
        return bitmap.error().in(placeOf(field));
    ArrowValidity valid(static_cast<std::size_t>(rows()));
    for (std::size_t row = 0; row < valid.size(); ++row)
        valid[row] = bitOf(*bitmap, std::int64_t(row));
    return valid;
}

/// The first `count` integers of a buffer.
Result<std::vector<std::int64_t>> ArrowBatch::numbers(
    const ArrowRun& run, const ArrowInteger& type, std::int64_t count)
{
    if (count > run.bytes / type.bytes)
        return corrupt(
            QStringLiteral("claims %1 values, its buffer has %2 bytes").arg(count).arg(run.bytes));
    const auto bytes = m_buffers.first(run, count * type.bytes);
    if (!bytes)
        return bytes.error();
    std::vector<std::int64_t> numbers;
    numbers.reserve(std::size_t(count));
    for (std::int64_t i = 0; i < count; ++i)
        numbers.push_back(numberAt(bytes->data() + i * type.bytes, type));
    return numbers;
}

/// From one offset per row and the end: none below 0, none decreasing, none past `end`.
Result<std::vector<ArrowSpan>> ArrowBatch::spansWithin(const ArrowField& field, std::int64_t end)
{
    if (const auto length = checkLength(field); !length)
        return length.error();
    if (field.listSize)
        return fixedSpans(field, end);
    if (rows() == 0)
        return std::vector<ArrowSpan>();
    const ArrowInteger type{field.wide ? 8 : 4, true};
    const auto run = m_buffers.run(field, 1);
    if (!run)
        return run.error();
    if (rows() >= run->bytes / type.bytes) // rows + 1 offsets
        return corrupt(QStringLiteral("has too few offsets"));
    const auto offsets = numbers(*run, type, rows() + 1);
    if (!offsets)
        return offsets.error();
    std::vector<ArrowSpan> spans;
    spans.reserve(offsets->size());
    std::int64_t least = 0;
    for (std::size_t i = 0; i < offsets->size(); ++i) {
        const std::int64_t offset = (*offsets)[i];
        if (offset < least || offset > end)
            return corrupt(QStringLiteral("offset %1 of row %2 is not between %3 and %4")
                               .arg(offset)
                               .arg(i)
                               .arg(least)
                               .arg(end));
        if (i > 0)
            spans.push_back({least, offset - least});
        least = offset;
    }
    return spans;
}

Result<std::vector<ArrowSpan>> ArrowBatch::fixedSpans(
    const ArrowField& field, std::int64_t end) const
{
    const std::int64_t size = *field.listSize;
    if (size > 0 && rows() > end / size)
        return corrupt(
            QStringLiteral("has %1 items for %2 rows of %3").arg(end).arg(rows()).arg(size));
    std::vector<ArrowSpan> spans;
    for (std::int64_t row = 0; row < rows(); ++row)
        spans.push_back({row * size, size});
    return spans;
}

/// The items of a list column, all there are.
Result<ArrowRun> ArrowBatch::itemRun(const ArrowField& field, std::int64_t itemBytes)
{
    auto run = m_buffers.run(field, field.listSize ? 2 : 3);
    if (!run)
        return run.error();
    const std::int64_t count = items(field).length;
    if (count > run->bytes / itemBytes)
        return corrupt(
            QStringLiteral("claims %1 items, its buffer has %2 bytes").arg(count).arg(run->bytes));
    return run;
}

Result<ArrowTexts> ArrowBatch::texts(const ArrowField& field, const ArrowDictionaries& dictionaries)
{
    const auto valid = validity(field);
    if (!valid)
        return valid.error();
    auto texts = field.dictionary ? dictionaryTexts(field, *valid, dictionaries)
        : field.views             ? viewedTexts(field, *valid)
                                  : plainTexts(field, *valid);
    if (!texts)
        return texts.error().in(placeOf(field));
    return texts;
}

Result<std::vector<std::optional<std::int64_t>>> ArrowBatch::integers(const ArrowField& field)
{
    const auto valid = validity(field);
    if (!valid)
        return valid.error();
    const auto values = indices(field);
    if (!values)
        return values.error().in(placeOf(field));
    std::vector<std::optional<std::int64_t>> integers(values->begin(), values->end());
    for (std::size_t row = 0; row < integers.size(); ++row)
        if (!isValid(*valid, row))
            integers[row].reset();
    return integers;
}

Result<std::vector<std::int64_t>> ArrowBatch::indices(const ArrowField& field)
{
    if (const auto length = checkLength(field); !length)
        return length.error();
    const auto run = m_buffers.run(field, 1);
    if (!run)
        return run.error();
    return numbers(*run, field.integer, rows());
}

Result<std::vector<ArrowIntegers>> ArrowBatch::integerLists(const ArrowField& field)
{
    const auto valid = validity(field);
    if (!valid)
        return valid.error();
    auto lists = shapes(field, *valid);
    if (!lists)
        return lists.error().in(placeOf(field));
    return lists;
}

Result<std::vector<ArrowIntegers>> ArrowBatch::shapes(
    const ArrowField& field, const ArrowValidity& valid)
{
    const auto run = itemRun(field, field.integer.bytes);
    if (!run)
        return run.error();
    const auto spans = spansWithin(field, items(field).length);
    if (!spans)
        return spans.error();
    const std::int64_t end = spans->empty() ? 0 : spans->back().first + spans->back().count;
    const auto values = numbers(*run, field.integer, end);
    if (!values)
        return values.error();
    const auto itemValidity = itemBitmap(field, end);
    if (!itemValidity)
        return itemValidity.error();
    std::vector<ArrowIntegers> lists(spans->size());
    for (std::size_t row = 0; row < lists.size(); ++row) {
        lists[row].isNull = !isValid(valid, row);
        if (lists[row].isNull)
            continue;
        const auto [first, count] = (*spans)[row];
        lists[row].values.assign(values->begin() + first, values->begin() + first + count);
        if (itemValidity->empty())
            continue;
        const std::int64_t unset = firstUnset(*itemValidity, first, first + count);
        if (unset < first + count)
            lists[row].nullItem = unset - first;
    }
    return lists;
}

/// Which of the first `count` items of a column of lists are not null; empty: all.
Result<std::vector<std::byte>> ArrowBatch::itemBitmap(const ArrowField& field, std::int64_t count)
{
    const auto run = itemValidityRun(field);
    if (!run)
        return run.error();
    return *run ? m_buffers.first(**run, (count + 7) / 8) : std::vector<std::byte>();
}

/// Nothing: no item is null.
Result<std::optional<ArrowRun>> ArrowBatch::itemValidityRun(const ArrowField& field)
{
    if (items(field).nulls == 0)
        return std::optional<ArrowRun>();
    const auto run = m_buffers.run(field, field.listSize ? 1 : 2);
    if (!run)
        return run.error();
    if ((items(field).length - 1) / 8 + 1 > run->bytes)
        return corrupt(
            QStringLiteral("has %1 null items, but does not say where").arg(items(field).nulls));
    return std::optional(*run);
}

Result<std::vector<ArrowSpan>> ArrowBatch::spans(const ArrowField& field)
{
    auto spans = dataSpans(field);
    if (!spans)
        return spans.error().in(placeOf(field));
    return spans;
}

Result<std::vector<ArrowSpan>> ArrowBatch::dataSpans(const ArrowField& field)
{
    if (field.values == ArrowValues::FloatLists) {
        const auto run = itemRun(field, bitsOf(field.item) / 8);
        return run ? spansWithin(field, items(field).length) : run.error();
    }
    const auto run = m_buffers.run(field, 2);
    return run ? spansWithin(field, run->bytes) : run.error();
}

Result<std::vector<Blob>> ArrowBatch::blobs(
    const ArrowField& field, const std::vector<ArrowSpan>& spans)
{
    const bool isList = field.values == ArrowValues::FloatLists;
    const std::int64_t unit = isList ? bitsOf(field.item) / 8 : 1;
    const auto run = m_buffers.run(field, isList && field.listSize ? 2 : isList ? 3 : 2);
    if (!run)
        return run.error().in(placeOf(field));
    const bool isPacked = run->codec != ArrowCodec::None;
    const QString name = isPacked
        ? QStringLiteral("record batch %1: %2").arg(m_number).arg(placeOf(field))
        : QString(); // Not needed, and there may be many.
    const auto data = m_buffers.place(*run, name);
    if (!data)
        return data.error();
    std::vector<Blob> blobs;
    blobs.reserve(spans.size());
    for (const ArrowSpan& span : spans)
        blobs.push_back({data->part, data->offset + span.first * unit, span.count * unit});
    return blobs;
}

Result<std::optional<ArrowNullItem>> ArrowBatch::nullItem(
    const ArrowField& field, const std::vector<ArrowSpan>& spans, const ArrowValidity& valid)
{
    std::optional<ArrowNullItem> found;
    const auto run = itemValidityRun(field);
    if (!run)
        return run.error().in(placeOf(field));
    if (!*run || spans.empty())
        return found;
    std::int64_t begin = 0; // Of the piece, in bits.
    std::size_t row = 0;
    const auto look = [&](Bytes piece) {
        const std::int64_t end = begin + std::int64_t(piece.size()) * 8;
        for (; !found && row < spans.size() && spans[row].first < end; ++row) {
            const auto [first, count] = spans[row];
            const std::int64_t from = std::max(first, begin) - begin;
            const std::int64_t to = std::min(first + count, end) - begin;
            const std::int64_t unset = isValid(valid, row) ? firstUnset(piece, from, to) : to;
            if (unset < to)
                found = ArrowNullItem{row, begin + unset - first};
            if (first + count > end)
                break; // The rest of it is in the next piece.
        }
        begin = end;
    };
    const std::int64_t bits = spans.back().first + spans.back().count;
    if (const auto passed = m_buffers.pass(**run, (bits + 7) / 8, look); !passed)
        return passed.error().in(placeOf(field));
    return found;
}

Result<void> readArrowDictionary(ArrowSource& source, const ArrowTable& table,
    std::span<const ArrowField* const> fields, const ArrowBlock& block,
    ArrowDictionaries& dictionaries)
{
    std::vector<std::byte> bytes;
    const auto message = messageIn(source.file(), block, bytes);
    if (!message)
        return message.error();
    const auto* dictionary = (*message)->header_as_DictionaryBatch();
    if (!dictionary || !dictionary->data())
        return corrupt(QStringLiteral("its message is no dictionary"));
    const auto used = std::find_if(fields.begin(), fields.end(),
        [&](const ArrowField* field) { return field->dictionary == dictionary->id(); });
    if (used == fields.end())
        return {};
    auto texts = ArrowBatch::readTexts(source, *dictionary->data(), **used, block);
    if (!texts)
        return texts.error();
    if (!table.isStream && !dictionary->is_delta() && dictionaries.contains(dictionary->id()))
        return corrupt(QStringLiteral("dictionary %1 comes twice").arg(dictionary->id()));
    ArrowTexts& kept = dictionaries[dictionary->id()];
    if (!dictionary->is_delta())
        kept.clear();
    kept.insert(
        kept.end(), std::make_move_iterator(texts->begin()), std::make_move_iterator(texts->end()));
    return {};
}

} // namespace aq
