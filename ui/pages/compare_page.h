#pragma once
#include "ui/pages/compare_trials_panel.h"

class QComboBox;
class QDoubleSpinBox;
class QStackedWidget;

namespace aq {

class ChartFrame;
class CompareDetails;
class DivergingBars;
class SizeErrorChart;
class TrialTable;

/// Which setting to take? Trials of the open model side by side: size against error, block by block
/// against a baseline, tensor by tensor, value by value; and in words what it comes to.
class ComparePage final : public QWidget {
    Q_OBJECT
public:
    explicit ComparePage(QWidget* parent = nullptr);

    void setView(std::shared_ptr<const TrialsView> view);
    void setChoices(const std::vector<TrialChoice>& choices);
    CompareTrialsPanel& panel() { return *m_panel; }
    CompareDetails& details() { return *m_details; }
    QStringList verdictText() const;

Q_SIGNALS:
    void measureChosen(aq::ErrorMeasure measure);
    void fitChosen(qint64 bytes); ///< 0: none.
    void saveWished();
    void openWished();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeEmpty();
    QWidget* makeContent();
    QWidget* makeTools();
    void showVerdict();
    void showPictures();
    void showTools();

    std::shared_ptr<const TrialsView> m_view;
    QStackedWidget* m_stack;
    CompareTrialsPanel* m_panel;
    CompareDetails* m_details;
    QLabel *m_verdict, *m_note, *m_emptyTitle, *m_emptyText;
    QPushButton *m_usual, *m_current, *m_file, *m_open, *m_save;
    QComboBox *m_measure, *m_order;
    QDoubleSpinBox* m_fit;
    SizeErrorChart* m_chart;
    DivergingBars* m_bars;
    ChartFrame *m_chartFrame, *m_barsFrame;
    TrialTable *m_trialTable, *m_blockTable;
    QStringList m_usualWords;
    double m_fitUnit = 1; ///< Bytes that one step of the spin box stands for.
};

} // namespace aq
