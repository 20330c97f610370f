#pragma once
#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/stepped_chart.h"
#include "ui/models/fit_view.h"

#include <QFont>

namespace aq {

/// The best error for every size of the file: size to the right, error up by its logarithm. Along
/// the curve there are marks for what is suggested, for types and profiles of the same everywhere,
/// and one for the plan as it is. A click, or Return, wishes for the size that is pointed at.
class FitChart final : public SteppedChart {
    Q_OBJECT
public:
    using SteppedChart::SteppedChart;
    void setView(std::shared_ptr<const FitView> view);

    std::vector<LegendEntry> legend() const;
    void draw(QPainter& painter, const QRectF& area) const override;
    int count() const override;
    QString readingOf(int index) const override;
    QString summary() const override;
    QPointF positionOf(int spot) const; ///< In the widget.

    QSize sizeHint() const override { return {380, 260}; }

Q_SIGNALS:
    void sizeWished(qint64 bytes);

protected:
    int indexAt(QPointF position) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Layout;
    Layout layoutIn(const QRectF& area) const;
    void drawAxes(QPainter& painter, const Layout& layout) const;
    void drawCurve(QPainter& painter, const Layout& layout) const;
    void drawMarks(QPainter& painter, const Layout& layout) const;
    void drawNow(QPainter& painter, const Layout& layout) const;
    void drawLabels(QPainter& painter, const Layout& layout) const;
    const std::vector<FitSpot>& spots() const;

    std::shared_ptr<const FitView> m_view;
};

} // namespace aq
