#include "core/table/quantize_table.h"

#include "core/io/formats/arrow_table.h"
#include "core/io/refusal.h"
#include "core/table/layer_encoder.h"

#include <algorithm>

namespace aq {
namespace {

Error invalid(const QString& detail) { return {ErrorCode::InvalidPlan, detail, {}}; }

const Scheme& schemeOf(const TableOptions& options)
{
    return *schemeNamed(QStringLiteral("int%1").arg(options.bits));
}

SchemeOptions schemeOptionsOf(const TableOptions& options)
{
    return {.groupSize = options.groupSize,
        .symmetry = options.symmetry,
        .scaleType = ScaleType::F32,
        .zeroType = ZeroType::F32,
        .search = options.search};
}

OwnedField fieldOf(const ArrowColumn& column, OffsetWidth width)
{
    switch (column.kind) {
    case ArrowKind::Utf8:
        return textField(column.name, width);
    case ArrowKind::Binary:
        return binaryField(column.name, width);
    case ArrowKind::FloatList:
        return listField(column.name, "f", width);
    case ArrowKind::LongList:
        return listField(column.name, "l", width);
    case ArrowKind::UInt8:
        return plainField(column.name, "C");
    case ArrowKind::Int32:
        return plainField(column.name, "i");
    }
    Q_UNREACHABLE();
}

std::vector<QuantizedRow> rowsOf(const WeightTable& table, const TableOptions& options)
{
    std::vector<QuantizedRow> rows;
    rows.reserve(table.layers.size());
    const Scheme& scheme = schemeOf(options);
    const SchemeOptions how = schemeOptionsOf(options);
    for (const WeightLayer& layer : table.layers) {
        QuantizedRow row{&layer, layer.name.toUtf8(), matrixOf(layer.shape), {}, 0, {}};
        if (row.matrix.elements() > 0)
            row.size = sizesOf(scheme, how, row.matrix);
        rows.push_back(std::move(row));
    }
    if (options.order == TableOrder::ByName)
        std::ranges::stable_sort(rows, {}, &QuantizedRow::name); // QByteArray: as unsigned bytes.
    return rows;
}

LayerError tooLarge(const QuantizedRow& row)
{
    return {row.layer->row, row.layer->name, QStringLiteral("weights"),
        unsupported(QStringLiteral("takes %1 bytes of codes, 32-bit offsets reach %2; ask for "
                                   "large offsets")
                        .arg(row.size.codes)
                        .arg(largestOffset(OffsetWidth::Bits32)))};
}

/// Takes rows out that `isBad` says it of; what it returns is noted as their errors.
template <typename Find>
void takeOut(std::vector<QuantizedRow>& rows, std::vector<LayerError>& errors, Find find)
{
    std::vector<QuantizedRow> good;
    good.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (auto error = find(i))
            errors.push_back(std::move(*error));
        else
            good.push_back(std::move(rows[i]));
    }
    rows = std::move(good);
}

std::deque<OwnedArray> batchesOf(const std::vector<QuantizedRow>& rows,
    const std::vector<QuantizedBuffers>& buffers, const TableOptions& options)
{
    std::deque<OwnedArray> batches;
    auto from = rows.begin();
    for (std::size_t batch = 0; batch < buffers.size(); ++batch) {
        const auto end = std::find_if(
            from, rows.end(), [&](const QuantizedRow& row) { return row.batch != batch; });
        if (from != end || (batches.empty() && batch + 1 == buffers.size()))
            batches.push_back(quantizedBatch(std::span(from, end), buffers[batch],
                schemeOf(options), schemeOptionsOf(options), offsetWidth(options.largeOffsets)));
        from = end;
    }
    return batches;
}

} // namespace

Result<void> checkOptions(const TableOptions& options)
{
    constexpr int strictBits[] = {2, 4, 8}, otherBits[] = {3, 5, 6};
    constexpr int groupSizes[] = {0, 32, 64, 128, 256};
    const auto isOneOf
        = [](std::span<const int> values, int value) { return std::ranges::count(values, value); };
    if (!isOneOf(strictBits, options.bits)) {
        if (options.strict)
            return invalid(QStringLiteral("bit width %1: strict mode takes 2, 4 and 8; without it "
                                          "3, 5 and 6 too")
                               .arg(options.bits));
        if (!isOneOf(otherBits, options.bits))
            return invalid(
                QStringLiteral("bit width %1: can be 2, 3, 4, 5, 6 or 8").arg(options.bits));
    }
    if (!isOneOf(groupSizes, options.groupSize))
        return invalid(QStringLiteral("group size %1: can be 32, 64, 128 or 256, and 0 for one "
                                      "scale per tensor")
                           .arg(options.groupSize));
    if (options.threads < 0)
        return invalid(
            QStringLiteral("threads %1: can be 0, one per core, or more").arg(options.threads));
    return {};
}

Result<QuantizedBatches> quantizeTable(
    const WeightTable& table, const TableOptions& options, const TableControl& control)
{
    if (const auto good = checkOptions(options); !good)
        return good.error();
    const OffsetWidth width = offsetWidth(options.largeOffsets);
    QuantizedBatches result{quantizedSchema(options.largeOffsets), {}, table.errors};
    std::vector<QuantizedRow> rows = rowsOf(table, options);
    const auto isWanted = [&] { return options.continueOnError || result.errors.empty(); };

    takeOut(rows, result.errors, [&](std::size_t i) {
        const bool bad = isTooLarge(rows[i], largestOffset(width));
        return bad ? std::optional(tooLarge(rows[i])) : std::nullopt;
    });
    const std::size_t batches = placeRows(rows, largestOffset(width));
    std::vector<QuantizedBuffers> buffers;
    if (isWanted())
        buffers = buffersFor(rows, batches);

    LayerEncoder encoder(
        rows, buffers, schemeOf(options), schemeOptionsOf(options), options.continueOnError);
    if (!encoder.run(options.threads, control))
        return Error{ErrorCode::Cancelled, {}, {}};
    takeOut(rows, result.errors, [&](std::size_t i) { return encoder.error(i); });
    std::ranges::stable_sort(result.errors, {}, &LayerError::row);
    if (!isWanted())
        return result;
    closeGaps(rows, buffers);
    result.batches = batchesOf(rows, buffers, options);
    return result;
}

OwnedField quantizedSchema(bool largeOffsets)
{
    std::vector<OwnedField> columns;
    columns.reserve(arrowColumns.size());
    for (const ArrowColumn& column : arrowColumns)
        columns.push_back(fieldOf(column, offsetWidth(largeOffsets)));
    return structField(std::move(columns));
}

} // namespace aq
