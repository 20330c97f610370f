#pragma once
#include "core/validate/validation_report.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace aq {

/// Passed or not, in words, with a mark of its own shape, and only then in colour.
class VerdictBanner final : public QFrame {
    Q_OBJECT
public:
    explicit VerdictBanner(QWidget* parent = nullptr);
    void setReport(const ValidationReport* report); ///< Null: there is none yet.
    /// Offers to raise so many tensors and to write the file again; 0: not.
    void setRepairable(int tensors);

Q_SIGNALS:
    void repairWished();

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeColours();

    enum class Verdict { None, Passed, Missed } m_verdict = Verdict::None;
    QLabel *m_mark, *m_headline, *m_reason, *m_forced;
    QPushButton* m_repair;
};

} // namespace aq
