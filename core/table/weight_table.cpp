#include "core/table/weight_table.h"

#include "core/io/arrow_words.h"
#include "core/io/refusal.h"
#include "core/table/c_table.h"
#include "core/table/table_rows.h"

namespace aq {
namespace {

enum Column { Names, Elements, Shapes };

constexpr DType weightTypes[] = {DType::F32, DType::F16};
constexpr CColumnSpec columnSpecs[] = {
    {"layer_name", expectedNames, isText},
    {"weights", expectedWeights,
        [](const ArrowSchema& schema) { return isListOf(schema, weightTypes); }},
    {"shape", expectedShape, isShape, false},
};

/// The columns of one batch.
struct Batch {
    CNulls rows;
    CTexts names;
    CRuns weights;
    std::optional<CRuns> shapes; ///< Nothing: no such column.
};

class Reader {
public:
    Result<void> readSchema(const ArrowSchema& schema);
    Result<void> readBatch(const ArrowSchema& schema, CArray array);
    WeightTable take() { return std::move(m_table); }

private:
    Result<Batch> open(const ArrowSchema& schema, const ArrowArray& array) const;
    std::optional<RowProblem> readRow(const Batch& batch, std::int64_t row, WeightLayer& layer);

    std::vector<std::int64_t> m_columns;
    LayerNames m_names;
    WeightTable m_table;
};

Result<void> Reader::readSchema(const ArrowSchema& schema)
{
    auto columns = findColumns(schema, columnSpecs);
    if (!columns)
        return columns.error();
    m_columns = std::move(*columns);
    return {};
}

Result<Batch> Reader::open(const ArrowSchema& schema, const ArrowArray& array) const
{
    const auto names = openColumn<CTexts>(schema, array, m_columns[Names]);
    if (!names)
        return names.error();
    const auto weights = openColumn<CRuns>(schema, array, m_columns[Elements]);
    if (!weights)
        return weights.error();
    Batch batch{CNulls(array, 0), *names, *weights, {}};
    if (m_columns[Shapes] < 0)
        return batch;
    const auto shapes = openColumn<CRuns>(schema, array, m_columns[Shapes]);
    if (!shapes)
        return shapes.error();
    batch.shapes = *shapes;
    return batch;
}

/// Fills `layer` as far as it goes.
std::optional<RowProblem> Reader::readRow(const Batch& batch, std::int64_t row, WeightLayer& layer)
{
    const QString column = QStringLiteral("weights");
    if (batch.rows[row])
        return RowProblem{{}, QStringLiteral("the row is null")};
    if (auto problem = m_names.read(batch.names, row, layer.name))
        return problem;
    if (batch.weights.isNull(row))
        return RowProblem{column, nullValue(column)};
    if (const auto item = batch.weights.nullItem(row))
        return RowProblem{column, nullItem(column, *item)};
    layer.weights = {batch.weights.itemType(), batch.weights.bytes(row)};
    const std::int64_t count = batch.weights.items(row);
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

Result<void> Reader::readBatch(const ArrowSchema& schema, CArray array)
{
    const auto batch = open(schema, *array);
    if (!batch)
        return batch.error();
    for (std::int64_t row = 0; row < array->length; ++row) {
        WeightLayer layer;
        layer.row = m_table.rows + row;
        if (auto problem = readRow(*batch, row, layer))
            m_table.errors.push_back(
                {layer.row, layer.name, problem->column, corrupt(problem->detail)});
        else
            m_table.layers.push_back(std::move(layer));
    }
    m_table.rows += array->length;
    m_table.batches.push_back(std::move(array));
    return {};
}

} // namespace

Result<WeightTable> readWeightTable(ArrowArrayStream* stream)
{
    Reader reader;
    const auto read = readStream(
        stream, [&](const ArrowSchema& schema) { return reader.readSchema(schema); },
        [&](const ArrowSchema& schema, CArray batch) {
            return reader.readBatch(schema, std::move(batch));
        });
    if (!read)
        return read.error();
    return reader.take();
}

Result<WeightTable> readWeightBatch(const ArrowSchema& schema, ArrowArray* batch)
{
    CArray array(batch);
    Reader reader;
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
