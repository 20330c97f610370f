#include "core/base/printable.h"
#include "core/io/arrow_words.h"
#include "core/io/formats/arrow_rows.h"
#include "core/io/refusal.h"

namespace aq {
namespace {

struct WeightColumns {
    const ArrowField *name, *weights, *shape; ///< shape: null when not there.
};

Result<WeightColumns> weightColumns(const ArrowTable& table)
{
    const auto name = table.column("layer_name", ArrowValues::Texts, expectedNames);
    const auto weights = table.column("weights", ArrowValues::FloatLists, expectedWeights);
    const auto shape = table.optionalColumn("shape", ArrowValues::IntegerLists, expectedShape);
    if (!name || !weights || !shape)
        return !name ? name.error() : !weights ? weights.error() : shape.error();
    return WeightColumns{*name, *weights, *shape};
}

/// What a batch says of its rows.
struct WeightValues {
    ArrowTexts names;
    ArrowValidity valid;
    std::vector<Blob> weights;
    std::optional<ArrowNullItem> nullItem;
    std::vector<ArrowIntegers> shapes; ///< Empty: no such column.
};

Result<WeightValues> readValues(
    ArrowBatch& batch, const WeightColumns& columns, const ArrowDictionaries& dictionaries)
{
    auto names = batch.texts(*columns.name, dictionaries); // Bounds the rows by real bytes.
    if (!names)
        return names.error();
    auto valid = batch.validity(*columns.weights);
    if (!valid)
        return valid.error();
    const auto spans = batch.spans(*columns.weights);
    if (!spans)
        return spans.error();
    auto weights = batch.blobs(*columns.weights, *spans);
    if (!weights)
        return weights.error();
    const auto nullItem = batch.nullItem(*columns.weights, *spans, *valid);
    if (!nullItem)
        return nullItem.error();
    auto shapes = columns.shape ? batch.integerLists(*columns.shape)
                                : Result<std::vector<ArrowIntegers>>(std::vector<ArrowIntegers>());
    if (!shapes)
        return shapes.error();
    return WeightValues{
        std::move(*names), std::move(*valid), std::move(*weights), *nullItem, std::move(*shapes)};
}

Result<void> checkNulls(const WeightValues& values, std::size_t row)
{
    if (!values.names[row])
        return corrupt(nullValue(u"layer_name"));
    if (!isValid(values.valid, row))
        return corrupt(nullValue(u"weights"));
    if (values.nullItem && values.nullItem->row == row)
        return corrupt(nullItem(u"weights", values.nullItem->item));
    if (!values.shapes.empty() && values.shapes[row].nullItem)
        return corrupt(nullItem(u"shape", *values.shapes[row].nullItem));
    return {};
}

Result<TensorInfo> tensorOf(const WeightValues& values, std::size_t row, DType dtype)
{
    if (const auto present = checkNulls(values, row); !present)
        return present.error();
    TensorInfo tensor;
    tensor.name = *values.names[row];
    tensor.dtype = dtype;
    tensor.data = values.weights[row];
    const std::int64_t count = tensor.data.bytes / (bitsOf(dtype) / 8);
    const bool hasShape = !values.shapes.empty() && !values.shapes[row].isNull;
    tensor.shape = hasShape ? values.shapes[row].values : Shape{count};
    if (tensor.shape.size() > highestArrowRank)
        return unsupported(QStringLiteral("shape has %1 extents, at most %2 are read")
                               .arg(tensor.shape.size())
                               .arg(highestArrowRank));
    if (elementCount(tensor.shape) != count)
        return corrupt(shapeMismatch(tensor.shape, count));
    return tensor;
}

Result<ArrowRows> weightTensors(
    ArrowBatch& batch, const WeightColumns& columns, const ArrowDictionaries& dictionaries)
{
    const auto values = readValues(batch, columns, dictionaries);
    if (!values)
        return values.error();
    ArrowRows rows;
    for (std::size_t row = 0; row < values->names.size(); ++row) {
        auto tensor = tensorOf(*values, row, columns.weights->item);
        if (!tensor)
            return tensor.error().in(arrowPlace(row, values->names[row]));
        rows.tensors.push_back(std::move(*tensor));
        rows.hasShapes |= columns.shape && !values->shapes[row].isNull;
    }
    return rows;
}

} // namespace

Result<ArrowRowReader> weightRows(const ArrowTable& table)
{
    const auto columns = weightColumns(table);
    if (!columns)
        return columns.error();
    return ArrowRowReader(
        [columns = *columns](ArrowBatch& batch, const ArrowDictionaries& dictionaries) {
            return weightTensors(batch, columns, dictionaries);
        });
}

std::vector<const ArrowField*> dictionaryColumns(const ArrowTable& table)
{
    std::vector<const ArrowField*> fields;
    for (const char* name : {"layer_name", "scheme", "dtype", "symmetry"})
        if (const ArrowField* field = table.find(QLatin1StringView(name));
            field && field->dictionary)
            fields.push_back(field);
    return fields;
}

QString arrowPlace(std::size_t row, const std::optional<QString>& name)
{
    const QString place = QStringLiteral("row %1").arg(row);
    return name ? QStringLiteral("%1: %2").arg(place, printable(*name)) : place;
}

} // namespace aq
