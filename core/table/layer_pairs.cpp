#include "core/table/layer_pairs.h"

#include "core/table/layer_decoder.h"

#include <QHash>

namespace aq {
namespace {

/// The rows of the quantized table by name; each is taken once.
class Namesakes {
public:
    explicit Namesakes(const QuantizedTable& table)
    {
        for (const QuantizedLayer& layer : table.layers)
            m_layers.insert(layer.name, &layer);
        for (const LayerError& error : table.errors)
            if (!error.layer.isEmpty() && !m_errors.contains(error.layer))
                m_errors.insert(error.layer, &error);
    }
    const QuantizedLayer* take(const QString& name) { return m_layers.take(name); }
    const LayerError* takeError(const QString& name) { return m_errors.take(name); }
    bool isLeft(const QuantizedLayer& layer) const { return m_layers.value(layer.name) == &layer; }
    /// Rows without a name, and further ones of a name, have nobody to be taken by.
    bool isLeft(const LayerError& error) const
    {
        return error.layer.isEmpty() || m_errors.value(error.layer) == &error;
    }

private:
    QHash<QString, const QuantizedLayer*> m_layers;
    QHash<QString, const LayerError*> m_errors;
};

void refuse(LayerPair& pair, const char* trouble, const QString& why)
{
    pair.trouble = trouble;
    pair.why = why;
}

QString inQuantized(const LayerError& error)
{
    return QStringLiteral("in the quantized table: %1").arg(error.error.detail);
}

LayerPair pairOf(const WeightLayer& layer, Namesakes& namesakes)
{
    LayerPair pair{layer.name, &layer, namesakes.take(layer.name), nullptr, {}};
    if (!pair.quantized) {
        if (const LayerError* error = namesakes.takeError(layer.name))
            refuse(pair, "unreadable", inQuantized(*error));
        else
            refuse(pair, "missing-in-quantized", QStringLiteral("missing in the quantized table"));
    } else if (pair.quantized->shape != layer.shape) {
        refuse(pair, "shape-differs",
            QStringLiteral("shape %1 became %2")
                .arg(shapeText(layer.shape), shapeText(pair.quantized->shape)));
    } else if (!canDecode(*pair.quantized)) {
        refuse(pair, "unreadable",
            QStringLiteral("is kept as %1, which are no floats")
                .arg(QLatin1StringView(nameOf(pair.quantized->dtype))));
    }
    return pair;
}

LayerPair pairOf(const LayerError& error, Namesakes& namesakes)
{
    LayerPair pair{error.layer, nullptr, namesakes.take(error.layer), "unreadable", {}};
    pair.why = QStringLiteral("in the weights: %1").arg(error.error.detail);
    return pair;
}

} // namespace

std::vector<LayerPair> pairUp(const WeightTable& weights, const QuantizedTable& quantized)
{
    Namesakes namesakes(quantized);
    std::vector<LayerPair> pairs;
    pairs.reserve(weights.layers.size() + weights.errors.size());
    for (const WeightLayer& layer : weights.layers)
        pairs.push_back(pairOf(layer, namesakes));
    for (const LayerError& error : weights.errors)
        pairs.push_back(pairOf(error, namesakes));
    for (const QuantizedLayer& layer : quantized.layers)
        if (namesakes.isLeft(layer))
            pairs.push_back({layer.name, nullptr, &layer, "missing-in-weights",
                QStringLiteral("missing in the weights")});
    for (const LayerError& error : quantized.errors)
        if (namesakes.isLeft(error))
            pairs.push_back({error.layer, nullptr, nullptr, "unreadable", inQuantized(error)});
    return pairs;
}

} // namespace aq
