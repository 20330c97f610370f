#pragma once
#include "ui/charts/chart_axis.h"
#include "ui/models/trial.h"

#include <QFont>
#include <QRectF>

namespace aq {

/// Where everything of a SizeErrorChart goes in a rectangle.
struct SizeErrorLayout {
    struct Tick {
        double value;
        QString text, more; ///< `more`: of sizes, their share of the source.
    };
    struct Label {
        int trial;
        QRectF box;
        QString text;
    };
    QRectF plot;
    ChartAxis x, y;
    std::vector<Tick> sizes, errors;
    double line = 0;      ///< Height of a line of text.
    double tickWidth = 0; ///< Of the widest text beside the plot.
    QFont font, bold;
    std::vector<QPointF> marks; ///< By trial.
    std::vector<Label> labels;  ///< Where there is room for one.

    QPointF at(double size, double error) const
    {
        return {plot.left() + x.share(size) * plot.width(),
            plot.bottom() - y.share(error) * plot.height()};
    }
};
constexpr double comparedMark = 23, otherMark = 16; ///< Extents of marks, in pixels.

QString sizeTick(double bytes, double unit);               ///< "4.5 GiB"; `unit`: byteUnit().
QString shareTick(double bytes, std::int64_t sourceBytes); ///< "28 %"; empty without a source.

SizeErrorLayout sizeErrorLayout(const TrialsView& view, const QRectF& area, const QFont& font);

} // namespace aq
