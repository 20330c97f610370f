#include "tests/core/table/read_table.h"

namespace aq::test {
namespace {

CArrayData namesColumn(const std::vector<TestLayer>& layers)
{
    std::vector<std::optional<std::string>> names;
    for (const TestLayer& layer : layers)
        names.emplace_back(layer.name);
    return textColumn("layer_name", names);
}

CArrayData weightsColumn(const std::vector<TestLayer>& layers)
{
    std::vector<std::optional<std::vector<float>>> weights;
    for (const TestLayer& layer : layers)
        weights.emplace_back(layer.weights);
    return listColumn<float>("weights", "f", weights);
}

/// Bytes of one value: numbers, and items of lists.
qint64 sizeOf(const QByteArray& format)
{
    if (format == "C" || format == "c")
        return 1;
    if (format == "e")
        return 2;
    return format == "l" || format == "g" ? 8 : 4;
}

qint64 offsetAt(const void* offsets, bool wide, qint64 index)
{
    return wide ? static_cast<const qint64*>(offsets)[index]
                : static_cast<const qint32*>(offsets)[index];
}

} // namespace

CArrayData unshapedTable(const std::vector<TestLayer>& layers)
{
    return tableOf({namesColumn(layers), weightsColumn(layers)});
}

CArrayData weightsTable(const std::vector<TestLayer>& layers)
{
    std::vector<std::optional<std::vector<qint64>>> shapes;
    for (const TestLayer& layer : layers)
        shapes.emplace_back(layer.shape.empty()
                ? std::vector<qint64>{qint64(layer.weights.size())}
                : std::vector<qint64>(layer.shape.begin(), layer.shape.end()));
    return tableOf(
        {namesColumn(layers), weightsColumn(layers), listColumn<qint64>("shape", "l", shapes)});
}

ReadTable::ReadTable(ArrowArrayStream* stream)
{
    CStream owned(stream);
    CSchema schema;
    if (!owned || owned->get_schema(owned.get(), schema.get()) != 0) {
        m_problem = QStringLiteral("no stream");
        return;
    }
    open(*schema);
    for (;;) {
        CArray batch;
        if (owned->get_next(owned.get(), batch.get()) != 0)
            m_problem = QStringLiteral("the stream failed");
        if (!batch)
            return;
        add(*batch);
    }
}

ReadTable::ReadTable(ArrowSchema* schema, ArrowArray* batch)
{
    const CSchema type(schema);
    const CArray array(batch);
    if (!type || !array) {
        m_problem = QStringLiteral("no batch");
        return;
    }
    open(*type);
    add(*array);
}

void ReadTable::open(const ArrowSchema& schema)
{
    if (qstrcmp(schema.format, "+s") != 0)
        m_problem = QStringLiteral("not a struct");
    for (qint64 i = 0; i < schema.n_children; ++i) {
        const ArrowSchema& child = *schema.children[i];
        m_columns.push_back({child.name, child.format,
            child.n_children ? QByteArray(child.children[0]->format) : QByteArray(), {}});
    }
}

void ReadTable::add(const ArrowArray& batch)
{
    if (batch.n_children != qint64(m_columns.size()))
        m_problem = QStringLiteral("children differ from the schema");
    for (qint64 i = 0; m_problem.isEmpty() && i < batch.n_children; ++i) {
        if (batch.children[i]->length != batch.length)
            m_problem = QStringLiteral("columns differ in length");
        if (batch.children[i]->null_count != 0)
            m_problem = QStringLiteral("there are nulls");
        addColumn(m_columns[std::size_t(i)], *batch.children[i],
            batch.children[i]->offset + batch.offset, batch.length);
    }
    m_rows += batch.length;
    ++m_batches;
}

void ReadTable::addColumn(Column& column, const ArrowArray& array, qint64 offset, qint64 rows)
{
    const bool isList = column.format.startsWith("+");
    const bool isPlain = !isList && !QByteArray("uUzZ").contains(column.format);
    const bool wide = column.format == "U" || column.format == "Z" || column.format == "+L";
    const qint64 unit = isList ? sizeOf(column.item) : isPlain ? sizeOf(column.format) : 1;
    const void* data = isList ? array.children[0]->buffers[1] : array.buffers[isPlain ? 1 : 2];
    for (qint64 row = offset; row < offset + rows; ++row) {
        const qint64 from = isPlain ? row : offsetAt(array.buffers[1], wide, row);
        const qint64 end = isPlain ? row + 1 : offsetAt(array.buffers[1], wide, row + 1);
        if (end < from || (isList && end > array.children[0]->length))
            m_problem = QStringLiteral("offsets of %1").arg(QLatin1StringView(column.name));
        else
            column.values.emplace_back(
                static_cast<const char*>(data) + from * unit, (end - from) * unit);
    }
}

const ReadTable::Column& ReadTable::at(const char* name) const
{
    for (const Column& column : m_columns)
        if (column.name == name)
            return column;
    qFatal("no column %s", name);
}

QStringList ReadTable::types() const
{
    QStringList types;
    for (const Column& column : m_columns) {
        const QByteArray item = column.item.isEmpty() ? QByteArray() : '<' + column.item + '>';
        types << QString::fromUtf8(column.name + ' ' + column.format + item);
    }
    return types;
}

QByteArray ReadTable::bytes(qint64 row, const char* column) const
{
    return at(column).values.at(std::size_t(row));
}

QStringList ReadTable::texts(const char* column) const
{
    QStringList texts;
    for (const QByteArray& value : at(column).values)
        texts << QString::fromUtf8(value);
    return texts;
}

QByteArray ReadTable::allBytes() const
{
    QByteArray all;
    for (qint64 row = 0; row < m_rows; ++row)
        for (const Column& column : m_columns) {
            const QByteArray& value = column.values[std::size_t(row)];
            all += QByteArray::number(value.size()) + ':' + value;
        }
    return all;
}

} // namespace aq::test
