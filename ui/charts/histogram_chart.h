#pragma once
#include "core/analysis/tensor_picture.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/picture_axes.h"
#include "ui/charts/stepped_chart.h"

#include <memory>

namespace aq {

using TensorPicturePtr = std::shared_ptr<const TensorPicture>; ///< Null: none yet.

/// How often which values come: of the original a filled area, of what comes back from quantization
/// a line over it; or of the errors between them.
class HistogramChart final : public SteppedChart {
    Q_OBJECT
public:
    enum class Show { Values, Errors };

    using SteppedChart::SteppedChart;
    void setPicture(TensorPicturePtr picture);
    void setShown(Show show);
    void setLogarithmic(bool logarithmic); ///< Counts: also a single outlier is seen.

    std::vector<LegendEntry> legend() const;
    void draw(QPainter& painter, const QRectF& area) const override;
    int count() const override;
    QString readingOf(int bin) const override;
    QString summary() const override;

protected:
    int indexAt(QPointF position) const override;

private:
    const Histogram& first() const;  ///< The one that is filled.
    const Histogram* second() const; ///< The line; null: none.
    PictureAxes axesIn(const QRectF& area) const;
    void drawBins(QPainter& painter, const PictureAxes& axes, const Histogram& bins,
        const QColor& colour, bool isFilled) const;
    void drawOutlierLimits(QPainter& painter, const PictureAxes& axes) const;

    TensorPicturePtr m_picture;
    Show m_show = Show::Values;
    bool m_isLog = false;
};

} // namespace aq
