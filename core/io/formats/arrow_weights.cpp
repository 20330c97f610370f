#include "core/io/formats/arrow_rows.h"

#include "core/base/printable.h"
#include "core/io/refusal.h"

namespace aq {
namespace {

constexpr std::size_t highestRank = 64;

struct WeightColumns {
    const ArrowField *name, *weights, *shape; ///< shape: null when not there.
};

Result<WeightColumns> weightColumns(const ArrowTable& table)
{
    const auto name = table.column("layer_name", ArrowKind::Utf8, "utf8");
    const auto weights = table.column("weights", ArrowKind::FloatList, "list<float32>");
    const auto shape = table.optionalColumn("shape", ArrowKind::LongList, "list<int64>");
    if (!name || !weights || !shape)
        return !name ? name.error() : !weights ? weights.error() : shape.error();
    return WeightColumns{*name, *weights, *shape};
}

Result<std::vector<TensorInfo>> weightTensors(ArrowBatch& batch, const WeightColumns& columns)
{
    const auto names = batch.texts(*columns.name);
    if (!names)
        return names.error();
    const auto weights = batch.blobs(*columns.weights);
    if (!weights)
        return weights.error();
    const auto shapes = columns.shape ? batch.longLists(*columns.shape)
                                      : Result<std::vector<Shape>>(std::vector<Shape>());
    if (!shapes)
        return shapes.error();
    std::vector<TensorInfo> tensors;
    for (std::size_t i = 0; i < names->size(); ++i) {
        TensorInfo tensor;
        tensor.name = (*names)[i];
        tensor.dtype = columns.weights->item;
        tensor.data = (*weights)[i];
        const std::int64_t count = tensor.data.bytes / (bitsOf(tensor.dtype) / 8);
        tensor.shape = columns.shape ? (*shapes)[i] : Shape{count};
        const auto product = elementCount(tensor.shape);
        if (!product || *product != count || tensor.shape.size() > highestRank)
            return corrupt(QStringLiteral("shape %1 does not take %2 weights")
                               .arg(printable(shapeText(tensor.shape)))
                               .arg(count))
                .in(printable(tensor.name));
        tensors.push_back(std::move(tensor));
    }
    return tensors;
}

} // namespace

Result<ArrowRowReader> weightRows(const ArrowTable& table)
{
    const auto columns = weightColumns(table);
    if (!columns)
        return columns.error();
    return ArrowRowReader(
        [columns = *columns](ArrowBatch& batch) { return weightTensors(batch, columns); });
}

} // namespace aq
