#pragma once
#include "ui/charts/chart_frame.h"
#include "ui/charts/chart_table_model.h"
#include "ui/charts/plot_view.h"

#include <QTimer>

namespace aq {

/// A chart of values in order of x: line over time or needles per tensor, in a ChartFrame. New
/// points are shown at most ten times a second; flush() shows them at once.
class ChartPanel final : public ChartFrame {
    Q_OBJECT
public:
    ChartPanel(PlotStyle style, const ChartText& text, QWidget* parent = nullptr);

    void clear();                  ///< Points and zoom.
    void append(ChartPoint point); ///< In order of x.
    void setPoints(std::vector<ChartPoint> points);
    void setLargestX(double x);
    void setLimits(std::vector<PlotLimit> limits); ///< Lines that values should stay below.
    void selectLabel(const QString& label);        ///< Reads out the first point of that label.
    void flush();

    const std::vector<ChartPoint>& points() const { return m_model->points(); } ///< As shown.
    QString summary() const; ///< "200 points, last 0.17, largest 0.31 (blk.0.attn_q)".

Q_SIGNALS:
    void pointClicked(const aq::ChartPoint& point);
    void pointActivated(const aq::ChartPoint& point); ///< Enter or double click, in table too.

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectPlot();
    void redraw();
    void readOut(qsizetype point);
    void readLast();
    void addGroups(std::size_t first);
    void showLegend();

    ChartTableModel* m_model;
    PlotView* m_plot;
    std::vector<ChartPoint> m_waiting;
    std::vector<AxisGroup> m_groups; ///< Blocks of the labels, as far as they are known.
    std::vector<PlotLimit> m_limits;
    QTimer m_timer;
    qsizetype m_cursor = -1;  ///< The point that is read out; -1: the last.
    qsizetype m_largest = -1; ///< The largest finite point; -1: none.
    bool m_lowShown = true, m_highShown = true;
};

} // namespace aq
