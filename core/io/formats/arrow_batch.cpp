#include "core/io/formats/arrow_batch.h"

#include "core/base/printable.h"
#include "core/io/refusal.h"

#include "arrow_schema_generated.h"

#include <QStringDecoder>
#include <QtEndian>

namespace aq {
namespace {

constexpr std::int64_t windowBytes = 4096;
constexpr std::int64_t prefixBytes = 8; ///< 0xFFFFFFFF and the metadata's length.

Error inColumn(const ArrowField& field, const QString& detail)
{
    return corrupt(detail).in(QStringLiteral("column '%1'").arg(printable(field.name)));
}

/// The RecordBatch in a message that has passed the verifier, or why there is none.
Result<const arrow::RecordBatch*> batchIn(const std::vector<std::byte>& message)
{
    const auto mark = qFromLittleEndian<quint32>(message.data());
    const auto size = qFromLittleEndian<qint32>(message.data() + 4);
    if (mark != 0xFFFFFFFF || size <= 0 || size > std::int64_t(message.size()) - prefixBytes)
        return corrupt(QStringLiteral("its message has no valid length"));
    const auto* start = reinterpret_cast<const std::uint8_t*>(message.data()) + prefixBytes;
    flatbuffers::Verifier verifier(start, std::size_t(size));
    if (!verifier.VerifyBuffer<arrow::Message>(nullptr))
        return corrupt(QStringLiteral("its message is damaged"));
    const auto* batch = flatbuffers::GetRoot<arrow::Message>(start)->header_as_RecordBatch();
    if (!batch)
        return corrupt(QStringLiteral("its message is no record batch"));
    if (batch->compression())
        return unsupported(QStringLiteral("compressed record batches are not read"));
    return batch;
}

} // namespace

Result<ArrowBatch> ArrowBatch::read(
    const ByteSource& file, const ArrowTable& table, const ArrowBlock& block)
{
    const auto message = readBytes(file, block.offset, block.messageBytes);
    if (!message)
        return message.error();
    const auto source = batchIn(*message);
    if (!source)
        return source.error();
    const auto* nodes = (*source)->nodes();
    const auto* buffers = (*source)->buffers();
    if (!nodes || !buffers || int(nodes->size()) != table.nodes
        || int(buffers->size()) != table.buffers || (*source)->length() < 0)
        return corrupt(QStringLiteral("it does not have the columns of the schema"));

    ArrowBatch batch;
    batch.m_file = &file;
    batch.m_rows = (*source)->length();
    const std::int64_t body = block.offset + block.messageBytes;
    batch.m_end = body + block.bodyBytes;
    for (const arrow::FieldNode* node : *nodes) {
        if (node->length() < 0 || node->null_count() < 0)
            return corrupt(QStringLiteral("a column has a negative length"));
        batch.m_lengths.push_back(node->null_count() == 0 ? node->length() : -1); // Has nulls.
    }
    for (const arrow::Buffer* buffer : *buffers) {
        if (buffer->offset() < 0 || buffer->length() < 0 || buffer->offset() > block.bodyBytes
            || buffer->length() > block.bodyBytes - buffer->offset())
            return corrupt(QStringLiteral("a buffer of %1 bytes at %2 leaves the body of %3")
                               .arg(buffer->length())
                               .arg(buffer->offset())
                               .arg(block.bodyBytes));
        batch.m_buffers.push_back({body + buffer->offset(), buffer->length()});
    }
    return batch;
}

/// The first `bytes` bytes of a buffer.
Result<std::vector<std::byte>> ArrowBatch::bytesOf(const Run& run, std::int64_t bytes)
{
    Q_ASSERT(bytes <= run.bytes);
    if (bytes > windowBytes)
        return readBytes(*m_file, run.offset, bytes);
    const std::int64_t windowEnd = m_windowOffset + std::int64_t(m_window.size());
    if (run.offset < m_windowOffset || run.offset + bytes > windowEnd) {
        auto window = readBytes(*m_file, run.offset, std::min(windowBytes, m_end - run.offset));
        if (!window)
            return window.error();
        m_window = std::move(*window);
        m_windowOffset = run.offset;
    }
    const auto first = m_window.begin() + (run.offset - m_windowOffset);
    return std::vector<std::byte>(first, first + bytes);
}

/// One offset per row and the end, none below 0, none decreasing, none past `end`.
Result<std::vector<std::int64_t>> ArrowBatch::offsets(const ArrowField& field, std::int64_t end)
{
    const std::int64_t unit = field.wide ? 8 : 4;
    const Run& run = m_buffers[std::size_t(field.buffer) + 1];
    const std::int64_t length = m_lengths[std::size_t(field.node)];
    if (length < 0)
        return inColumn(field, QStringLiteral("has nulls"));
    if (length != m_rows)
        return inColumn(field, QStringLiteral("has %1 values for %2 rows").arg(length).arg(m_rows));
    if (m_rows == 0)
        return std::vector<std::int64_t>{0};
    if (m_rows >= run.bytes / unit) // rows + 1 offsets
        return inColumn(field, QStringLiteral("has too few offsets"));
    const auto bytes = bytesOf(run, (m_rows + 1) * unit);
    if (!bytes)
        return bytes.error();
    std::vector<std::int64_t> offsets;
    offsets.reserve(std::size_t(m_rows) + 1);
    std::int64_t least = 0;
    for (std::int64_t i = 0; i <= m_rows; ++i) {
        const std::byte* at = bytes->data() + i * unit;
        const std::int64_t offset
            = field.wide ? qFromLittleEndian<qint64>(at) : qFromLittleEndian<qint32>(at);
        if (offset < least || offset > end)
            return inColumn(field,
                QStringLiteral("offset %1 of row %2 is not between %3 and %4")
                    .arg(offset)
                    .arg(i)
                    .arg(least)
                    .arg(end));
        offsets.push_back(least = offset);
    }
    return offsets;
}

/// The items of a list column, all there are.
Result<ArrowBatch::Run> ArrowBatch::items(const ArrowField& field, std::int64_t itemBytes) const
{
    const std::int64_t count = m_lengths[std::size_t(field.node) + 1];
    const Run& run = m_buffers[std::size_t(field.buffer) + 3];
    if (count < 0)
        return inColumn(field, QStringLiteral("has nulls in its lists"));
    if (count > run.bytes / itemBytes)
        return inColumn(field,
            QStringLiteral("claims %1 items, its buffer has %2 bytes").arg(count).arg(run.bytes));
    return Run{run.offset, count * itemBytes};
}

Result<std::vector<QString>> ArrowBatch::texts(const ArrowField& field)
{
    const Run& run = m_buffers[std::size_t(field.buffer) + 2];
    const auto ends = offsets(field, run.bytes);
    if (!ends)
        return ends.error();
    const auto bytes = bytesOf(run, ends->back());
    if (!bytes)
        return bytes.error();
    std::vector<QString> texts;
    for (std::size_t i = 0; i + 1 < ends->size(); ++i) {
        QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text
            = decode(QByteArrayView(bytes->data() + (*ends)[i], (*ends)[i + 1] - (*ends)[i]));
        if (decode.hasError())
            return inColumn(field, QStringLiteral("row %1 is not UTF-8").arg(i));
        texts.push_back(text);
    }
    return texts;
}

Result<std::vector<Blob>> ArrowBatch::blobs(const ArrowField& field)
{
    const bool isList = field.kind == ArrowKind::FloatList;
    const std::int64_t unit = isList ? bitsOf(field.item) / 8 : 1;
    const auto run = isList ? items(field, unit) : m_buffers[std::size_t(field.buffer) + 2];
    if (!run)
        return run.error();
    const auto ends = offsets(field, run->bytes / unit);
    if (!ends)
        return ends.error();
    std::vector<Blob> blobs;
    for (std::size_t i = 0; i + 1 < ends->size(); ++i)
        blobs.push_back({0, run->offset + (*ends)[i] * unit, ((*ends)[i + 1] - (*ends)[i]) * unit});
    return blobs;
}

Result<std::vector<Shape>> ArrowBatch::longLists(const ArrowField& field)
{
    const auto run = items(field, 8);
    if (!run)
        return run.error();
    const auto ends = offsets(field, run->bytes / 8);
    if (!ends)
        return ends.error();
    const auto bytes = bytesOf(*run, ends->back() * 8);
    if (!bytes)
        return bytes.error();
    std::vector<Shape> lists;
    for (std::size_t i = 0; i + 1 < ends->size(); ++i) {
        Shape list;
        for (std::int64_t item = (*ends)[i]; item < (*ends)[i + 1]; ++item)
            list.push_back(qFromLittleEndian<qint64>(bytes->data() + item * 8));
        lists.push_back(std::move(list));
    }
    return lists;
}

Result<std::vector<std::int64_t>> ArrowBatch::integers(const ArrowField& field)
{
    const std::int64_t unit = field.kind == ArrowKind::UInt8 ? 1 : 4;
    const Run& run = m_buffers[std::size_t(field.buffer) + 1];
    if (m_lengths[std::size_t(field.node)] < 0)
        return inColumn(field, QStringLiteral("has nulls"));
    if (m_lengths[std::size_t(field.node)] != m_rows || m_rows > run.bytes / unit)
        return inColumn(field, QStringLiteral("does not have %1 values").arg(m_rows));
    const auto bytes = bytesOf(run, m_rows * unit);
    if (!bytes)
        return bytes.error();
    std::vector<std::int64_t> values;
    for (std::int64_t i = 0; i < m_rows; ++i) {
        const std::byte* at = bytes->data() + i * unit;
        values.push_back(unit == 1 ? std::int64_t(*at) : qFromLittleEndian<qint32>(at));
    }
    return values;
}

} // namespace aq
