#pragma once
#include "ui/models/fit_view.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace aq {

class ChartFrame;
class FitChanges;
class FitChart;
class FitControls;
class FitRefine;
class TrialTable;

/// "Fit to a size": measures what every type costs every tensor, then shows the best error for
/// every size and takes the person's wish. Shows a value and reports wishes.
class FitPanel final : public QWidget {
    Q_OBJECT
public:
    explicit FitPanel(QWidget* parent = nullptr);
    void setView(std::shared_ptr<const FitView> view); ///< Never null.
    void focusStart(); ///< To what is done first: measure, or the size.

Q_SIGNALS:
    void measureWished(bool all); ///< `all`: not only a sample of large tensors.
    void cancelWished();          ///< Of the measurement.
    void bytesWished(qint64 bytes);
    void errorWished(double error); ///< Relative RMSE.
    void settled();                 ///< The next wish is another undo step.
    void stopWished();              ///< The plan forgets what was fitted.
    void weightWished(aq::ErrorWeight weight);
    void baselineWished(aq::FitBaseline baseline);
    void refineWished(const aq::FitObjective& objective, quint64 seed);
    void refineCancelled();
    void tensorWished(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeMeasure();
    QWidget* makeFit();
    QWidget* makeNumbers();
    QWidget* makeChart();
    void connectParts();
    void showMeasure();
    void showChart();
    void showSuggestions();
    void showNumbers();

    std::shared_ptr<const FitView> m_view;
    QStackedWidget* m_pages;
    QWidget *m_measurePage, *m_suggestions;
    QScrollArea* m_fitPage;
    QLabel *m_about, *m_state, *m_sampled, *m_locked;
    QPushButton *m_measure, *m_cancel, *m_measureAll, *m_stop, *m_worst;
    QProgressBar* m_progress;
    FitControls* m_controls;
    ChartFrame* m_chartFrame;
    FitChart* m_chart;
    TrialTable* m_chartTable;
    QComboBox* m_weight;
    QLabel *m_size, *m_bits, *m_error, *m_missed, *m_measured;
    FitChanges* m_changes;
    FitRefine* m_refine;
    QList<QPushButton*> m_suggested;
};

} // namespace aq
