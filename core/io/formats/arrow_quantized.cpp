#include "core/io/formats/arrow_rows.h"

#include "core/io/arrow_words.h"
#include "core/io/formats/packed_row.h"
#include "core/io/refusal.h"

namespace aq {
namespace {

constexpr const char* expectedScales = "list, large_list or fixed_size_list of float32";

Result<const ArrowField*> floatColumn(const ArrowTable& table, const char* name)
{
    auto field = table.column(name, ArrowValues::FloatLists, expectedScales);
    if (field && (*field)->item != DType::F32)
        return unsupported(
            wrongType(QString(QLatin1StringView(name)), (*field)->type, expectedScales));
    return field;
}

struct QuantizedColumns {
    const ArrowField *name, *data, *scales, *zeros, *shape, *bits;
    const ArrowField *group, *scheme, *dtype, *symmetry; ///< Null: not there.
};

Result<QuantizedColumns> quantizedColumns(const ArrowTable& table)
{
    const Result<const ArrowField*> found[] = {
        table.column("layer_name", ArrowValues::Texts, expectedNames),
        table.column("quantized_data", ArrowValues::Binaries, "binary or large_binary"),
        floatColumn(table, "scales"),
        floatColumn(table, "zero_points"),
        table.column("shape", ArrowValues::IntegerLists, expectedShape),
        table.column("bit_width", ArrowValues::Integers, "uint8"),
        table.optionalColumn("group_size", ArrowValues::Integers, "int32"),
        table.optionalColumn("scheme", ArrowValues::Texts, expectedNames),
        table.optionalColumn("dtype", ArrowValues::Texts, expectedNames),
        table.optionalColumn("symmetry", ArrowValues::Texts, expectedNames),
    };
    for (const auto& field : found)
        if (!field)
            return field.error();
    return QuantizedColumns{*found[0], *found[1], *found[2], *found[3], *found[4], *found[5],
        *found[6], *found[7], *found[8], *found[9]};
}

/// One row as it is stored.
struct Row {
    std::optional<QString> name;
    QString scheme, dtype, symmetry; ///< Empty: no such column, or null.
    std::optional<Blob> data, scales, zeros;
    std::optional<ArrowIntegers> shape;
    std::optional<std::int64_t> bits, group;
    QString nullItem; ///< What to say of the first item that is null; empty: there is none.
};

/// Reads the columns of a batch into rows.
class RowReader {
public:
    RowReader(ArrowBatch& batch, const ArrowDictionaries& dictionaries)
        : m_batch(batch)
        , m_dictionaries(dictionaries)
    {
    }

    Result<std::vector<Row>> read(const QuantizedColumns& columns)
    {
        auto names = m_batch.texts(*columns.name, m_dictionaries); // Bounds the rows.
        if (!names)
            return names.error();
        for (auto& name : *names)
            m_rows.emplace_back().name = std::move(name);
        const Result<void> done[] = {
            blobs(*columns.data, "quantized_data", &Row::data),
            blobs(*columns.scales, "scales", &Row::scales),
            blobs(*columns.zeros, "zero_points", &Row::zeros),
            shapes(*columns.shape),
            integers(columns.bits, &Row::bits),
            integers(columns.group, &Row::group),
            texts(columns.scheme, &Row::scheme),
            texts(columns.dtype, &Row::dtype),
            texts(columns.symmetry, &Row::symmetry),
        };
        for (const auto& column : done)
            if (!column)
                return column.error();
        return std::move(m_rows);
    }

private:
    Result<void> blobs(const ArrowField& field, const char* name, std::optional<Blob> Row::*member)
    {
        const auto valid = m_batch.validity(field);
        if (!valid)
            return valid.error();
        const auto spans = m_batch.spans(field);
        if (!spans)
            return spans.error();
        const auto blobs = m_batch.blobs(field, *spans);
        if (!blobs)
            return blobs.error();
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if (isValid(*valid, i))
                m_rows[i].*member = (*blobs)[i];
        if (field.values != ArrowValues::FloatLists)
            return {};
        const auto item = m_batch.nullItem(field, *spans, *valid);
        if (!item)
            return item.error();
        if (*item)
            m_rows[(*item)->row].nullItem
                = nullItem(QString(QLatin1StringView(name)), (*item)->item);
        return {};
    }

    Result<void> shapes(const ArrowField& field)
    {
        auto lists = m_batch.integerLists(field);
        if (!lists)
            return lists.error();
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            ArrowIntegers& list = (*lists)[i];
            if (list.nullItem)
                m_rows[i].nullItem = nullItem(u"shape", *list.nullItem);
            if (!list.isNull)
                m_rows[i].shape = std::move(list);
        }
        return {};
    }

    Result<void> integers(const ArrowField* field, std::optional<std::int64_t> Row::*member)
    {
        if (!field)
            return {};
        const auto values = m_batch.integers(*field);
        if (!values)
            return values.error();
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_rows[i].*member = (*values)[i];
        return {};
    }

    Result<void> texts(const ArrowField* field, QString Row::*member)
    {
        if (!field)
            return {};
        const auto values = m_batch.texts(*field, m_dictionaries);
        if (!values)
            return values.error();
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_rows[i].*member = (*values)[i].value_or(QString());
        return {};
    }

    ArrowBatch& m_batch;
    const ArrowDictionaries& m_dictionaries;
    std::vector<Row> m_rows;
};

Result<void> checkNulls(const Row& row)
{
    if (!row.name)
        return corrupt(nullValue(u"layer_name"));
    if (!row.data)
        return corrupt(nullValue(u"quantized_data"));
    if (!row.scales)
        return corrupt(nullValue(u"scales"));
    if (!row.zeros)
        return corrupt(nullValue(u"zero_points"));
    if (!row.shape)
        return corrupt(nullValue(u"shape"));
    if (!row.bits)
        return corrupt(nullValue(u"bit_width"));
    if (!row.nullItem.isEmpty())
        return corrupt(row.nullItem);
    return {};
}

Result<TensorInfo> tensorOf(const Row& row)
{
    if (const auto present = checkNulls(row); !present)
        return present.error();
    return tensorOf(PackedRow{.name = *row.name,
        .scheme = row.scheme,
        .dtype = row.dtype,
        .symmetry = row.symmetry,
        .data = *row.data,
        .scales = *row.scales,
        .zeros = *row.zeros,
        .shape = row.shape->values,
        .bits = *row.bits,
        .group = row.group});
}

Result<ArrowRows> quantizedTensors(
    ArrowBatch& batch, const QuantizedColumns& columns, const ArrowDictionaries& dictionaries)
{
    const auto stored = RowReader(batch, dictionaries).read(columns);
    if (!stored)
        return stored.error();
    ArrowRows rows;
    rows.hasShapes = true;
    for (std::size_t i = 0; i < stored->size(); ++i) {
        auto tensor = tensorOf((*stored)[i]);
        if (!tensor)
            return tensor.error().in(arrowPlace(i, (*stored)[i].name));
        rows.tensors.push_back(std::move(*tensor));
    }
    return rows;
}

} // namespace

Result<ArrowRowReader> quantizedRows(const ArrowTable& table)
{
    const auto columns = quantizedColumns(table);
    if (!columns)
        return columns.error();
    return ArrowRowReader(
        [columns = *columns](ArrowBatch& batch, const ArrowDictionaries& dictionaries) {
            return quantizedTensors(batch, columns, dictionaries);
        });
}

} // namespace aq
