// Tables of weights for the tests of this room, and what was read of them as text.
#pragma once
#include "core/table/weight_table.h"
#include "tests/support/c_arrays.h"

#include <QStringList>

namespace aq::test {

using Floats = std::vector<float>;
using Lists = std::vector<std::optional<Floats>>;
using Longs = std::vector<std::optional<std::vector<std::int64_t>>>;

inline CArrayData names(const std::vector<std::optional<std::string>>& values)
{
    return textColumn("layer_name", values);
}
inline CArrayData weights(const Lists& values, ListForm form = ListForm::List)
{
    return listColumn<float>("weights", "f", values, form);
}
inline CArrayData shapes(const Longs& values, ListForm form = ListForm::List)
{
    return listColumn<std::int64_t>("shape", "l", values, form);
}

/// Three layers: [2, 3], [1, 2] and [3].
inline CArrayData threeLayers()
{
    return tableOf(
        {names({"a", "b", "c"}), weights({{{1, 2, 3, 4, 5, 6}}, {{7, 8}}, {{9, 10, 11}}}),
            shapes({{{2, 3}}, {{1, 2}}, {{3}}})});
}

inline Result<WeightTable> readTable(std::vector<CArrayData> batches, ProducerCount& count)
{
    ArrowArrayStream stream = streamOf(std::move(batches), count);
    auto table = readWeightTable(&stream);
    return stream.release ? Result<WeightTable>(
               Error{ErrorCode::Internal, QStringLiteral("the stream was not taken over"), {}})
                          : std::move(table);
}

inline Floats floatsOf(const Weights& weights)
{
    Floats values(std::size_t(weights.count()));
    std::memcpy(values.data(), weights.bytes.data(), weights.bytes.size());
    return values;
}

/// "a: weights is null; row 2: the row is null"
inline QString textOf(const std::vector<LayerError>& errors)
{
    return errorText(errors).replace(u'\n', QStringLiteral("; "));
}

/// The values of a layer as text, to be compared.
inline QString textOf(const WeightLayer& layer)
{
    QString text
        = QStringLiteral("%1 %2 %3:").arg(layer.row).arg(layer.name, shapeText(layer.shape));
    if (layer.weights.type == DType::F32)
        for (const float value : floatsOf(layer.weights))
            text += QStringLiteral(" %1").arg(double(value));
    return text;
}
inline QString textOf(const WeightTable& table)
{
    QStringList lines;
    for (const WeightLayer& layer : table.layers)
        lines << textOf(layer);
    return lines.join(u'\n');
}

} // namespace aq::test
