#include "core/analysis/picture_builder.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace aq {

HeatMapBuilder::HeatMapBuilder(const Matrix& matrix, const PictureGrain& grain)
{
    const auto part = [](std::int64_t wanted, std::int64_t first, std::int64_t extent) {
        return wanted > 0 ? std::min(wanted, extent - first) : extent - first;
    };
    m_map.firstRow
        = std::clamp<std::int64_t>(grain.firstRow, 0, std::max<std::int64_t>(matrix.rows - 1, 0));
    m_map.firstColumn = std::clamp<std::int64_t>(
        grain.firstColumn, 0, std::max<std::int64_t>(matrix.columns - 1, 0));
    m_map.rows = part(grain.rows, m_map.firstRow, matrix.rows);
    m_map.columns = part(grain.columns, m_map.firstColumn, matrix.columns);
    m_map.cellRows = int(std::min<std::int64_t>(grain.cells, m_map.rows));
    m_map.cellColumns = int(std::min<std::int64_t>(grain.cells, m_map.columns));
    m_map.cells.assign(std::size_t(m_map.cellRows) * std::size_t(m_map.cellColumns),
        std::numeric_limits<float>::quiet_NaN());
}

void HeatMapBuilder::add(std::int64_t row, std::int64_t column, std::span<const float> x)
{
    const std::int64_t end = column + std::int64_t(x.size());
    const std::int64_t lastColumn = std::min(end, m_map.firstColumn + m_map.columns);
    std::int64_t at = std::max(column, m_map.firstColumn);
    if (row < m_map.firstRow || row >= m_map.firstRow + m_map.rows || at >= lastColumn)
        return;
    const std::int64_t cellRow = (row - m_map.firstRow) * m_map.cellRows / m_map.rows;
    std::int64_t cell = (at - m_map.firstColumn) * m_map.cellColumns / m_map.columns;
    for (; at < lastColumn; ++cell) {
        const std::int64_t stop = std::min(lastColumn, m_map.columnAt(int(cell + 1)));
        float& best = m_map.cells[std::size_t(cellRow * m_map.cellColumns + cell)];
        for (; at < stop; ++at) {
            const float value = x[std::size_t(at - column)];
            if (std::isfinite(value) && !(std::abs(value) <= std::abs(best)))
                best = value;
        }
    }
}

double typicalReach(const HeatMap& map)
{
    std::vector<float> sizes;
    for (const float cell : map.cells)
        if (!std::isnan(cell))
            sizes.push_back(std::abs(cell));
    if (sizes.empty())
        return 0;
    const auto most = sizes.begin() + std::ptrdiff_t((sizes.size() - 1) * 99 / 100);
    std::ranges::nth_element(sizes, most);
    return double(*most > 0 ? *most : std::ranges::max(sizes));
}

HeatMap HeatMapBuilder::map() const
{
    HeatMap map = m_map;
    bool any = false;
    for (const float cell : map.cells) {
        if (std::isnan(cell))
            continue;
        map.low = any ? std::min(map.low, cell) : cell;
        map.high = any ? std::max(map.high, cell) : cell;
        any = true;
    }
    return map;
}

} // namespace aq
