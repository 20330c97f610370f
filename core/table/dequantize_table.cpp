#include "core/table/dequantize_table.h"

#include "core/io/refusal.h"
#include "core/table/batch_reach.h"
#include "core/table/layer_decoder.h"
#include "core/table/table_columns.h"
#include "core/table/table_run.h"

#include <algorithm>

namespace aq {
namespace {

constexpr std::int64_t floatBytes = sizeof(float);

/// A layer of the result, and where its floats go.
struct DecodedRow {
    const QuantizedLayer* layer = nullptr;
    QByteArray name;
    std::size_t batch = 0;
    std::int64_t at = 0; ///< Float of the batch.

    std::int64_t floats() const { return layer->matrix.elements(); }
};

BatchReach::Row reachOf(const DecodedRow& row)
{
    return {row.floats(), row.name.size(), std::int64_t(row.layer->shape.size()), 0};
}

std::optional<Error> problemOf(const DecodedRow& row, std::int64_t largest)
{
    if (!canDecode(*row.layer))
        return unsupported(QStringLiteral("is kept as %1, which are no floats")
                               .arg(QLatin1StringView(nameOf(row.layer->dtype))));
    if (!BatchReach(largest).fits(reachOf(row)))
        return unsupported(QStringLiteral("has %1 weights, 32-bit offsets reach %2; ask for large "
                                          "offsets")
                               .arg(row.floats())
                               .arg(largest));
    return std::nullopt;
}

/// Those that can be decoded, in the order of the result; others become errors.
std::vector<DecodedRow> rowsOf(const QuantizedTable& table, const TableOptions& options,
    std::int64_t largest, std::vector<LayerError>& errors)
{
    std::vector<DecodedRow> rows;
    rows.reserve(table.layers.size());
    for (const QuantizedLayer& layer : table.layers) {
        DecodedRow row{&layer, layer.name.toUtf8()};
        if (auto problem = problemOf(row, largest))
            errors.push_back(
                {layer.row, layer.name, QStringLiteral("quantized_data"), std::move(*problem)});
        else
            rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(errors, {}, &LayerError::row);
    if (options.order == TableOrder::ByName)
        std::ranges::stable_sort(rows, {}, &DecodedRow::name);
    return rows;
}

/// The floats of each batch, at least one batch.
std::vector<std::shared_ptr<TableBuffer>> placeRows(
    std::span<DecodedRow> rows, std::int64_t largest)
{
    std::vector<std::int64_t> floats(1);
    BatchReach reach(largest);
    for (DecodedRow& row : rows) {
        if (!reach.add(reachOf(row)))
            floats.push_back(0);
        row.batch = floats.size() - 1;
        row.at = floats.back();
        floats.back() += row.floats();
    }
    std::vector<std::shared_ptr<TableBuffer>> buffers;
    buffers.reserve(floats.size());
    for (const std::int64_t count : floats)
        buffers.push_back(newBuffer(count * floatBytes));
    return buffers;
}

std::vector<TableRun::Layer> layersOf(const std::vector<DecodedRow>& rows)
{
    std::vector<TableRun::Layer> layers;
    layers.reserve(rows.size());
    for (const DecodedRow& row : rows)
        layers.push_back({row.layer->name, row.layer->matrix, row.floats() * floatBytes});
    return layers;
}

OwnedArray batchWith(
    std::span<const DecodedRow> rows, const std::shared_ptr<TableBuffer>& floats, OffsetWidth width)
{
    std::vector<QByteArrayView> names;
    std::vector<std::int64_t> sizes;
    std::vector<const Shape*> shapes;
    for (const DecodedRow& row : rows) {
        names.emplace_back(row.name);
        sizes.push_back(row.floats());
        shapes.push_back(&row.layer->shape);
    }
    std::vector<OwnedArray> columns;
    columns.push_back(textColumn(names, width));
    columns.push_back(floatListColumn(sizes, floats, width));
    columns.push_back(longListColumn(shapes, width));
    return batchOf(std::int64_t(rows.size()), std::move(columns));
}

} // namespace

Result<DequantizedBatches> dequantizeTable(
    const QuantizedTable& table, const TableOptions& options, const TableControl& control)
{
    const OffsetWidth width = offsetWidth(options.largeOffsets);
    DequantizedBatches result{
        structField({textField("layer_name", width), listField("weights", "f", width),
            listField("shape", "l", width)}),
        {}, table.errors};
    auto rows = rowsOf(table, options, largestOffset(width), result.errors);
    if (!options.continueOnError && !result.errors.empty())
        return result;
    const auto buffers = placeRows(rows, largestOffset(width));
    TableRun run(layersOf(rows), tileElements, options.threads, 1, control);
    const bool done = run.run([&](const TableTile& tile, int) {
        const DecodedRow& row = rows[tile.layer];
        const std::int64_t first
            = row.at + tile.span.firstRow * row.layer->matrix.columns + tile.span.firstColumn;
        auto* floats = reinterpret_cast<float*>(buffers[row.batch]->bytes().data());
        decode(*row.layer, tile.span, {floats + first, std::size_t(tile.span.elements())});
    });
    if (!done || !run.finish())
        return Error{ErrorCode::Cancelled, {}, {}};
    auto from = rows.cbegin();
    for (std::size_t batch = 0; batch < buffers.size(); ++batch) {
        const auto end = std::find_if(
            from, rows.cend(), [&](const DecodedRow& row) { return row.batch != batch; });
        result.batches.push_back(batchWith(std::span(from, end), buffers[batch], width));
        from = end;
    }
    return result;
}

} // namespace aq
