#pragma once
#include <QWidget>

namespace aq {

/// A picture of a row of things (bins, channels) that are read out one at a time: by the pointer,
/// or by arrow keys, Home and End.
class SteppedChart : public QWidget {
    Q_OBJECT
public:
    explicit SteppedChart(QWidget* parent = nullptr);

    virtual void draw(QPainter& painter, const QRectF& area) const = 0; ///< At any size.
    virtual int count() const = 0;
    virtual QString readingOf(int index) const = 0; ///< "0.01 to 0.02: 17 values"
    virtual QString summary() const = 0;            ///< The picture in words.
    int current() const { return m_current; }       ///< -1: none.

    QSize sizeHint() const override { return {360, 200}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    void pointed(const QString& reading); ///< Empty: at nothing.

protected:
    virtual int indexAt(QPointF position) const = 0;
    QRectF pictureArea() const { return QRectF(rect()); }
    void reset(); ///< Other things are shown.

    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void point(int index);

    int m_current = -1;
};

} // namespace aq
