#pragma once
#include "ui/models/fit_view.h"

#include <QGroupBox>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace aq {

class ChartPanel;

/// The search beyond the solver's answer: what is to become small, its seed, and how it goes.
class FitRefine final : public QGroupBox {
    Q_OBJECT
public:
    explicit FitRefine(QWidget* parent = nullptr);
    void setView(const FitView& view);
    FitObjective objective() const;

Q_SIGNALS:
    void refineWished(const aq::FitObjective& objective, quint64 seed);
    void cancelWished();

private:
    void showHistory(const FitRefining& refining);

    QCheckBox *m_worst, *m_block, *m_missed;
    QSpinBox* m_seed;
    QPushButton *m_start, *m_cancel;
    QProgressBar* m_progress;
    QLabel* m_outcome;
    ChartPanel* m_history;
};

} // namespace aq
