#pragma once
#include "core/validate/validation_report.h"

#include <QWidget>
#include <optional>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTableView;

namespace aq {

class ChartPanel;
class ReportTableModel;
class VerdictBanner;

/// Is it good enough? The verdict, the limits it was judged by, the totals, and every tensor with
/// the worst first. Changing a limit judges again at once; nothing is measured anew.
class ReportPage final : public QWidget {
    Q_OBJECT
public:
    explicit ReportPage(QWidget* parent = nullptr);

    void setReport(const ValidationReport& report);
    void clear();
    const std::optional<ValidationReport>& report() const { return m_report; } ///< As judged now.
    /// `why` says why not, as a tool tip.
    void setExportable(bool exportable, const QString& why = {});

Q_SIGNALS:
    void thresholdsChanged(const aq::Thresholds& thresholds);
    void exportRequested();
    void saveReportRequested();
    void copyCommandRequested();

private:
    QWidget* makeLimits();
    QWidget* makeTotals();
    QWidget* makeButtons();
    QWidget* makeDetails();
    void judgeAgain();
    void showReport(const ValidationReport& report);
    void showTotals(const ReportSummary& summary);

    std::optional<ValidationReport> m_report;
    VerdictBanner* m_verdict;
    QDoubleSpinBox* m_minCosine;
    QCheckBox* m_floors;
    QLabel *m_before, *m_after, *m_ratio, *m_bits, *m_cosine, *m_rmse, *m_sqnr, *m_seconds;
    QLabel* m_output;
    ReportTableModel* m_model;
    QTableView* m_table;
    ChartPanel* m_chart;
    QPushButton *m_export, *m_save, *m_copy;
};

} // namespace aq
