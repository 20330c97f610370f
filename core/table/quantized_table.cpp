#include "core/table/quantized_table.h"

#include "core/io/arrow_words.h"
#include "core/io/formats/packed_row.h"
#include "core/table/table_reader.h"

namespace aq {
namespace {

enum Column { Names, Codes, Scales, Zeros, Shapes, Bits, Groups, SchemeIds, DTypes, Symmetries };

constexpr DType scaleTypes[] = {DType::F32};
constexpr const char* expectedScales = "list, large_list or fixed_size_list of float32";
bool isScales(const ArrowSchema& schema) { return isListOf(schema, scaleTypes); }

constexpr CColumnSpec columns[] = {
    {"layer_name", expectedNames, isText},
    {"quantized_data", "binary or large_binary", isBinary},
    {"scales", expectedScales, isScales},
    {"zero_points", expectedScales, isScales},
    {"shape", expectedShape, isShape},
    {"bit_width", "uint8", isInteger},
    {"group_size", "int32", isInteger, false},
    {"scheme", expectedNames, isText, false},
    {"dtype", expectedNames, isText, false},
    {"symmetry", expectedNames, isText, false},
};

/// The columns of one batch; nothing: no such column.
struct Batch {
    CNulls rows;
    std::optional<CTexts> names, schemes, dtypes, symmetries;
    std::optional<CRuns> codes, scales, zeros, shapes;
    std::optional<CIntegers> bits, groups;
};

struct QuantizedRows {
    using Table = QuantizedTable;
    static constexpr std::span<const CColumnSpec> columnSpecs = columns;

    static Result<Batch> open(const ArrowSchema& schema, const ArrowArray& array,
        const std::vector<std::int64_t>& places);
    static std::optional<RowProblem> read(
        const Batch& batch, std::int64_t row, QuantizedLayer& layer);
};

/// The first of the columns that every row needs that is null.
std::optional<RowProblem> findNull(const Batch& batch, std::int64_t row)
{
    const std::pair<Column, bool> needed[] = {
        {Codes, batch.codes->isNull(row)},
        {Scales, batch.scales->isNull(row)},
        {Zeros, batch.zeros->isNull(row)},
        {Shapes, batch.shapes->isNull(row)},
        {Bits, batch.bits->isNull(row)},
    };
    for (const auto& [column, isNull] : needed) {
        const QString name = QString::fromLatin1(columns[column].name);
        if (isNull)
            return RowProblem{name, nullValue(name)};
    }
    const std::pair<Column, std::optional<std::int64_t>> items[] = {
        {Scales, batch.scales->nullItem(row)},
        {Zeros, batch.zeros->nullItem(row)},
    };
    for (const auto& [column, item] : items) {
        const QString name = QString::fromLatin1(columns[column].name);
        if (item)
            return RowProblem{name, nullItem(name, *item)};
    }
    return {};
}

/// Puts a text of an optional column into `text`, which stays empty where there is none.
std::optional<RowProblem> readText(
    const std::optional<CTexts>& texts, std::int64_t row, Column column, QString& text)
{
    if (!texts || texts->isNull(row))
        return {};
    const auto found = texts->text(row);
    if (!found) {
        const QString name = QString::fromLatin1(columns[column].name);
        return RowProblem{name, QStringLiteral("%1 is not UTF-8").arg(name)};
    }
    text = *found;
    return {};
}

Blob sizeOf(Bytes bytes) { return {0, 0, std::int64_t(bytes.size())}; }

/// What the row says, without its name.
std::optional<RowProblem> readStored(const Batch& batch, std::int64_t row, PackedRow& stored)
{
    if (auto problem = findNull(batch, row))
        return problem;
    if (auto problem = readShape(*batch.shapes, row, stored.shape))
        return problem;
    if (auto problem = readText(batch.schemes, row, SchemeIds, stored.scheme))
        return problem;
    if (auto problem = readText(batch.dtypes, row, DTypes, stored.dtype))
        return problem;
    if (auto problem = readText(batch.symmetries, row, Symmetries, stored.symmetry))
        return problem;
    stored.data = sizeOf(batch.codes->bytes(row));
    stored.scales = sizeOf(batch.scales->bytes(row));
    stored.zeros = sizeOf(batch.zeros->bytes(row));
    stored.bits = (*batch.bits)[row];
    if (batch.groups && !batch.groups->isNull(row))
        stored.group = (*batch.groups)[row];
    return {};
}

Result<Batch> QuantizedRows::open(
    const ArrowSchema& schema, const ArrowArray& array, const std::vector<std::int64_t>& places)
{
    Batch batch;
    batch.rows = CNulls(array, 0);
    const auto into = [&](auto& target, Column column) {
        return openInto(target, schema, array, places[column]);
    };
    const Result<void> opened[] = {
        into(batch.names, Names),
        into(batch.codes, Codes),
        into(batch.scales, Scales),
        into(batch.zeros, Zeros),
        into(batch.shapes, Shapes),
        into(batch.bits, Bits),
        into(batch.groups, Groups),
        into(batch.schemes, SchemeIds),
        into(batch.dtypes, DTypes),
        into(batch.symmetries, Symmetries),
    };
    for (const auto& column : opened)
        if (!column)
            return column.error();
    return batch;
}

std::optional<RowProblem> QuantizedRows::read(
    const Batch& batch, std::int64_t row, QuantizedLayer& layer)
{
    PackedRow stored;
    if (auto problem = readStored(batch, row, stored))
        return problem;
    const auto tensor = tensorOf(stored);
    if (!tensor)
        return RowProblem{{}, tensor.error().detail};
    layer.shape = tensor->shape;
    layer.matrix = matrixOf(layer.shape);
    layer.dtype = tensor->dtype;
    layer.data.codes = batch.codes->bytes(row);
    if (!tensor->encoding)
        return {};
    layer.data.scales = batch.scales->bytes(row);
    layer.data.zeros = batch.zeros->bytes(row);
    layer.options = tensor->encoding->options;
    layer.scheme = schemeNamed(tensor->encoding->scheme);
    if (!layer.scheme)
        return RowProblem{QStringLiteral("bit_width"),
            QStringLiteral("scheme \"%1\" is not known").arg(tensor->encoding->scheme)};
    return {};
}

} // namespace

Result<QuantizedTable> readQuantizedTable(ArrowArrayStream* stream)
{
    return TableReader<QuantizedRows>().read(stream);
}

} // namespace aq
