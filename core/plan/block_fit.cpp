#include "core/plan/block_fit.h"

#include <algorithm>

namespace aq {

namespace {

constexpr std::int64_t reshapedRow = 256;
constexpr std::size_t mostDimensions = 4; ///< Of a ggml tensor.

struct Fallback {
    QStringView from, to;
};
constexpr Fallback fallbacks[] = {{u"q2_k", u"iq4_nl"}, {u"q3_k", u"iq4_nl"},
    {u"iq4_xs", u"iq4_nl"}, {u"q4_k", u"q5_0"}, {u"q5_k", u"q5_1"}, {u"q6_k", u"q8_0"}};

bool isWhole(const Scheme& scheme, const Shape& shape)
{
    return shape.back() % scheme.blockElements == 0;
}

bool canReshape(const Shape& shape)
{
    const std::int64_t elements = elementCount(shape).value_or(0);
    return shape.size() > 1 && elements >= 2 * reshapedRow && elements % reshapedRow == 0
        && shape.back() % reshapedRow != 0;
}

QString notWhole(const Shape& shape, int block)
{
    return QStringLiteral("row of %1 elements is not whole blocks of %2")
        .arg(shape.back())
        .arg(block);
}

} // namespace

const Scheme* fallbackOf(const Scheme& scheme)
{
    const auto found
        = std::ranges::find(fallbacks, QString(QLatin1StringView(scheme.id)), &Fallback::from);
    return found == std::end(fallbacks) ? nullptr : schemeNamed(found->to);
}

BlockFit fitBlocks(const Scheme& wish, const Shape& shape, bool reshapes)
{
    if (shape.size() < 2 || shape.size() > mostDimensions)
        return {.why = QStringLiteral("%1-D tensors stay floats in GGUF").arg(shape.size()),
            .isMatrix = false};
    if (isWhole(wish, shape))
        return {.scheme = &wish};
    if (reshapes && canReshape(shape))
        return {.scheme = &wish, .storedShape = {*elementCount(shape) / reshapedRow, reshapedRow}};
    QString why = notWhole(shape, wish.blockElements);
    const Scheme* fallback = fallbackOf(wish);
    if (!fallback)
        return {.why = why};
    if (isWhole(*fallback, shape))
        return {.scheme = fallback, .why = why};
    return {.why = why + QStringLiteral(", nor of %1").arg(fallback->blockElements)};
}

} // namespace aq
