#include "core/table/table_floats.h"

#include "core/quant/to_float.h"

#include <algorithm>
#include <cmath>

namespace aq {

std::span<const float> floatsOf(const Weights& weights, std::vector<float>& scratch)
{
    const auto count = std::size_t(weights.count());
    const auto address = reinterpret_cast<std::uintptr_t>(weights.bytes.data());
    if (weights.type == DType::F32 && address % alignof(float) == 0)
        return {reinterpret_cast<const float*>(weights.bytes.data()), count};
    scratch.resize(std::max(scratch.size(), count));
    const auto floats = std::span(scratch).first(count);
    toFloat(weights.type, weights.bytes, floats);
    return floats;
}

QString valueText(float notFinite)
{
    if (std::isnan(notFinite))
        return QStringLiteral("NaN");
    return notFinite < 0 ? QStringLiteral("-infinity") : QStringLiteral("infinity");
}

QString notFiniteText(const Weights& weights, std::int64_t element)
{
    std::vector<float> scratch;
    const float value = floatsOf(weights.subspan(element, 1), scratch).front();
    return QStringLiteral("weights[%1] is %2").arg(element).arg(valueText(value));
}

} // namespace aq
