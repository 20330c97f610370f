#pragma once
#include "core/base/job_control.h"
#include "ui/charts/chart_data.h"

#include <QWidget>
#include <optional>
#include <span>

class QLabel;
class QProgressBar;
class QSplitter;

namespace aq {

class ChartPanel;

/// A job in figures, as it stands now.
struct JobFigures {
    QString title; ///< "flux1-dev.safetensors · Q4_K_M"
    QString state; ///< "Running", "Finished: all tensors passed"
    bool isTrial = false;
    bool hasEnded = false;
    bool hasFinished = false; ///< All of it was done, also where no progress is known any more.
    Progress progress = {};
    double seconds = 0;                     ///< Running, so far.
    double bytesPerSecond = 0;              ///< Now; 0: unknown.
    std::optional<double> secondsLeft = {}; ///< Nothing: unknown.
    qsizetype tensors = 0;                  ///< Of the model; 0 until it is known.
    qsizetype failures = 0;                 ///< Tensors that made the job fail.
};

/// What a job is doing, or did: figures and charts, live. Knows one job at a time; another one is
/// shown with its whole past.
class JobLiveView final : public QWidget {
    Q_OBJECT
public:
    explicit JobLiveView(QWidget* parent = nullptr);

    /// `rates`: x seconds, y bytes per second.
    void setJob(
        const JobFigures& job, std::span<const TensorDone> done, std::span<const ChartPoint> rates);
    void setFigures(const JobFigures& job);
    void addTensor(const TensorDone& done);
    void addRate(double seconds, double bytesPerSecond);
    void clear();
    void flush(); ///< Shows at once what charts hold back.

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeFigures();
    QWidget* makeCharts();
    ChartPoint count(const TensorDone& done);
    std::optional<ChartPoint> compressionPoint(const TensorDone& done) const;

    QLabel* m_title;
    QLabel* m_state;
    QProgressBar* m_progress;
    QLabel *m_tensor, *m_bytesCaption, *m_bytes, *m_rate, *m_left, *m_elapsed, *m_ratio,
        *m_failures;
    ChartPanel *m_throughput, *m_error, *m_compression;
    QSplitter* m_charts;

    qsizetype m_tensors = 0, m_done = 0, m_failed = 0;
    std::int64_t m_bytesBefore = 0, m_bytesAfter = 0; ///< Of the finished tensors.
};

} // namespace aq
