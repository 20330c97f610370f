#include "core/io/formats/arrow_messages.h"

#include "core/io/formats/packed_words.h"

#include "arrow_schema_generated.h"

namespace aq {
namespace {

using Builder = flatbuffers::FlatBufferBuilder;
using Metadata = QMap<QString, QString>;

flatbuffers::Offset<arrow::Field> plainField(Builder& builder, const char* name, arrow::Type type,
    flatbuffers::Offset<void> typeOffset,
    const std::vector<flatbuffers::Offset<arrow::Field>>& children = {})
{
    const auto nameOffset = builder.CreateString(name);
    const auto childrenOffset = builder.CreateVector(children);
    return arrow::CreateField(builder, nameOffset, false, type, typeOffset, 0, childrenOffset);
}

flatbuffers::Offset<arrow::Field> field(
    Builder& builder, const ArrowColumn& column, ArrowWidth width)
{
    const bool isWide = width.of(column.kind);
    const auto list = [&](arrow::Type type, flatbuffers::Offset<void> item) {
        const auto child = plainField(builder, "item", type, item);
        const auto made
            = isWide ? arrow::CreateLargeList(builder).Union() : arrow::CreateList(builder).Union();
        return plainField(builder, column.name, isWide ? arrow::Type::LargeList : arrow::Type::List,
            made, {child});
    };
    const auto integer = [&](int bits, bool isSigned) {
        return arrow::CreateInt(builder, bits, isSigned).Union();
    };
    switch (column.kind) {
    case ArrowKind::Utf8:
        return plainField(
            builder, column.name, arrow::Type::Utf8, arrow::CreateUtf8(builder).Union());
    case ArrowKind::Binary:
        return isWide ? plainField(builder, column.name, arrow::Type::LargeBinary,
                   arrow::CreateLargeBinary(builder).Union())
                      : plainField(builder, column.name, arrow::Type::Binary,
                          arrow::CreateBinary(builder).Union());
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

flatbuffers::Offset<arrow::Schema> schema(Builder& builder, const ArrowSchemaParts& parts)
{
    std::vector<flatbuffers::Offset<arrow::Field>> fields;
    fields.reserve(arrowColumns.size());
    for (const ArrowColumn& column : arrowColumns)
        fields.push_back(field(builder, column, parts.width));
    Metadata metadata = parts.metadata;
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
    const std::int64_t end = arrowAligned(offset + 8 + size);
    QByteArray bytes = littleEndian<quint32>(0xFFFFFFFF) + littleEndian(qint32(end - offset - 8));
    bytes.append(reinterpret_cast<const char*>(builder.GetBufferPointer()), size);
    bytes.append(end - offset - 8 - size, '\0');
    return bytes;
}

} // namespace

QByteArray arrowSchemaMessage(const ArrowSchemaParts& parts, std::int64_t offset)
{
    Builder builder;
    builder.ForceDefaults(true);
    const auto header = schema(builder, parts).Union();
    builder.Finish(arrow::CreateMessage(
        builder, arrow::MetadataVersion::V5, arrow::MessageHeader::Schema, header, 0));
    return framed(builder, offset);
}

QByteArray arrowBatchMessage(const ArrowBody& body)
{
    std::vector<arrow::FieldNode> nodeList;
    nodeList.reserve(body.lengths.size());
    for (const std::int64_t length : body.lengths)
        nodeList.emplace_back(length, 0); // No nulls.
    std::vector<arrow::Buffer> buffers;
    buffers.reserve(body.parts.size());
    for (const ArrowPart& part : body.parts)
        buffers.emplace_back(part.offset, part.bytes);
    Builder builder;
    builder.ForceDefaults(true); // Otherwise a field that is 0 would be left out.
    const auto nodes = builder.CreateVectorOfStructs(nodeList);
    const auto buffersOffset = builder.CreateVectorOfStructs(buffers);
    const auto batch = arrow::CreateRecordBatch(builder, 1, nodes, buffersOffset);
    builder.Finish(arrow::CreateMessage(builder, arrow::MetadataVersion::V5,
        arrow::MessageHeader::RecordBatch, batch.Union(), body.bytes));
    return framed(builder, 0);
}

QByteArray arrowEndOfStream()
{
    return littleEndian<quint32>(0xFFFFFFFF) + littleEndian<qint32>(0);
}

QByteArray arrowEnding(const ArrowSchemaParts& parts, const std::vector<ArrowBlock>& blocks)
{
    std::vector<arrow::Block> list;
    list.reserve(blocks.size());
    for (const ArrowBlock& block : blocks)
        list.emplace_back(block.offset, std::int32_t(block.messageBytes), block.bodyBytes);
    Builder builder;
    builder.ForceDefaults(true);
    const auto schemaOffset = schema(builder, parts);
    const auto dictionaries = builder.CreateVectorOfStructs(std::vector<arrow::Block>());
    const auto batches = builder.CreateVectorOfStructs(list);
    builder.Finish(arrow::CreateFooter(
        builder, arrow::MetadataVersion::V5, schemaOffset, dictionaries, batches));
    QByteArray bytes = arrowEndOfStream();
    bytes.append(reinterpret_cast<const char*>(builder.GetBufferPointer()), builder.GetSize());
    return bytes + littleEndian(qint32(builder.GetSize())) + "ARROW1";
}

} // namespace aq
