#pragma once
#include "core/jobs/job.h"
#include "ui/widgets/rate_meter.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace aq {

class ChartPanel;

/// What the running job is doing: progress, live charts, cancel. Values go in; the wish to cancel
/// or to see the report comes out.
class RunPage final : public QWidget {
    Q_OBJECT
public:
    explicit RunPage(QWidget* parent = nullptr);

    void start(const QString& title, qsizetype tensors); ///< A job has begun.
    void setProgress(const Progress& progress);
    void addTensor(const TensorDone& done);
    void setCancelling();
    void finish(const JobEnd& end); ///< Shows the last values, then enables the buttons.

Q_SIGNALS:
    void cancelRequested();
    void reportRequested();
    void planRequested();

private:
    QWidget* makeFigures();
    QWidget* makeCharts();
    void showFigures(const Progress& progress);
    void flush();

    QLabel* m_title;
    QLabel* m_state;
    QProgressBar* m_progress;
    QLabel *m_tensor, *m_bytesCaption, *m_bytes, *m_rate, *m_left, *m_elapsed, *m_ratio,
        *m_failures;
    QPushButton *m_cancel, *m_report, *m_plan;
    ChartPanel *m_throughput, *m_error, *m_compression;

    QString m_job; ///< "Quantizing taef2_decoder.pth"
    QElapsedTimer m_clock;
    RateMeter m_meter;
    Progress m_last;
    qsizetype m_tensors = 0, m_done = 0, m_failed = 0;
    std::int64_t m_bytesBefore = 0, m_bytesAfter = 0; ///< Of the finished tensors.
};

} // namespace aq
