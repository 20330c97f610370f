#include "core/table/quantized_rows.h"

#include "core/io/formats/arrow_table.h"
#include "core/io/formats/packed_size.h"
#include "core/table/batch_reach.h"
#include "core/table/quantize_table.h"

#include <algorithm>
#include <cstring>

namespace aq {
namespace {

constexpr std::int64_t floatBytes = sizeof(float);

BatchReach::Row reachOf(const QuantizedRow& row)
{
    return {row.size.codes, row.size.scales / floatBytes, row.name.size(),
        std::int64_t(row.layer->shape.size())};
}

StreamOffsets endOf(const QuantizedRow& row)
{
    return {row.at.codes + row.size.codes, row.at.scales + row.size.scales,
        row.at.zeros + row.size.zeros};
}

MutableBytes part(const std::shared_ptr<TableBuffer>& buffer, std::int64_t at, std::int64_t size)
{
    return buffer ? buffer->bytes().subspan(std::size_t(at), std::size_t(size)) : MutableBytes();
}

void moveDown(const std::shared_ptr<TableBuffer>& buffer, std::int64_t from, std::int64_t to,
    std::int64_t bytes)
{
    if (bytes > 0 && from != to)
        std::memmove(
            buffer->bytes().data() + to, buffer->bytes().data() + from, std::size_t(bytes));
}

template <typename Value>
auto listOf(std::span<const QuantizedRow> rows, Value value)
{
    std::vector<decltype(value(rows.front()))> values;
    values.reserve(rows.size());
    for (const QuantizedRow& row : rows)
        values.push_back(value(row));
    return values;
}

template <typename T>
OwnedArray sameInEveryRow(std::size_t rows, T value)
{
    return plainColumn<T>(std::vector<T>(rows, value));
}

} // namespace

bool isTooLarge(const QuantizedRow& row, std::int64_t largest)
{
    return !BatchReach(largest).fits(reachOf(row));
}

std::size_t placeRows(std::span<QuantizedRow> rows, std::int64_t largest)
{
    std::size_t batch = 0;
    BatchReach reach(largest);
    StreamOffsets end;
    for (QuantizedRow& row : rows) {
        if (!reach.add(reachOf(row))) {
            ++batch;
            end = {};
        }
        row.batch = batch;
        row.at = end;
        end = endOf(row);
    }
    return batch + 1;
}

std::vector<QuantizedBuffers> buffersFor(std::span<const QuantizedRow> rows, std::size_t batches)
{
    std::vector<StreamOffsets> ends(batches);
    for (const QuantizedRow& row : rows)
        ends[row.batch] = endOf(row);
    std::vector<QuantizedBuffers> buffers;
    buffers.reserve(batches);
    for (const StreamOffsets& end : ends)
        buffers.push_back({newBuffer(end.codes), newBuffer(end.scales), newBuffer(end.zeros)});
    return buffers;
}

EncodedRows bytesOf(const QuantizedRow& row, const QuantizedBuffers& buffers)
{
    return {part(buffers.codes, row.at.codes, row.size.codes),
        part(buffers.scales, row.at.scales, row.size.scales),
        part(buffers.zeros, row.at.zeros, row.size.zeros)};
}

void closeGaps(std::span<QuantizedRow> rows, const std::vector<QuantizedBuffers>& buffers)
{
    std::vector<StreamOffsets> ends(buffers.size());
    for (QuantizedRow& row : rows) {
        StreamOffsets& end = ends[row.batch];
        const QuantizedBuffers& in = buffers[row.batch];
        moveDown(in.codes, row.at.codes, end.codes, row.size.codes);
        moveDown(in.scales, row.at.scales, end.scales, row.size.scales);
        moveDown(in.zeros, row.at.zeros, end.zeros, row.size.zeros);
        row.at = end;
        end = endOf(row);
    }
}

OwnedArray quantizedBatch(std::span<const QuantizedRow> rows, const QuantizedBuffers& buffers,
    const Scheme& scheme, const SchemeOptions& options, OffsetWidth width)
{
    const auto texts = [&](auto value) {
        return textColumn(
            listOf(rows, [&](const QuantizedRow& row) { return QByteArrayView(value(row)); }),
            width);
    };
    const auto sizes = [&](std::int64_t StreamOffsets::*stream, std::int64_t unit) {
        return listOf(rows, [&](const QuantizedRow& row) { return row.size.*stream / unit; });
    };
    const auto shapes = listOf(rows, [](const QuantizedRow& row) { return &row.layer->shape; });

    std::vector<OwnedArray> columns; // As arrowColumns has them.
    columns.reserve(arrowColumns.size());
    columns.push_back(texts([](const QuantizedRow& row) { return QByteArrayView(row.name); }));
    columns.push_back(binaryColumn(sizes(&StreamOffsets::codes, 1), buffers.codes, width));
    columns.push_back(
        floatListColumn(sizes(&StreamOffsets::scales, floatBytes), buffers.scales, width));
    columns.push_back(
        floatListColumn(sizes(&StreamOffsets::zeros, floatBytes), buffers.zeros, width));
    columns.push_back(longListColumn(shapes, width));
    columns.push_back(sameInEveryRow(rows.size(), std::uint8_t(scheme.codeBits)));
    columns.push_back(sameInEveryRow(rows.size(), std::int32_t(options.groupSize)));
    columns.push_back(texts([&](const QuantizedRow&) { return scheme.id; }));
    columns.push_back(
        texts([](const QuantizedRow& row) { return nameOf(row.layer->weights.type); }));
    columns.push_back(texts([&](const QuantizedRow&) { return nameOf(options.symmetry); }));
    return batchOf(std::int64_t(rows.size()), std::move(columns));
}

} // namespace aq
