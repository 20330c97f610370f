#include "core/table/capi_tables.h"

#include "core/table/table_columns.h"

namespace aq {

CStream streamOf(OwnedField schema, std::deque<OwnedArray> batches)
{
    CStream stream;
    exportStream(std::move(schema), std::move(batches), stream.get());
    return stream;
}

CStream errorStream(const std::vector<LayerError>& errors)
{
    constexpr OffsetWidth width = OffsetWidth::Bits32;
    std::vector<std::int64_t> rows;
    std::vector<QByteArray> layers, columns, messages;
    for (const LayerError& error : errors) {
        rows.push_back(error.row);
        layers.push_back(error.layer.toUtf8());
        columns.push_back(error.column.toUtf8());
        messages.push_back(error.error.detail.toUtf8());
    }
    std::vector<OwnedArray> values;
    values.push_back(plainColumn<std::int64_t>(rows));
    for (const std::vector<QByteArray>* texts : {&layers, &columns, &messages})
        values.push_back(
            textColumn(std::vector<QByteArrayView>(texts->begin(), texts->end()), width));
    std::deque<OwnedArray> batches;
    batches.push_back(batchOf(std::int64_t(errors.size()), std::move(values)));
    return streamOf(structField({plainField("row", "l"), textField("layer_name", width),
                        textField("column", width), textField("message", width)}),
        std::move(batches));
}

} // namespace aq
