#pragma once
#include "ui/charts/colour_scale.h"
#include "ui/charts/histogram_chart.h"

#include <QImage>
#include <QRect>

namespace aq {

/// A part of a tensor's matrix.
struct MatrixPart {
    std::int64_t firstRow = 0, rows = 0, firstColumn = 0, columns = 0;
    bool operator==(const MatrixPart&) const = default;
};

/// A tensor's values, what they become and the error between, as colours side by side, all of the
/// same part of the matrix.
///
/// Mouse: the wheel zooms (with Ctrl, or once the view has the focus), dragging selects what is
/// zoomed to, with Shift or the middle button it moves what is seen. Keys: arrows move the cursor
/// from cell to cell, + - 0 zoom.
class HeatMapView final : public QWidget {
    Q_OBJECT
public:
    explicit HeatMapView(QWidget* parent = nullptr);

    void setPicture(TensorPicturePtr picture); ///< Of another tensor: all of it is shown.
    void setMaps(TensorPicturePtr maps);       ///< Of the part that was wished for.
    TensorPicturePtr maps() const { return m_maps; }

    const MatrixPart& part() const { return m_part; } ///< That is seen.
    bool isZoomed() const;
    void showAll();
    void zoom(double factor, QPointF around); ///< `around`: 0 to 1 in both directions.
    void setPart(MatrixPart part);            ///< Clamped; tells partWished().

    void draw(QPainter& painter, const QRectF& area) const;
    QString reading() const; ///< Of the cell under the cursor; empty: none.
    QString summary() const;

    QSize sizeHint() const override { return {360, 260}; }
    QSize minimumSizeHint() const override { return {200, 160}; }

Q_SIGNALS:
    void partWished(); ///< part() has changed: its cells are wanted.
    void pointed(const QString& reading);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Panel {
        QString title;
        const HeatMap* map;
        const QImage* image;
        QRectF room;
    };
    void makeImages();
    void setCursorCell(std::optional<QPoint> cell);
    MatrixPart whole() const;
    MatrixPart cellPart(QPoint cell) const;

    // heat_map_paint.cpp
    std::vector<Panel> panelsIn(const QRectF& area) const;
    void drawPanel(QPainter& painter, const Panel& panel) const;
    void drawBar(QPainter& painter, const QRectF& room, const ColourScale& scale) const;
    QRectF onPanel(const Panel& panel, const MatrixPart& part) const;
    double barHeight() const;

    // heat_map_input.cpp
    std::optional<QPointF> shareAt(QPointF position) const; ///< In the panel under it, 0 to 1.
    void pointAt(QPointF position);

    TensorPicturePtr m_picture, m_maps;
    MatrixPart m_part;
    ColourScale m_valueScale, m_errorScale;
    QImage m_values, m_decoded, m_error; ///< A pixel per cell.
    std::optional<QPoint> m_cell;        ///< Column and row in the maps.
    enum class Drag { None, Select, Move } m_drag = Drag::None;
    QPointF m_pressed, m_dragged; ///< As shares of a panel.
    MatrixPart m_pressedPart;
};

} // namespace aq
