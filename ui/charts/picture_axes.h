#pragma once
#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QString>
#include <vector>

class QPainter;

namespace aq {

/// One direction of a picture of numbers, evenly or by the logarithm of 1 + value (counts, of which
/// 0 is one).
struct PictureAxis {
    double low = 0, high = 1;
    bool isLog = false;
    bool isWhole = false; ///< Counts things: no ticks between whole numbers.
    QString title;

    double share(double value) const; ///< 0 at low, 1 at high.
    double valueAt(double share) const;
    /// Round numbers in the range, at most about `most`.
    std::vector<double> ticks(int most) const;
};

/// A plot with both axes, laid out so that every label has room.
class PictureAxes {
public:
    PictureAxis x, y;

    void arrange(const QRectF& area, const QFont& font);
    const QRectF& plot() const { return m_plot; }
    QPointF at(double xValue, double yValue) const;
    void draw(QPainter& painter, const QPalette& palette) const; ///< Grid, ticks and titles.

private:
    std::vector<double> fittingTicks() const;

    QRectF m_area, m_plot;
    QFont m_font;
    std::vector<double> m_xTicks, m_yTicks;
};

/// A number of a weight or an error with few digits: "0.0125", "1.2e-05", "40,000".
QString shortNumber(double value);
/// The font of labels in pictures: a little smaller than around them.
QFont labelFont(const QFont& font);

} // namespace aq
