#pragma once
#include "core/validate/validation_report.h"

#include <QWidget>
#include <array>

class QLabel;

namespace aq {

/// One number of a report's totals, for the page, the print and the tests.
struct ReportFact {
    const char* id; ///< "weighted cosine": stable, what tests look for.
    QString title;  ///< "Cosine, weighted"
    QString value;  ///< "0.99731"
};

/// The totals of a report in words, in the person's locale; one table for all who show them.
std::vector<ReportFact> reportFacts(const ValidationReport& report);

/// The totals as a grid of captions and values.
class ReportTotals final : public QWidget {
    Q_OBJECT
public:
    explicit ReportTotals(QWidget* parent = nullptr);
    void setReport(const ValidationReport* report); ///< Null: none.

private:
    std::vector<QLabel*> m_values; ///< As reportFacts().
};

} // namespace aq
