#include "core/tensor/tensor_info.h"

#include <QStringList>
#include <limits>

namespace aq {
namespace {

/// start times the extents; nothing on overflow (also of a product that a later 0 would hide).
std::optional<std::int64_t> product(std::int64_t start, std::span<const std::int64_t> shape)
{
    constexpr auto limit = std::numeric_limits<std::int64_t>::max();
    std::int64_t value = start;
    bool empty = false;
    for (const std::int64_t extent : shape) {
        if (extent < 0)
            return std::nullopt;
        if (extent == 0) {
            empty = true;
            continue;
        }
        if (value > limit / extent)
            return std::nullopt;
        value *= extent;
    }
    return empty ? 0 : value;
}

} // namespace

std::optional<std::int64_t> elementCount(std::span<const std::int64_t> shape)
{
    return product(1, shape);
}

std::optional<std::int64_t> byteSize(std::span<const std::int64_t> shape, DType dtype)
{
    const auto bits = product(bitsOf(dtype), shape);
    if (!bits || *bits % 8 != 0)
        return std::nullopt;
    return *bits / 8;
}

std::int64_t TensorInfo::elements() const { return elementCount(shape).value_or(0); }

std::int64_t TensorInfo::bytes() const
{
    return encoding ? encoding->bytes() : byteSize(shape, dtype).value_or(0);
}

Matrix matrixOf(std::span<const std::int64_t> shape)
{
    const std::int64_t elements = elementCount(shape).value_or(0);
    if (elements == 0)
        return {0, 0};
    if (shape.size() < 2)
        return {1, elements};
    return {shape[0], elements / shape[0]};
}

Matrix codingMatrix(const TensorInfo& tensor)
{
    const bool isReshaped = tensor.encoding && !tensor.encoding->shape.empty();
    return matrixOf(isReshaped ? tensor.encoding->shape : tensor.shape);
}

QString shapeText(std::span<const std::int64_t> shape)
{
    QStringList extents;
    for (const std::int64_t extent : shape)
        extents << QString::number(extent);
    return QLatin1Char('[') + extents.join(QStringLiteral(", ")) + QLatin1Char(']');
}

} // namespace aq
