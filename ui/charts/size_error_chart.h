#pragma once
#include "ui/charts/size_error_layout.h"

#include <QWidget>

namespace aq {

/// Every trial as a mark: its size to the right, its error up (decibels of SQNR count the other way
/// round). Marks that another trial beats in both are hollow; a line joins those that none beats.
/// What is not measured is a tick on the axis of sizes.
class SizeErrorChart final : public QWidget {
    Q_OBJECT
public:
    explicit SizeErrorChart(QWidget* parent = nullptr);

    void setView(std::shared_ptr<const TrialsView> view);
    void setCurrent(int trial); ///< Position in the list; gets a ring. -1: none.
    void draw(QPainter& painter, const QRectF& area) const;
    QString summary() const; ///< "5 settings from … to …": what the picture shows, in words.
    /// Where a trial is drawn in the widget; null when it is not.
    QPointF positionOf(int trial) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pointedAt(int trial); ///< -1: at none.
    void clicked(int trial);
    void activated(int trial); ///< Double click, Return.

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void drawAxes(QPainter& painter, const SizeErrorLayout& layout) const;
    void drawSizes(QPainter& painter, const SizeErrorLayout& layout) const;
    void drawFront(QPainter& painter, const SizeErrorLayout& layout) const;
    void drawMarks(QPainter& painter, const SizeErrorLayout& layout) const;
    void drawLabels(QPainter& painter, const SizeErrorLayout& layout) const;
    SizeErrorLayout layoutNow() const; ///< In the widget.
    void point(int trial);
    int at(QPointF position) const;
    void step(int by);

    std::shared_ptr<const TrialsView> m_view;
    int m_current = -1;
    int m_pointed = -1; ///< By the mouse or the keys.
};

} // namespace aq
