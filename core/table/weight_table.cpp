#include "core/table/weight_table.h"

#include "core/io/arrow_words.h"
#include "core/table/table_reader.h"

namespace aq {
namespace {

enum Column { Names, Elements, Shapes };

constexpr DType weightTypes[] = {DType::F32, DType::F16};
constexpr CColumnSpec columns[] = {
    {"layer_name", expectedNames, isText},
    {"weights", expectedWeights,
        [](const ArrowSchema& schema) { return isListOf(schema, weightTypes); }},
    {"shape", expectedShape, isShape, false},
};

/// The columns of one batch; nothing: no such column.
struct Batch {
    CNulls rows;
    std::optional<CTexts> names;
    std::optional<CRuns> weights, shapes;
};

struct WeightRows {
    using Table = WeightTable;
    static constexpr std::span<const CColumnSpec> columnSpecs = columns;

    static Result<Batch> open(const ArrowSchema& schema, const ArrowArray& array,
        const std::vector<std::int64_t>& places);
    static std::optional<RowProblem> read(const Batch& batch, std::int64_t row, WeightLayer& layer);
};

Result<Batch> WeightRows::open(
    const ArrowSchema& schema, const ArrowArray& array, const std::vector<std::int64_t>& places)
{
    Batch batch;
    batch.rows = CNulls(array, 0);
    const Result<void> opened[] = {
        openInto(batch.names, schema, array, places[Names]),
        openInto(batch.weights, schema, array, places[Elements]),
        openInto(batch.shapes, schema, array, places[Shapes]),
    };
    for (const auto& column : opened)
        if (!column)
            return column.error();
    return batch;
}

std::optional<RowProblem> WeightRows::read(const Batch& batch, std::int64_t row, WeightLayer& layer)
{
    const QString column = QStringLiteral("weights");
    if (batch.weights->isNull(row))
        return RowProblem{column, nullValue(column)};
    if (const auto item = batch.weights->nullItem(row))
        return RowProblem{column, nullItem(column, *item)};
    layer.weights = {batch.weights->itemType(), batch.weights->bytes(row)};
    const std::int64_t count = batch.weights->items(row);
    if (!batch.shapes || batch.shapes->isNull(row)) {
        layer.shape = {count};
        return {};
    }
    if (auto problem = readShape(*batch.shapes, row, layer.shape))
        return problem;
    if (elementCount(layer.shape) != count)
        return RowProblem{QStringLiteral("shape"), shapeMismatch(layer.shape, count)};
    return {};
}

} // namespace

Result<WeightTable> readWeightTable(ArrowArrayStream* stream)
{
    return TableReader<WeightRows>().read(stream);
}

Result<WeightTable> readWeightBatch(const ArrowSchema& schema, ArrowArray* batch)
{
    CArray array(batch);
    TableReader<WeightRows> reader;
    if (const auto read = reader.readSchema(schema); !read)
        return read.error();
    if (const auto checked = checkBatch(schema, *array); !checked)
        return checked.error();
    if (array->length > 0)
        if (const auto read = reader.readBatch(schema, std::move(array)); !read)
            return read.error();
    return reader.take();
}

} // namespace aq
