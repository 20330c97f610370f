#include "core/io/arrow_words.h"

#include "core/base/printable.h"

namespace aq {

QString missingColumn(QStringView column, const char* expected)
{
    return QStringLiteral("column '%1' is missing; expected %2")
        .arg(column, QLatin1StringView(expected));
}

QString wrongType(QStringView column, QStringView found, const char* expected)
{
    return QStringLiteral("column '%1' is %2, expected %3")
        .arg(column, printable(found), QLatin1StringView(expected));
}

QString nullValue(QStringView column) { return QStringLiteral("%1 is null").arg(column); }

QString nullItem(QStringView column, std::int64_t item)
{
    return QStringLiteral("%1[%2] is null").arg(column).arg(item);
}

QString shapeMismatch(const Shape& shape, std::int64_t weights)
{
    const auto product = elementCount(shape);
    return QStringLiteral("shape %1 takes %2 weights, there are %3")
        .arg(
            printable(shapeText(shape)), product ? QString::number(*product) : QStringLiteral("no"))
        .arg(weights);
}

QString twoRows() { return QStringLiteral("two rows have this name"); }

} // namespace aq
