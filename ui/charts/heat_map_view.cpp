#include "ui/charts/heat_map_view.h"

#include "ui/text/units.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

constexpr std::int64_t leastPart = 8; ///< Rows and columns that are seen at least.
constexpr double panelGap = 8;

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

double HeatMapView::barHeight() const { return 2.4 * QFontMetricsF(labelFont(font())).height(); }

std::vector<HeatMapView::Panel> HeatMapView::panelsIn(const QRectF& area) const
{
    if (!m_maps || m_values.isNull())
        return {};
    std::vector<Panel> panels{{tr("Values"), &m_maps->values, &m_values, {}}};
    if (!m_decoded.isNull()) {
        panels.push_back({tr("Decoded"), &m_maps->decodedValues, &m_decoded, {}});
        panels.push_back({tr("Error"), &m_maps->error, &m_error, {}});
    }
    const double line = QFontMetricsF(labelFont(font())).height();
    const double count = double(panels.size());
    const double width = (area.width() - (count - 1) * panelGap) / count;
    for (std::size_t i = 0; i < panels.size(); ++i)
        panels[i].room = QRectF(area.left() + double(i) * (width + panelGap), area.top() + line + 2,
            width, area.height() - line - 4 - barHeight());
    return panels;
}

QRectF HeatMapView::onPanel(const Panel& panel, const MatrixPart& part) const
{
    const double x = panel.room.width() / double(std::max<std::int64_t>(1, m_part.columns));
    const double y = panel.room.height() / double(std::max<std::int64_t>(1, m_part.rows));
    return {panel.room.left() + double(part.firstColumn - m_part.firstColumn) * x,
        panel.room.top() + double(part.firstRow - m_part.firstRow) * y, double(part.columns) * x,
        double(part.rows) * y};
}

MatrixPart HeatMapView::cellPart(QPoint cell) const
{
    const HeatMap& map = m_maps->values;
    const std::int64_t row = map.rowAt(cell.y()), column = map.columnAt(cell.x());
    return {row, map.rowAt(cell.y() + 1) - row, column, map.columnAt(cell.x() + 1) - column};
}

void HeatMapView::draw(QPainter& painter, const QRectF& area) const
{
    painter.save();
    painter.fillRect(area, palette().base());
    painter.setFont(labelFont(font()));
    const std::vector<Panel> panels = panelsIn(area.adjusted(4, 2, -4, -2));
    for (const Panel& panel : panels)
        drawPanel(painter, panel);
    if (!panels.empty()) {
        const QRectF first = panels.front().room;
        const QRectF last = panels.size() > 1 ? panels[1].room : first;
        const double top = first.bottom() + 4;
        drawBar(
            painter, {first.left(), top, last.right() - first.left(), barHeight()}, m_valueScale);
        if (panels.size() > 1)
            drawBar(painter, {panels[2].room.left(), top, panels[2].room.width(), barHeight()},
                m_errorScale);
    }
    painter.restore();
}

void HeatMapView::drawPanel(QPainter& painter, const Panel& panel) const
{
    const QFontMetricsF metrics(painter.font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QPointF(panel.room.left(), panel.room.top() - metrics.descent() - 1),
        metrics.elidedText(panel.title, Qt::ElideRight, panel.room.width()));
    QColor faint = palette().color(QPalette::Text);
    faint.setAlphaF(0.25F);
    painter.fillRect(panel.room, QBrush(faint, Qt::BDiagPattern)); // Where nothing is known.
    painter.save();
    painter.setClipRect(panel.room);
    const HeatMap& map = *panel.map;
    painter.drawImage(
        onPanel(panel, {map.firstRow, map.rows, map.firstColumn, map.columns}), *panel.image);
    if (m_cell) {
        const QRectF cell = onPanel(panel, cellPart(*m_cell));
        painter.setPen(QPen(palette().color(QPalette::Base), 3));
        painter.drawRect(cell.adjusted(-2, -2, 2, 2));
        painter.setPen(QPen(palette().color(QPalette::Text), 1.4));
        painter.drawRect(cell.adjusted(-2, -2, 2, 2));
    }
    if (m_drag == Drag::Select) {
        const QRectF band = QRectF(m_pressed, m_dragged).normalized();
        const QRectF drawn(panel.room.left() + band.left() * panel.room.width(),
            panel.room.top() + band.top() * panel.room.height(), band.width() * panel.room.width(),
            band.height() * panel.room.height());
        QColor fill = palette().color(QPalette::Highlight);
        painter.setPen(fill);
        fill.setAlphaF(0.2F);
        painter.setBrush(fill);
        painter.drawRect(drawn);
    }
    painter.restore();
    painter.setPen(faint);
    painter.drawRect(panel.room);
}

/// The colours with the numbers at both ends and, of two signs, at 0.
void HeatMapView::drawBar(QPainter& painter, const QRectF& room, const ColourScale& scale) const
{
    const QFontMetricsF metrics(painter.font());
    const QRectF bar(room.left(), room.top(), room.width(), metrics.height() * 0.7);
    for (int x = 0; x < int(bar.width()); ++x) {
        const double share = (x + 0.5) / bar.width();
        painter.fillRect(QRectF(bar.left() + x, bar.top(), 1.5, bar.height()),
            QColor(scale.at(scale.low() + share * (scale.high() - scale.low()))));
    }
    QColor faint = palette().color(QPalette::Text);
    faint.setAlphaF(0.25F);
    painter.setPen(faint);
    painter.drawRect(bar);
    painter.setPen(palette().color(QPalette::Text));
    const QRectF text(room.left(), bar.bottom() + 2, room.width(), metrics.height());
    const bool isSigned = scale.low() < 0;
    painter.drawText(text, int(Qt::AlignLeft),
        isSigned ? tr("≤ %1").arg(shortNumber(scale.low())) : shortNumber(0));
    painter.drawText(text, int(Qt::AlignRight), tr("≥ %1").arg(shortNumber(scale.high())));
    if (isSigned)
        painter.drawText(text, int(Qt::AlignHCenter), shortNumber(0));
}

void HeatMapView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    draw(painter, rect());
    if (hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

void HeatMapView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        makeImages();
}

std::optional<QPointF> HeatMapView::shareAt(QPointF position) const
{
    for (const Panel& panel : panelsIn(QRectF(rect()).adjusted(4, 2, -4, -2)))
        if (panel.room.contains(position))
            return QPointF((position.x() - panel.room.left()) / panel.room.width(),
                (position.y() - panel.room.top()) / panel.room.height());
    return {};
}

void HeatMapView::pointAt(QPointF position)
{
    const auto share = shareAt(position);
    if (!share)
        return setCursorCell({});
    const HeatMap& map = m_maps->values;
    const double row = double(m_part.firstRow) + share->y() * double(m_part.rows);
    const double column = double(m_part.firstColumn) + share->x() * double(m_part.columns);
    const QPoint cell(
        int((column - double(map.firstColumn)) * map.cellColumns / double(map.columns)),
        int((row - double(map.firstRow)) * map.cellRows / double(map.rows)));
    if (cell.x() < 0 || cell.y() < 0 || cell.x() >= map.cellColumns || cell.y() >= map.cellRows)
        return setCursorCell({});
    setCursorCell(cell);
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

void HeatMapView::wheelEvent(QWheelEvent* event)
{
    const auto share = shareAt(event->position());
    const bool isMeant = hasFocus() || event->modifiers().testFlag(Qt::ControlModifier);
    if (!share || !isMeant || event->angleDelta().y() == 0)
        return event->ignore(); // The page scrolls.
    zoom(std::pow(1.2, event->angleDelta().y() / 120.0), *share);
    event->accept();
}

void HeatMapView::mousePressEvent(QMouseEvent* event)
{
    const auto share = shareAt(event->position());
    const bool moves = event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier));
    if (!share || (!moves && event->button() != Qt::LeftButton))
        return QWidget::mousePressEvent(event);
    m_drag = moves ? Drag::Move : Drag::Select;
    m_pressed = m_dragged = *share;
    m_pressedPart = m_part;
}

void HeatMapView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag == Drag::None)
        return pointAt(event->position());
    const auto share = shareAt(event->position());
    if (!share)
        return;
    m_dragged = *share;
    if (m_drag == Drag::Move) {
        MatrixPart part = m_pressedPart;
        part.firstRow -= std::llround((m_dragged.y() - m_pressed.y()) * double(part.rows));
        part.firstColumn -= std::llround((m_dragged.x() - m_pressed.x()) * double(part.columns));
        setPart(part);
    }
    update();
}

void HeatMapView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    update();
    if (drag != Drag::Select)
        return;
    const QRectF band = QRectF(m_pressed, m_dragged).normalized();
    if (band.width() * width() < 12 && band.height() * height() < 12)
        return pointAt(event->position()); // A click.
    setPart({m_part.firstRow + std::int64_t(band.top() * double(m_part.rows)),
        std::int64_t(std::ceil(band.height() * double(m_part.rows))),
        m_part.firstColumn + std::int64_t(band.left() * double(m_part.columns)),
        std::int64_t(std::ceil(band.width() * double(m_part.columns)))});
}

void HeatMapView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto share = shareAt(event->position()))
        zoom(2, *share);
}

void HeatMapView::leaveEvent(QEvent*) { setCursorCell({}); }

void HeatMapView::keyPressEvent(QKeyEvent* event)
{
    if (!m_maps || m_values.isNull())
        return QWidget::keyPressEvent(event);
    const HeatMap& map = m_maps->values;
    const QPoint cell = m_cell.value_or(QPoint(-1, 0));
    const auto moveTo = [&](int x, int y) {
        setCursorCell(
            QPoint(std::clamp(x, 0, map.cellColumns - 1), std::clamp(y, 0, map.cellRows - 1)));
    };
    const QPointF around = m_cell
        ? QPointF((m_cell->x() + 0.5) / map.cellColumns, (m_cell->y() + 0.5) / map.cellRows)
        : QPointF(0.5, 0.5);
    switch (event->key()) {
    case Qt::Key_Right:
        return moveTo(cell.x() + 1, cell.y());
    case Qt::Key_Left:
        return moveTo(cell.x() - 1, cell.y());
    case Qt::Key_Down:
        return moveTo(cell.x(), cell.y() + 1);
    case Qt::Key_Up:
        return moveTo(cell.x(), cell.y() - 1);
    case Qt::Key_Home:
        return moveTo(0, 0);
    case Qt::Key_End:
        return moveTo(map.cellColumns, map.cellRows);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.5, around);
    case Qt::Key_Minus:
        return zoom(1 / 1.5, around);
    case Qt::Key_0:
        return showAll();
    default:
        QWidget::keyPressEvent(event);
    }
}

void HeatMapView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void HeatMapView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    setCursorCell({});
}

} // namespace aq
