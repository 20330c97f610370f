#pragma once
#include "ui/charts/histogram_chart.h"

namespace aq {

/// The range of every output channel as a band, those with outliers marked, and below it the error
/// of each.
class RangeChart final : public SteppedChart {
    Q_OBJECT
public:
    using SteppedChart::SteppedChart;
    void setPicture(TensorPicturePtr picture);

    std::vector<LegendEntry> legend() const;
    void draw(QPainter& painter, const QRectF& area) const override;
    int count() const override;
    QString readingOf(int channel) const override;
    QString summary() const override;

    QSize sizeHint() const override { return {360, 240}; }

protected:
    int indexAt(QPointF position) const override;

private:
    struct Layout {
        PictureAxes ranges, errors;
    };
    Layout layoutIn(const QRectF& area) const;
    const std::vector<ChannelRange>& channels() const;
    bool hasErrors() const;
    bool hasOutliers() const;
    void drawBand(QPainter& painter, const PictureAxes& axes) const;
    void drawErrors(QPainter& painter, const PictureAxes& axes) const;
    void drawOutliers(QPainter& painter, const PictureAxes& axes) const;

    TensorPicturePtr m_picture;
};

/// "Channel 12", or "Channels 12 to 15".
QString channelText(const ChannelRange& channel);

} // namespace aq
