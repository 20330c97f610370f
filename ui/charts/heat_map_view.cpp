#include "ui/charts/heat_map_view.h"

#include "ui/text/units.h"

#include <QEvent>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

constexpr std::int64_t leastPart = 8; ///< Rows and columns that are seen at least.

QImage imageOf(const HeatMap& map, const ColourScale& scale)
{
    if (map.cells.empty())
        return {};
    QImage image(map.cellColumns, map.cellRows, QImage::Format_ARGB32);
    for (int row = 0; row < map.cellRows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int column = 0; column < map.cellColumns; ++column)
            line[column] = scale.at(double(
                map.cells[std::size_t(row) * std::size_t(map.cellColumns) + std::size_t(column)]));
    }
    return image;
}

/// `extent` of `whole` from `first`, moved and shrunk so that it lies inside.
void fit(std::int64_t& first, std::int64_t& extent, std::int64_t whole)
{
    extent = std::clamp(extent, std::min(leastPart, whole), whole);
    first = std::clamp<std::int64_t>(first, 0, whole - extent);
}

} // namespace

HeatMapView::HeatMapView(QWidget* parent)
    : QWidget(parent)
    , m_valueScale(ColourScale::Kind::Diverging, 0, palette())
    , m_errorScale(ColourScale::Kind::Sequential, 0, palette())
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void HeatMapView::setPicture(TensorPicturePtr picture)
{
    const bool isSame = picture && m_picture && picture->name == m_picture->name
        && picture->rows == m_picture->rows && picture->columns == m_picture->columns;
    m_picture = picture;
    m_maps = std::move(picture);
    const MatrixPart before = m_part;
    m_part = whole();
    m_drag = Drag::None;
    setCursorCell({});
    makeImages();
    if (isSame && before != m_part) // The same tensor in another way: keep looking there.
        setPart(before);
}

void HeatMapView::setMaps(TensorPicturePtr maps)
{
    m_maps = std::move(maps);
    setCursorCell({});
    makeImages();
}

/// The colours stay those of the whole picture while zooming, so that they mean the same.
void HeatMapView::makeImages()
{
    if (!m_picture) {
        m_values = m_decoded = m_error = {};
        return update();
    }
    m_valueScale
        = ColourScale(ColourScale::Kind::Diverging, typicalReach(m_picture->values), palette());
    m_errorScale
        = ColourScale(ColourScale::Kind::Sequential, typicalReach(m_picture->error), palette());
    m_values = imageOf(m_maps->values, m_valueScale);
    m_decoded = imageOf(m_maps->decodedValues, m_valueScale);
    m_error = imageOf(m_maps->error, m_errorScale);
    update();
}

MatrixPart HeatMapView::whole() const
{
    return m_picture ? MatrixPart{0, m_picture->rows, 0, m_picture->columns} : MatrixPart();
}

bool HeatMapView::isZoomed() const { return m_part != whole(); }

void HeatMapView::showAll() { setPart(whole()); }

void HeatMapView::setPart(MatrixPart part)
{
    if (!m_picture || m_picture->rows == 0)
        return;
    fit(part.firstRow, part.rows, m_picture->rows);
    fit(part.firstColumn, part.columns, m_picture->columns);
    if (part == m_part)
        return;
    m_part = part;
    if (part == whole())
        setMaps(m_picture); // They are here.
    update();
    Q_EMIT partWished();
}

void HeatMapView::zoom(double factor, QPointF around)
{
    const auto part = [factor](std::int64_t first, std::int64_t extent, double share) {
        const auto size = std::int64_t(std::llround(double(extent) / factor));
        const double fixed = double(first) + share * double(extent);
        return std::pair(std::int64_t(std::llround(fixed - share * double(size))), size);
    };
    const auto [row, rows] = part(m_part.firstRow, m_part.rows, around.y());
    const auto [column, columns] = part(m_part.firstColumn, m_part.columns, around.x());
    setPart({row, rows, column, columns});
}

MatrixPart HeatMapView::cellPart(QPoint cell) const
{
    const HeatMap& map = m_maps->values;
    const std::int64_t row = map.rowAt(cell.y()), column = map.columnAt(cell.x());
    return {row, map.rowAt(cell.y() + 1) - row, column, map.columnAt(cell.x() + 1) - column};
}

void HeatMapView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        makeImages();
}

void HeatMapView::setCursorCell(std::optional<QPoint> cell)
{
    if (cell == m_cell)
        return;
    m_cell = cell;
    update();
    Q_EMIT pointed(reading());
}

QString HeatMapView::reading() const
{
    if (!m_cell || !m_maps)
        return {};
    const MatrixPart part = cellPart(*m_cell);
    const auto range = [](std::int64_t first, std::int64_t count) {
        return count == 1 ? countText(first)
                          : tr("%1–%2").arg(countText(first), countText(first + count - 1));
    };
    const auto valueIn = [this](const HeatMap& map) {
        const auto index = std::size_t(m_cell->y() * map.cellColumns + m_cell->x());
        return index < map.cells.size() && !std::isnan(map.cells[index])
            ? shortNumber(double(map.cells[index]))
            : tr("not read");
    };
    const QString rows = range(part.firstRow, part.rows);
    const QString columns = range(part.firstColumn, part.columns);
    if (m_maps->decodedValues.cells.empty())
        return tr("Rows %1, columns %2: %3").arg(rows, columns, valueIn(m_maps->values));
    return tr("Rows %1, columns %2: %3, decoded %4, error %5")
        .arg(rows, columns, valueIn(m_maps->values), valueIn(m_maps->decodedValues),
            valueIn(m_maps->error));
}

QString HeatMapView::summary() const
{
    if (!m_picture || m_values.isNull())
        return tr("Nothing to show");
    const QString rows
        = tr("%1–%2").arg(countText(m_part.firstRow), countText(m_part.firstRow + m_part.rows - 1));
    const QString columns = tr("%1–%2").arg(
        countText(m_part.firstColumn), countText(m_part.firstColumn + m_part.columns - 1));
    return tr("Heat maps of rows %1 and columns %2; values from %3 to %4, largest error %5")
        .arg(rows, columns, shortNumber(double(m_maps->values.low)),
            shortNumber(double(m_maps->values.high)), shortNumber(double(m_maps->error.high)));
}

} // namespace aq
