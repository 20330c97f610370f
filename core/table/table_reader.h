#pragma once
#include "core/io/refusal.h"
#include "core/table/c_table.h"
#include "core/table/table_rows.h"

namespace aq {

/// Opens a column of a batch, if it is there.
template <typename Opened>
Result<void> openInto(std::optional<Opened>& column, const ArrowSchema& schema,
    const ArrowArray& array, std::int64_t child)
{
    if (child < 0)
        return {};
    auto opened = openColumn<Opened>(schema, array, child);
    if (!opened)
        return opened.error();
    column = *opened;
    return {};
}

/// Reads a table batch by batch, row by row. `Kind` says what its rows are:
///
///     Table        has batches, layers, errors and rows
///     columnSpecs  the columns that are looked for
///     open()       the columns of one batch; of its result `rows` and `names` are used here
///     read()       fills a layer, but for its row and name, as far as it goes
template <typename Kind>
class TableReader {
public:
    using Table = typename Kind::Table;

    Result<void> readSchema(const ArrowSchema& schema)
    {
        auto columns = findColumns(schema, Kind::columnSpecs);
        if (!columns)
            return columns.error();
        m_columns = std::move(*columns);
        return {};
    }

    Result<void> readBatch(const ArrowSchema& schema, CArray array)
    {
        const auto batch = Kind::open(schema, *array, m_columns);
        if (!batch)
            return batch.error();
        for (std::int64_t row = 0; row < array->length; ++row) {
            typename decltype(Table::layers)::value_type layer;
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

    /// A stream to its end. @see readStream()
    Result<Table> read(ArrowArrayStream* stream)
    {
        const auto done = readStream(
            stream, [this](const ArrowSchema& schema) { return readSchema(schema); },
            [this](const ArrowSchema& schema, CArray batch) {
                return readBatch(schema, std::move(batch));
            });
        if (!done)
            return done.error();
        return take();
    }

    Table take() { return std::move(m_table); }

private:
    template <typename Batch, typename Layer>
    std::optional<RowProblem> readRow(const Batch& batch, std::int64_t row, Layer& layer)
    {
        if (batch.rows[row])
            return RowProblem{{}, QStringLiteral("the row is null")};
        if (auto problem = m_names.read(*batch.names, row, layer.name))
            return problem;
        return Kind::read(batch, row, layer);
    }

    std::vector<std::int64_t> m_columns;
    LayerNames m_names;
    Table m_table;
};

} // namespace aq
