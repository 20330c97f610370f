#pragma once
#include "ui/charts/chart_table_model.h"
#include "ui/charts/plot_view.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace aq {

/// A chart with its title, a read-out of single values and a table with the same numbers. New
/// points are shown at most ten times a second; flush() shows them at once.
class ChartPanel final : public QWidget {
    Q_OBJECT
public:
    ChartPanel(PlotStyle style, const ChartText& text, QWidget* parent = nullptr);

    void clear();
    void append(ChartPoint point); ///< In order of x.
    void setPoints(std::vector<ChartPoint> points);
    void setLargestX(double x);
    void flush();

    const std::vector<ChartPoint>& points() const { return m_model->points(); } ///< As shown.
    QString summary() const; ///< "200 points, last 0.17, largest 0.31 (blk.0.attn_q)".
    void setTableShown(bool shown);

private:
    void readOut(qsizetype point);
    void readLast();

    ChartTableModel* m_model;
    PlotView* m_plot;
    QLabel* m_reading;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    QStackedWidget* m_stack;
    QToolButton* m_asTable;
    std::vector<ChartPoint> m_waiting;
    QTimer m_timer;
    qsizetype m_cursor = -1; ///< The point that is read out; -1: the last.
};

} // namespace aq
