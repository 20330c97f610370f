#pragma once
#include "core/plan/quant_plan.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace aq {

/// What a plan comes to, and the two things that can be done with it.
class EstimateStrip final : public QFrame {
    Q_OBJECT

public:
    explicit EstimateStrip(QWidget* parent = nullptr);

    void setPlan(const QuantPlan* plan);           ///< Null: none yet.
    void setProblems(const QStringList& problems); ///< Why there is no plan; empty: none.
    void setNotes(const QStringList& notes);       ///< Shown, and forbid nothing.
    void setBusy(bool busy);

Q_SIGNALS:
    void measureRequested();
    void quantizeRequested();

private:
    void updateMessage();
    void updateButtons();

    QLabel *m_size, *m_counts, *m_message;
    QPushButton *m_measure, *m_quantize;
    QStringList m_problems, m_notes;
    bool m_hasPlan = false, m_isBusy = false;
};

} // namespace aq
