#include "core/table/table_rows.h"

#include "core/io/arrow_words.h"

namespace aq {
namespace {

constexpr std::int64_t highestRank = 64;
const QString nameColumn = QStringLiteral("layer_name");
const QString shapeColumn = QStringLiteral("shape");

} // namespace

std::optional<RowProblem> LayerNames::read(const CTexts& names, std::int64_t row, QString& name)
{
    if (names.isNull(row))
        return RowProblem{nameColumn, nullValue(nameColumn)};
    const auto text = names.text(row);
    if (!text)
        return RowProblem{nameColumn, QStringLiteral("layer_name is not UTF-8")};
    name = *text;
    if (m_seen.contains(name))
        return RowProblem{nameColumn, twoRows()};
    m_seen.insert(name);
    return {};
}

std::optional<RowProblem> readShape(const CRuns& shapes, std::int64_t row, Shape& shape)
{
    const std::int64_t rank = shapes.items(row);
    if (rank > highestRank)
        return RowProblem{shapeColumn,
            QStringLiteral("shape has %1 extents, at most %2 can be read")
                .arg(rank)
                .arg(highestRank)};
    if (const auto item = shapes.nullItem(row))
        return RowProblem{shapeColumn, nullItem(shapeColumn, *item)};
    const Bytes bytes = shapes.bytes(row);
    const DType type = shapes.itemType();
    for (std::int64_t i = 0; i < rank; ++i)
        shape.push_back(integerAt(type, bytes.data() + i * (bitsOf(type) / 8)));
    return {};
}

} // namespace aq
