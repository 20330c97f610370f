#pragma once
#include <QWidget>
#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace aq {

/// Progress of the running jobs and a Cancel button, small enough for the status bar, so that it is
/// in sight on every page.
class JobBar final : public QWidget {
    Q_OBJECT
public:
    explicit JobBar(QWidget* parent = nullptr);

    /// `fraction`: 0 to 1, of all jobs of the round; a rate of 0 is unknown.
    void showJobs(const QString& title, double fraction, double bytesPerSecond,
        std::optional<double> secondsLeft);
    void finish();

    int percent() const; ///< 0 to 100.

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel* m_title;
    QProgressBar* m_progress;
    QLabel* m_rate;
    QToolButton* m_cancel;
};

} // namespace aq
