#pragma once
#include "app/desktop_notifier.h"
#include "app/shell.h"
#include "core/jobs/job.h"

#include <QObject>

namespace aq {

class JobQueue;
struct QueuedJob;

/// Tells the desktop when jobs end while one looks elsewhere, as often as the settings say.
class NotificationPart final : public QObject {
    Q_OBJECT
public:
    NotificationPart(Shell& shell, QObject* parent);

private:
    void takeEnd(int id, const JobEnd& end);
    void takeAllEnded(int finished, int failed);
    bool isWished(const char* when) const; ///< And nobody looks at the window.
    Notification about(const QueuedJob& job, const JobEnd& end);
    void addActions(Notification& notification, const QString& file, Page page);
    void show(Page page);
    void fallBack(const Notification& notification);

    Shell& m_shell;
    JobQueue& m_queue;
    DesktopNotifier* m_notifier;
    int m_lastEnded = 0; ///< Id of a job.
};

} // namespace aq
