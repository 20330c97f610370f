#pragma once
#include "core/plan/findings.h"
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
    /// What stands in the way of the plan last set: how many of which severity, on a button.
    void setFindings(std::span<const Finding> findings);
    /// Why nothing can be run although there is a plan, such as a file that is missing; empty: it
    /// can.
    void setObstacle(const QString& why);
    void setBusy(bool busy);

Q_SIGNALS:
    void measureRequested();
    void quantizeRequested();
    void findingsRequested(); ///< The person wants to see them.

private:
    void updateMessage();
    void updateButtons();

    QLabel *m_size, *m_counts, *m_message;
    QPushButton *m_findings, *m_measure, *m_quantize;
    QStringList m_problems, m_notes;
    QString m_obstacle, m_blocked; ///< Empty: nothing.
    const Target* m_target = nullptr;
    bool m_hasPlan = false, m_isBusy = false;
};

} // namespace aq
