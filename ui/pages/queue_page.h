#pragma once
#include "core/base/error.h"
#include "ui/models/queue_row.h"
#include "ui/widgets/job_live_view.h"

#include <QWidget>
#include <vector>

class QLabel;
class QProgressBar;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace aq {

class JobActions;
class JobErrorList;
class JobLogView;
class JobTable;
class QueueModel;

/// How the queue as a whole is doing.
struct QueueTotals {
    int ended = 0, running = 0, waiting = 0, paused = 0;
    double fraction = 0;
    double bytesPerSecond = 0; ///< Of all running jobs; 0: unknown.
    bool held = false;
};

/// The jobs above, the selected one below: its figures and charts, its log, its errors. Values go
/// in; wishes come out. Whoever owns the jobs answers currentJobChanged() with showJob().
class QueuePage final : public QWidget {
    Q_OBJECT
public:
    explicit QueuePage(QWidget* parent = nullptr);

    void setRows(std::vector<QueueRow> rows);
    void setRow(const QueueRow& row); ///< Of a job that is there.
    void setTotals(const QueueTotals& totals);
    void select(int id);
    int currentJob() const { return m_current; } ///< 0: none, or several are selected.
    QList<int> selectedJobs() const;

    /// The details of the current job, with its whole past.
    void showJob(
        const JobFigures& job, std::span<const TensorDone> done, std::span<const ChartPoint> rates);
    void setLog(const QStringList& lines);
    void setErrors(const std::vector<Error>& errors, std::span<const TensorDone> done);
    JobLiveView& live() { return *m_live; }
    JobActions& actions() { return *m_actions; }
    void showLog();
    void setCanAdd(bool variants, const QString& why); ///< Variants need an open model.

Q_SIGNALS:
    void verbRequested(aq::JobVerb verb, const QList<int>& ids);
    void moveRequested(const QList<int>& ids, int before);
    void currentJobChanged(int id); ///< 0: none.
    void addVariantsRequested();
    void addModelsRequested();
    void openRequested();
    void holdRequested(bool held);
    void pauseAllRequested();
    void resumeAllRequested();
    void clearEndedRequested();
    void saveLogRequested(const QString& text);
    void tensorActivated(const QString& name);

private:
    QWidget* makeBar();
    QWidget* makeTable();
    QWidget* makeEmpty();
    QWidget* makeDetails();
    QWidget* makeTotals();
    void noteSelection();
    void selectAgain(const QList<int>& ids, int row);
    void showMenu(const QPoint& where);
    void togglePause();

    QueueModel* m_model;
    JobTable* m_table;
    JobActions* m_actions;
    QStackedWidget* m_pages;
    QSplitter* m_splitter;
    QTabWidget* m_tabs;
    JobLiveView* m_live;
    JobLogView* m_log;
    JobErrorList* m_errors;
    QLabel* m_totals;
    QProgressBar* m_overall;
    QToolButton *m_hold, *m_pauseAll, *m_clear;
    std::vector<QWidget*> m_variantButtons;
    int m_current = 0;
    bool m_changing = false;
};

} // namespace aq
