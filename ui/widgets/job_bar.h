#pragma once
#include "core/base/job_control.h"
#include "ui/widgets/rate_meter.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace aq {

/// Progress of the running job and its Cancel button, small enough for the status bar, so that it
/// is in sight on every page.
class JobBar final : public QWidget {
    Q_OBJECT
public:
    explicit JobBar(QWidget* parent = nullptr);

    void start(const QString& title); ///< "Quantizing taef2_decoder.pth"
    void setProgress(const Progress& progress);
    void setCancelling(); ///< The wish is on its way.
    void finish();

    int percent() const; ///< 0 to 100.

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel* m_title;
    QProgressBar* m_progress;
    QLabel* m_rate;
    QToolButton* m_cancel;
    QElapsedTimer m_clock;
    RateMeter m_meter;
};

} // namespace aq
