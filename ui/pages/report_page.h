#pragma once
#include "core/validate/validation_report.h"

#include <QWidget>
#include <optional>

class QPushButton;
class QStackedWidget;

namespace aq {

class ChartPanel;
class ReportFilterBar;
class ReportLimits;
class ReportTableModel;
class ReportTableView;
class ReportTotals;
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
    /// The file can be written again with more bits for so many tensors; 0: it cannot.
    void setRepairable(int tensors);
    /// The command line that did this can be told; `why` says why not.
    void setCommandKnown(bool known, const QString& why = {});

    QByteArray saveViewState() const; ///< Columns and their order.
    void restoreViewState(const QByteArray& state);

Q_SIGNALS:
    void thresholdsChanged(const aq::Thresholds& thresholds);
    void reportChanged(); ///< Another one, judged anew, or none.
    void exportRequested();
    void repairRequested();
    void saveReportRequested();
    void printRequested();
    void copyCommandRequested();
    void showTensorRequested(const QString& name);
    void inspectRequested(const QString& name);
    void validateRequested(); ///< Two files, from the page that has no report yet.
    void viewStateChanged();

private:
    QWidget* makeReport();
    QWidget* makeEmpty();
    QWidget* makeButtons();
    QWidget* makeDetails();
    QWidget* makeCharts();
    void connectDetails();
    void judgeAgain(const Thresholds& limits);
    void showReport(const ValidationReport& report);
    void showCharts(const ValidationReport& report);
    void updateListed();

    std::optional<ValidationReport> m_report;
    VerdictBanner* m_verdict;
    QStackedWidget* m_body;
    ReportLimits* m_limits;
    ReportTotals* m_totals;
    ReportFilterBar* m_filter;
    ReportTableModel* m_model;
    ReportTableView* m_table;
    ChartPanel *m_tensors, *m_blocks;
    QPushButton *m_export, *m_save, *m_print, *m_copy;
};

} // namespace aq
