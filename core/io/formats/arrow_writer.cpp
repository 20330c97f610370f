#include "core/io/formats/arrow_writer.h"

#include "core/io/formats/arrow_table.h"
#include "core/io/formats/packed_size.h"
#include "core/io/formats/packed_words.h"
#include "core/io/positioned_writer.h"

#include "arrow_schema_generated.h"

#include <QtEndian>
#include <limits>

namespace aq {
namespace {

constexpr std::int64_t alignment = 64; ///< Of every buffer, in the body and in the file.
constexpr std::int64_t mostBytes = std::numeric_limits<std::int32_t>::max();

std::int64_t aligned(std::int64_t offset)
{
    return (offset + alignment - 1) / alignment * alignment;
}

/// One buffer of a record batch.
struct Part {
    std::int64_t offset = 0; ///< From the start of the body.
    std::int64_t bytes = 0;
    QByteArray content;    ///< Empty for tensor data.
    bool isTensor = false; ///< Codes, scales or zero points: written through write().
};

/// The body of one tensor's record batch.
struct Body {
    std::vector<arrow::FieldNode> nodes;
    std::vector<Part> parts;
    std::int64_t bytes = 0;
    std::array<std::int64_t, 3> tensorOffsets{}; ///< Of codes (or data), scales, zeros.
};

template <typename T>
QByteArray littleEndian(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/// Collects the buffers of one row in the order that the format asks for.
class BodyBuilder {
public:
    void utf8(const QByteArray& text)
    {
        node(1);
        noValidity();
        offsets(text.size());
        add(text);
    }
    void fixed(const QByteArray& value)
    {
        node(1);
        noValidity();
        add(value);
    }
    void longs(const Shape& values)
    {
        node(1);
        noValidity();
        offsets(std::int64_t(values.size()));
        QByteArray bytes;
        for (const std::int64_t value : values)
            bytes += littleEndian(value);
        node(std::int64_t(values.size()));
        noValidity();
        add(bytes);
    }
    void binary(std::int64_t bytes)
    {
        node(1);
        noValidity();
        offsets(bytes);
        addTensor(bytes);
    }
    void floats(std::int64_t bytes)
    {
        const std::int64_t count = bytes / std::int64_t(sizeof(float));
        node(1);
        noValidity();
        offsets(count);
        node(count);
        noValidity();
        addTensor(bytes);
    }
    Body take() &&
    {
        m_body.bytes = m_at;
        return std::move(m_body);
    }

private:
    void node(std::int64_t length) { m_body.nodes.emplace_back(length, 0); }
    void noValidity() { m_body.parts.push_back({m_at, 0, {}, false}); } // Nothing is null.
    void offsets(std::int64_t end) { add(littleEndian<qint32>(0) + littleEndian(qint32(end))); }
    void add(const QByteArray& content) { place({m_at, content.size(), content, false}); }
    void addTensor(std::int64_t bytes)
    {
        m_body.tensorOffsets[m_tensors++] = m_at;
        place({m_at, bytes, {}, true});
    }
    void place(Part part)
    {
        m_at = aligned(m_at + part.bytes);
        m_body.parts.push_back(std::move(part));
    }

    Body m_body;
    std::int64_t m_at = 0;
    std::size_t m_tensors = 0;
};

/// In the order of arrowColumns.
Body bodyOf(const OutputTensor& tensor)
{
    const Encoding* encoding = tensor.encoding ? &*tensor.encoding : nullptr;
    BodyBuilder body;
    body.utf8(tensor.name.toUtf8());
    body.binary(encoding ? encoding->codes.bytes : tensor.bytes());
    body.floats(encoding ? encoding->scales.bytes : 0);
    body.floats(encoding ? encoding->zeros.bytes : 0);
    body.longs(tensor.shape);
    body.fixed(
        littleEndian(quint8(encoding ? *packedBits(encoding->scheme) : bitsOf(tensor.dtype))));
    body.fixed(littleEndian(qint32(encoding ? encoding->options.groupSize : 0)));
    body.utf8(encoding ? encoding->scheme.toUtf8() : QByteArray(keptScheme));
    body.utf8(nameOf(tensor.dtype));
    body.utf8(encoding ? nameOf(encoding->options.symmetry) : "");
    return std::move(body).take();
}

using Builder = flatbuffers::FlatBufferBuilder;

flatbuffers::Offset<arrow::Field> plainField(Builder& builder, const char* name, arrow::Type type,
    flatbuffers::Offset<void> typeOffset,
    const std::vector<flatbuffers::Offset<arrow::Field>>& children = {})
{
    const auto nameOffset = builder.CreateString(name);
    const auto childrenOffset = builder.CreateVector(children);
    return arrow::CreateField(builder, nameOffset, false, type, typeOffset, 0, childrenOffset);
}

flatbuffers::Offset<arrow::Field> field(Builder& builder, const ArrowColumn& column)
{
    const auto list = [&](arrow::Type type, flatbuffers::Offset<void> item) {
        const auto child = plainField(builder, "item", type, item);
        return plainField(
            builder, column.name, arrow::Type::List, arrow::CreateList(builder).Union(), {child});
    };
    const auto integer = [&](int bits, bool isSigned) {
        return arrow::CreateInt(builder, bits, isSigned).Union();
    };
    switch (column.kind) {
    case ArrowKind::Utf8:
        return plainField(
            builder, column.name, arrow::Type::Utf8, arrow::CreateUtf8(builder).Union());
    case ArrowKind::Binary:
        return plainField(
            builder, column.name, arrow::Type::Binary, arrow::CreateBinary(builder).Union());
    case ArrowKind::FloatList:
        return list(arrow::Type::FloatingPoint,
            arrow::CreateFloatingPoint(builder, arrow::Precision::Single).Union());
    case ArrowKind::LongList:
        return list(arrow::Type::Int, integer(64, true));
    case ArrowKind::UInt8:
        return plainField(builder, column.name, arrow::Type::Int, integer(8, false));
    case ArrowKind::Int32:
        return plainField(builder, column.name, arrow::Type::Int, integer(32, true));
    }
    Q_UNREACHABLE();
}

flatbuffers::Offset<arrow::Schema> schema(Builder& builder, const OutputManifest& manifest)
{
    std::vector<flatbuffers::Offset<arrow::Field>> fields;
    for (const ArrowColumn& column : arrowColumns)
        fields.push_back(field(builder, column));
    QMap<QString, QString> metadata = manifest.metadata;
    metadata[versionKey] = QStringLiteral("1");
    metadata[formulaKey] = formulaText;
    metadata.remove(tensorsKey); // Of a source that was packed.
    std::vector<flatbuffers::Offset<arrow::KeyValue>> pairs;
    for (auto entry = metadata.cbegin(); entry != metadata.cend(); ++entry) {
        const auto key = builder.CreateString(entry.key().toStdString());
        const auto value = builder.CreateString(entry.value().toStdString());
        pairs.push_back(arrow::CreateKeyValue(builder, key, value));
    }
    const auto fieldsOffset = builder.CreateVector(fields);
    const auto pairsOffset = builder.CreateVector(pairs);
    return arrow::CreateSchema(builder, arrow::Endianness::Little, fieldsOffset, pairsOffset);
}

/// Prefix, metadata and padding, so that what follows a message at `offset` is aligned.
QByteArray framed(const Builder& builder, std::int64_t offset)
{
    const auto size = std::int64_t(builder.GetSize());
    const std::int64_t end = aligned(offset + 8 + size);
    QByteArray bytes = littleEndian<quint32>(0xFFFFFFFF) + littleEndian(qint32(end - offset - 8));
    bytes.append(reinterpret_cast<const char*>(builder.GetBufferPointer()), size);
    bytes.append(end - offset - 8 - size, '\0');
    return bytes;
}

QByteArray schemaMessage(const OutputManifest& manifest, std::int64_t offset)
{
    Builder builder;
    builder.ForceDefaults(true);
    const auto header = schema(builder, manifest).Union();
    builder.Finish(arrow::CreateMessage(
        builder, arrow::MetadataVersion::V5, arrow::MessageHeader::Schema, header, 0));
    return framed(builder, offset);
}

/// Its size does not depend on the tensor. @pre `offset` is aligned.
QByteArray batchMessage(const Body& body)
{
    std::vector<arrow::Buffer> buffers;
    for (const Part& part : body.parts)
        buffers.emplace_back(part.offset, part.bytes);
    Builder builder;
    builder.ForceDefaults(true); // Otherwise a field that is 0 would be left out.
    const auto nodes = builder.CreateVectorOfStructs(body.nodes);
    const auto buffersOffset = builder.CreateVectorOfStructs(buffers);
    const auto batch = arrow::CreateRecordBatch(builder, 1, nodes, buffersOffset);
    builder.Finish(arrow::CreateMessage(builder, arrow::MetadataVersion::V5,
        arrow::MessageHeader::RecordBatch, batch.Union(), body.bytes));
    return framed(builder, 0);
}

class ArrowWriter final : public PositionedWriter {
public:
    using PositionedWriter::start;

protected:
    Result<void> check(const OutputTensor& tensor) const override;
    Result<void> prepare() override;
    std::vector<Slot> place() const override;
    Result<std::int64_t> writeFrame() override;

private:
    Result<void> writeBatch(const Body& body, std::int64_t offset);
    QByteArray ending(const std::vector<arrow::Block>& blocks) const;

    QByteArray m_beginning;          ///< Magic and schema message.
    std::int64_t m_messageBytes = 0; ///< Of every record batch, without its body.
};

Result<void> ArrowWriter::check(const OutputTensor& tensor) const
{
    const auto refused = [](const QString& detail) {
        return Error{ErrorCode::InvalidPlan, detail, {}};
    };
    const auto& encoding = tensor.encoding;
    if (encoding
        && (encoding->options.scaleType != ScaleType::F32
            || encoding->options.zeroType != ZeroType::F32))
        return refused(QStringLiteral("Arrow files store scales and zero points as F32"));
    const std::int64_t largest
        = encoding ? std::max(encoding->codes.bytes, encoding->scales.bytes) : tensor.bytes();
    if (largest > mostBytes)
        return refused(QStringLiteral("has %1 bytes; a value of an Arrow file holds %2")
                           .arg(largest)
                           .arg(mostBytes));
    if (tensor.name.toUtf8().size() > 65535)
        return refused(QStringLiteral("has a name of more than 65535 bytes"));
    return {};
}

Result<void> ArrowWriter::prepare()
{
    m_beginning = QByteArray("ARROW1\0\0", 8);
    m_beginning += schemaMessage(manifest(), m_beginning.size());
    m_messageBytes = batchMessage(bodyOf({})).size();
    return {};
}

std::vector<Slot> ArrowWriter::place() const
{
    std::vector<Slot> slots;
    std::int64_t at = m_beginning.size();
    for (const OutputTensor& tensor : manifest().tensors) {
        const Body body = bodyOf(tensor);
        at += m_messageBytes;
        slots.push_back(
            {at + body.tensorOffsets[0], at + body.tensorOffsets[1], at + body.tensorOffsets[2]});
        at += body.bytes;
    }
    return slots;
}

/// Message, small buffers and padding: all but the tensor's own bytes.
Result<void> ArrowWriter::writeBatch(const Body& body, std::int64_t offset)
{
    QByteArray run = batchMessage(body);
    Q_ASSERT(run.size() == m_messageBytes);
    std::int64_t at = offset;                                                   // Where `run` goes.
    const auto end = [&] { return at + run.size() - offset - m_messageBytes; }; // In the body.
    const auto flush = [&] {
        return write(at, std::as_bytes(std::span(run.constData(), std::size_t(run.size()))));
    };
    for (const Part& part : body.parts) {
        run.append(part.offset - end(), '\0');
        run.append(part.content);
        if (!part.isTensor)
            continue;
        if (const auto written = flush(); !written)
            return written.error();
        at = offset + m_messageBytes + part.offset + part.bytes;
        run.clear();
    }
    run.append(body.bytes - end(), '\0');
    return flush();
}

/// End-of-stream mark, footer, its length, magic.
QByteArray ArrowWriter::ending(const std::vector<arrow::Block>& blocks) const
{
    Builder builder;
    builder.ForceDefaults(true);
    const auto schemaOffset = schema(builder, manifest());
    const auto dictionaries = builder.CreateVectorOfStructs(std::vector<arrow::Block>());
    const auto batches = builder.CreateVectorOfStructs(blocks);
    builder.Finish(arrow::CreateFooter(
        builder, arrow::MetadataVersion::V5, schemaOffset, dictionaries, batches));
    QByteArray bytes = littleEndian<quint32>(0xFFFFFFFF) + littleEndian<qint32>(0);
    bytes.append(reinterpret_cast<const char*>(builder.GetBufferPointer()), builder.GetSize());
    return bytes + littleEndian(qint32(builder.GetSize())) + "ARROW1";
}

Result<std::int64_t> ArrowWriter::writeFrame()
{
    const auto writeAt = [&](std::int64_t offset, const QByteArray& bytes) {
        return write(
            offset, std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size()))));
    };
    if (const auto written = writeAt(0, m_beginning); !written)
        return written.error();
    std::vector<arrow::Block> blocks;
    std::int64_t at = m_beginning.size();
    for (const OutputTensor& tensor : manifest().tensors) {
        const Body body = bodyOf(tensor);
        if (const auto written = writeBatch(body, at); !written)
            return written.error();
        blocks.emplace_back(at, std::int32_t(m_messageBytes), body.bytes);
        at += m_messageBytes + body.bytes;
    }
    const QByteArray last = ending(blocks);
    if (const auto written = writeAt(at, last); !written)
        return written.error();
    return at + last.size();
}

} // namespace

Result<std::unique_ptr<ModelWriter>> createArrow(
    const QString& path, const OutputManifest& manifest)
{
    auto writer = std::make_unique<ArrowWriter>();
    if (auto started = writer->start(path, manifest); !started)
        return started.error();
    return std::unique_ptr<ModelWriter>(std::move(writer));
}

} // namespace aq
