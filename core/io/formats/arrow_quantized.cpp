#include "core/io/formats/arrow_rows.h"

#include "core/base/printable.h"
#include "core/io/formats/packed_size.h"
#include "core/io/formats/packed_words.h"
#include "core/io/refusal.h"

namespace aq {
namespace {

constexpr std::size_t highestRank = 64;

Result<const ArrowField*> floatColumn(const ArrowTable& table, const char* name)
{
    auto field = table.column(name, ArrowKind::FloatList, "list<float32>");
    if (field && (*field)->item != DType::F32)
        return unsupported(QStringLiteral("column '%1' is %2, expected list<float32>")
                               .arg(QLatin1StringView(name), (*field)->type));
    return field;
}

Result<void> checkShape(const Shape& shape)
{
    if (shape.size() > highestRank || !elementCount(shape))
        return corrupt(QStringLiteral("shape %1 is not possible").arg(printable(shapeText(shape))));
    return {};
}

struct QuantizedColumns {
    const ArrowField *name, *data, *scales, *zeros, *shape, *bits;
    const ArrowField *group, *scheme, *dtype, *symmetry; ///< Null: not there.
};

Result<QuantizedColumns> quantizedColumns(const ArrowTable& table)
{
    const Result<const ArrowField*> found[] = {
        table.column("layer_name", ArrowKind::Utf8, "utf8"),
        table.column("quantized_data", ArrowKind::Binary, "binary"),
        floatColumn(table, "scales"),
        floatColumn(table, "zero_points"),
        table.column("shape", ArrowKind::LongList, "list<int64>"),
        table.column("bit_width", ArrowKind::UInt8, "uint8"),
        table.optionalColumn("group_size", ArrowKind::Int32, "int32"),
        table.optionalColumn("scheme", ArrowKind::Utf8, "utf8"),
        table.optionalColumn("dtype", ArrowKind::Utf8, "utf8"),
        table.optionalColumn("symmetry", ArrowKind::Utf8, "utf8"),
    };
    for (const auto& field : found)
        if (!field)
            return field.error();
    return QuantizedColumns{*found[0], *found[1], *found[2], *found[3], *found[4], *found[5],
        *found[6], *found[7], *found[8], *found[9]};
}

/// One row as it is stored.
struct Row {
    QString name, scheme, dtype, symmetry; ///< Empty: no such column.
    Blob data, scales, zeros;
    Shape shape;
    std::int64_t bits = 0;
    std::optional<std::int64_t> group;
};

/// Values of all rows of a batch, moved into `rows` by `assign`.
template <typename Values, typename Assign>
Result<void> spread(Values values, std::vector<Row>& rows, Assign assign)
{
    if (!values)
        return values.error();
    for (std::size_t i = 0; i < rows.size(); ++i)
        assign(rows[i], std::move((*values)[i]));
    return {};
}

Result<std::vector<Row>> readRows(ArrowBatch& batch, const QuantizedColumns& columns)
{
    auto names = batch.texts(*columns.name); // Bounds the number of rows by real bytes.
    if (!names)
        return names.error();
    std::vector<Row> rows(names->size());
    using Texts = Result<std::vector<QString>>;
    const auto texts = [&](const ArrowField* field) {
        return field ? batch.texts(*field) : Texts(std::vector<QString>(rows.size()));
    };
    const Result<void> done[] = {
        spread(std::move(names), rows, [](Row& row, const QString& value) { row.name = value; }),
        spread(batch.blobs(*columns.data), rows, [](Row& row, Blob value) { row.data = value; }),
        spread(
            batch.blobs(*columns.scales), rows, [](Row& row, Blob value) { row.scales = value; }),
        spread(batch.blobs(*columns.zeros), rows, [](Row& row, Blob value) { row.zeros = value; }),
        spread(batch.longLists(*columns.shape), rows,
            [](Row& row, Shape value) { row.shape = std::move(value); }),
        spread(batch.integers(*columns.bits), rows,
            [](Row& row, std::int64_t value) { row.bits = value; }),
        spread(texts(columns.scheme), rows,
            [](Row& row, const QString& value) { row.scheme = value; }),
        spread(
            texts(columns.dtype), rows, [](Row& row, const QString& value) { row.dtype = value; }),
        spread(texts(columns.symmetry), rows,
            [](Row& row, const QString& value) { row.symmetry = value; }),
    };
    for (const auto& column : done)
        if (!column)
            return column.error();
    if (columns.group) {
        auto groups = spread(batch.integers(*columns.group), rows,
            [](Row& row, std::int64_t value) { row.group = value; });
        if (!groups)
            return groups.error();
    }
    return rows;
}

/// Of a table without the column: from the number of scales. Nothing when no size fits.
std::optional<std::int64_t> guessGroupSize(const Matrix& matrix, std::int64_t scales)
{
    if (scales == 1)
        return 0;
    if (matrix.rows == 0 || scales <= 0 || scales % matrix.rows != 0)
        return {};
    const std::int64_t groups = scales / matrix.rows;
    for (const std::int64_t size : {128, 64, 32, 256})
        if ((matrix.columns + size - 1) / size == groups)
            return size;
    const std::int64_t size = (matrix.columns + groups - 1) / groups;
    if (size > 0 && (matrix.columns + size - 1) / size == groups)
        return size;
    return {};
}

Result<TensorInfo> keptTensor(const Row& row)
{
    const auto dtype = dtypeNamed(QLatin1StringView(row.dtype.toLatin1()));
    if (!dtype)
        return corrupt(
            QStringLiteral("column 'dtype' names no type: \"%1\"").arg(printable(row.dtype)));
    const auto bytes = byteSize(row.shape, *dtype);
    if (!bytes || *bytes != row.data.bytes)
        return corrupt(QStringLiteral("quantized_data has %1 bytes, which is not %2 of %3")
                           .arg(row.data.bytes)
                           .arg(printable(shapeText(row.shape)), row.dtype));
    if (row.bits != bitsOf(*dtype) || row.scales.bytes != 0 || row.zeros.bytes != 0)
        return corrupt(QStringLiteral("is kept, but has a bit_width, scales or zero_points that "
                                      "are not those of %1")
                           .arg(row.dtype));
    TensorInfo tensor;
    tensor.name = row.name;
    tensor.dtype = *dtype;
    tensor.shape = row.shape;
    tensor.data = row.data;
    return tensor;
}

Result<TensorInfo> quantizedTensor(const Row& row)
{
    Encoding encoding;
    encoding.scheme = row.scheme.isEmpty() ? QStringLiteral("int%1").arg(row.bits) : row.scheme;
    const auto bits = packedBits(encoding.scheme);
    if (!bits)
        return unsupported(
            QStringLiteral("scheme \"%1\" is not known").arg(printable(encoding.scheme)));
    if (*bits != row.bits)
        return corrupt(
            QStringLiteral("bit_width is %1, scheme %2").arg(row.bits).arg(encoding.scheme));
    const std::int64_t scales = row.scales.bytes / 4;
    const auto group = row.group ? row.group : guessGroupSize(matrixOf(row.shape), scales);
    if (!group || *group < 0 || *group > INT_MAX)
        return corrupt(QStringLiteral("%1 scales fit no group size for shape %2")
                           .arg(scales)
                           .arg(printable(shapeText(row.shape))));
    const auto symmetry = row.symmetry.isEmpty() ? std::optional(Symmetry::Asymmetric)
                                                 : symmetryNamed(row.symmetry);
    if (!symmetry)
        return corrupt(QStringLiteral("symmetry \"%1\" is not known").arg(printable(row.symmetry)));
    encoding.options = {.groupSize = int(*group),
        .symmetry = *symmetry,
        .scaleType = ScaleType::F32,
        .zeroType = ZeroType::F32,
        .search = Search::None};
    const auto size = packedSize(encoding.scheme, encoding.options, row.shape);
    if (!size || size->codesBytes() != row.data.bytes || size->scalesBytes() != row.scales.bytes
        || size->zerosBytes() != row.zeros.bytes)
        return corrupt(QStringLiteral("%1 bytes, %2 scales and %3 zero_points do not fit shape %4 "
                                      "in %5 bits and groups of %6")
                           .arg(row.data.bytes)
                           .arg(scales)
                           .arg(row.zeros.bytes / 4)
                           .arg(printable(shapeText(row.shape)))
                           .arg(row.bits)
                           .arg(*group));
    TensorInfo tensor;
    tensor.name = row.name;
    tensor.shape = row.shape;
    if (!row.dtype.isEmpty()) {
        const auto dtype = dtypeNamed(QLatin1StringView(row.dtype.toLatin1()));
        if (!dtype || !isFloat(*dtype))
            return corrupt(QStringLiteral("column 'dtype' names no float type: \"%1\"")
                               .arg(printable(row.dtype)));
        tensor.dtype = *dtype;
    }
    encoding.codes = row.data;
    encoding.scales = row.scales;
    encoding.zeros = row.zeros;
    tensor.encoding = std::move(encoding);
    return tensor;
}

Result<std::vector<TensorInfo>> quantizedTensors(ArrowBatch& batch, const QuantizedColumns& columns)
{
    auto rows = readRows(batch, columns);
    if (!rows)
        return rows.error();
    std::vector<TensorInfo> tensors;
    for (const Row& row : *rows) {
        if (const auto possible = checkShape(row.shape); !possible)
            return possible.error().in(printable(row.name));
        auto tensor
            = row.scheme == QLatin1StringView(keptScheme) ? keptTensor(row) : quantizedTensor(row);
        if (!tensor)
            return tensor.error().in(printable(row.name));
        tensors.push_back(std::move(*tensor));
    }
    return tensors;
}

} // namespace

Result<ArrowRowReader> quantizedRows(const ArrowTable& table)
{
    const auto columns = quantizedColumns(table);
    if (!columns)
        return columns.error();
    return ArrowRowReader(
        [columns = *columns](ArrowBatch& batch) { return quantizedTensors(batch, columns); });
}

} // namespace aq
