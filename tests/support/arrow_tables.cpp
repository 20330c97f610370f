#include "tests/support/arrow_tables.h"

#include "arrow_schema_generated.h"

#include <QtEndian>

namespace aq::test {

using Builder = flatbuffers::FlatBufferBuilder;

namespace {

QByteArray padded(QByteArray bytes) { return bytes.append(7 - (bytes.size() + 7) % 8, '\0'); }

template <typename T>
QByteArray littleEndian(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/// Prefix, flatbuffer and body.
QByteArray framed(const Builder& builder, const QByteArray& body = {})
{
    const QByteArray message = padded(
        {reinterpret_cast<const char*>(builder.GetBufferPointer()), qsizetype(builder.GetSize())});
    return littleEndian<quint32>(0xFFFFFFFF) + littleEndian(qint32(message.size())) + message
        + body;
}

} // namespace

template <typename T>
ArrowTableBytes& ArrowTableBytes::lists(
    const char* name, Type type, const std::vector<std::vector<T>>& values)
{
    Column column{name, type, {{}, {}}, qint64(values.size()), 0};
    column.buffers[0] = littleEndian<qint32>(0);
    for (const auto& list : values) {
        column.items += qint64(list.size());
        column.buffers[0] += littleEndian(qint32(column.items));
        for (const T value : list)
            column.buffers[1] += littleEndian(value);
    }
    m_columns.push_back(std::move(column));
    return *this;
}

ArrowTableBytes& ArrowTableBytes::floats(
    const char* name, const std::vector<std::vector<float>>& values)
{
    return lists(name, Type::FloatList, values);
}

ArrowTableBytes& ArrowTableBytes::doubles(
    const char* name, const std::vector<std::vector<double>>& values)
{
    return lists(name, Type::DoubleList, values);
}

ArrowTableBytes& ArrowTableBytes::longs(const char* name, const std::vector<Shape>& values)
{
    return lists(name, Type::LongList, values);
}

ArrowTableBytes& ArrowTableBytes::texts(const char* name, const QStringList& values)
{
    Column column{name, Type::Text, {{}, {}}, values.size(), 0};
    column.buffers[0] = littleEndian<qint32>(0);
    for (const QString& value : values) {
        column.buffers[1] += value.toUtf8();
        column.buffers[0] += littleEndian(qint32(column.buffers[1].size()));
    }
    m_columns.push_back(std::move(column));
    return *this;
}

ArrowTableBytes& ArrowTableBytes::int32s(const char* name, const std::vector<qint32>& values)
{
    Column column{name, Type::Int32, {{}}, qint64(values.size()), 0};
    for (const qint32 value : values)
        column.buffers[0] += littleEndian(value);
    m_columns.push_back(std::move(column));
    return *this;
}

struct ArrowTableBytes::Writing {
    static bool isList(Type type)
    {
        return type == Type::FloatList || type == Type::DoubleList || type == Type::LongList;
    }
    static flatbuffers::Offset<arrow::Field> item(Builder& builder, Type type)
    {
        const auto name = builder.CreateString("item");
        const auto none = builder.CreateVector(std::vector<flatbuffers::Offset<arrow::Field>>());
        const auto number = type == Type::LongList
            ? arrow::CreateInt(builder, 64, true).Union()
            : arrow::CreateFloatingPoint(builder,
                type == Type::FloatList ? arrow::Precision::Single : arrow::Precision::Double)
                  .Union();
        return arrow::CreateField(builder, name, true,
            type == Type::LongList ? arrow::Type::Int : arrow::Type::FloatingPoint, number, 0,
            none);
    }
    static flatbuffers::Offset<arrow::Field> field(Builder& builder, const Column& column)
    {
        const auto name = builder.CreateString(column.name.toStdString());
        std::vector<flatbuffers::Offset<arrow::Field>> children;
        if (isList(column.type))
            children.push_back(item(builder, column.type));
        const auto below = builder.CreateVector(children);
        if (column.type == Type::Text)
            return arrow::CreateField(builder, name, true, arrow::Type::Utf8,
                arrow::CreateUtf8(builder).Union(), 0, below);
        if (column.type == Type::Int32)
            return arrow::CreateField(builder, name, true, arrow::Type::Int,
                arrow::CreateInt(builder, 32, true).Union(), 0, below);
        return arrow::CreateField(
            builder, name, true, arrow::Type::List, arrow::CreateList(builder).Union(), 0, below);
    }
    static flatbuffers::Offset<arrow::Schema> schema(
        Builder& builder, const std::vector<Column>& columns)
    {
        std::vector<flatbuffers::Offset<arrow::Field>> fields;
        for (const Column& column : columns)
            fields.push_back(field(builder, column));
        return arrow::CreateSchema(
            builder, arrow::Endianness::Little, builder.CreateVector(fields), 0);
    }
    static QByteArray schemaMessage(const std::vector<Column>& columns)
    {
        Builder builder;
        const auto header = schema(builder, columns).Union();
        builder.Finish(arrow::CreateMessage(
            builder, arrow::MetadataVersion::V5, arrow::MessageHeader::Schema, header, 0));
        return framed(builder);
    }
    /// @param messageBytes  set to those before the body
    static QByteArray batchMessage(const std::vector<Column>& columns, qint64& messageBytes)
    {
        std::vector<arrow::FieldNode> nodes;
        std::vector<arrow::Buffer> buffers;
        QByteArray body;
        const auto add = [&](const QByteArray& bytes) {
            buffers.emplace_back(body.size(), bytes.size());
            body += padded(bytes);
        };
        for (const Column& column : columns) {
            nodes.emplace_back(column.rows, 0);
            add({});
            add(column.buffers[0]);
            if (isList(column.type)) {
                nodes.emplace_back(column.items, 0);
                add({});
            }
            if (column.buffers.size() > 1)
                add(column.buffers[1]);
        }
        Builder builder;
        const auto nodeList = builder.CreateVectorOfStructs(nodes);
        const auto bufferList = builder.CreateVectorOfStructs(buffers);
        const qint64 rows = columns.empty() ? 0 : columns[0].rows;
        const auto batch = arrow::CreateRecordBatch(builder, rows, nodeList, bufferList).Union();
        builder.Finish(arrow::CreateMessage(builder, arrow::MetadataVersion::V5,
            arrow::MessageHeader::RecordBatch, batch, body.size()));
        const QByteArray message = framed(builder, body);
        messageBytes = message.size() - body.size();
        return message;
    }
};

QByteArray ArrowTableBytes::stream() const
{
    qint64 messageBytes = 0;
    return Writing::schemaMessage(m_columns) + Writing::batchMessage(m_columns, messageBytes)
        + littleEndian<quint32>(0xFFFFFFFF) + littleEndian<qint32>(0);
}

QByteArray ArrowTableBytes::file() const
{
    const QByteArray beginning = QByteArray("ARROW1\0\0", 8) + Writing::schemaMessage(m_columns);
    qint64 messageBytes = 0;
    const QByteArray batch = Writing::batchMessage(m_columns, messageBytes);
    const arrow::Block block(beginning.size(), qint32(messageBytes), batch.size() - messageBytes);
    Builder builder;
    const auto schema = Writing::schema(builder, m_columns);
    const auto none = builder.CreateVectorOfStructs(std::vector<arrow::Block>());
    const auto blocks = builder.CreateVectorOfStructs(std::vector<arrow::Block>{block});
    builder.Finish(arrow::CreateFooter(builder, arrow::MetadataVersion::V5, schema, none, blocks));
    const QByteArray footer(
        reinterpret_cast<const char*>(builder.GetBufferPointer()), qsizetype(builder.GetSize()));
    return beginning + batch + littleEndian<quint32>(0xFFFFFFFF) + littleEndian<qint32>(0) + footer
        + littleEndian(qint32(footer.size())) + "ARROW1";
}

ArrowTableBytes weightsTable(const QStringList& names,
    const std::vector<std::vector<float>>& weights, const std::vector<Shape>& shapes)
{
    ArrowTableBytes table;
    table.texts("layer_name", names).floats("weights", weights);
    if (!shapes.empty())
        table.longs("shape", shapes);
    return table;
}

} // namespace aq::test
