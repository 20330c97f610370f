#include "app/notification_part.h"

#include "app/job_queue.h"
#include "app/session.h"
#include "app/window_front.h"
#include "ui/text/error_text.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QUrl>
#include <chrono>

namespace aq {
namespace {

constexpr std::chrono::seconds trayTime{20};

/// Where the person wanted the file; empty: it still waits in the program's own folder.
QString exportedFile(const QueuedJob& job) { return job.exported ? job.written : QString(); }

} // namespace

NotificationPart::NotificationPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
    , m_queue(shell.session().queue())
    , m_notifier(new DesktopNotifier(this))
{
    connect(&m_queue, &JobQueue::ended, this, &NotificationPart::takeEnd);
    connect(&m_queue, &JobQueue::allEnded, this, &NotificationPart::takeAllEnded);
    connect(m_notifier, &DesktopNotifier::unavailable, this, &NotificationPart::fallBack);
}

bool NotificationPart::isWished(const char* when) const
{
    return m_shell.settings().notifications == QLatin1StringView(when)
        && !QApplication::activeWindow();
}

void NotificationPart::takeEnd(int id, const JobEnd& end)
{
    m_lastEnded = id;
    const QueuedJob* job = m_queue.find(id);
    if (job && !std::holds_alternative<Cancelled>(end) && isWished("each"))
        m_notifier->notify(about(*job, end));
}

Notification NotificationPart::about(const QueuedJob& job, const JobEnd& end)
{
    Notification notification;
    if (const auto* failed = std::get_if<Failed>(&end)) {
        notification.title = tr("%1 failed").arg(job.title);
        notification.text = errorHeadline(failed->error.code);
        notification.isUrgent = true;
        addActions(notification, {}, Page::Queue);
        return notification;
    }
    notification.title = tr("%1 is finished").arg(job.title);
    notification.text = job.item.outcome;
    addActions(notification, exportedFile(job), Page::Report);
    return notification;
}

void NotificationPart::takeAllEnded(int finished, int failed)
{
    if (finished + failed == 0 || !isWished("queue"))
        return;
    const QueuedJob* last = m_queue.find(m_lastEnded);
    Notification notification;
    notification.isUrgent = failed > 0;
    if (finished + failed == 1 && last)
        notification.title
            = failed > 0 ? tr("%1 failed").arg(last->title) : tr("%1 is finished").arg(last->title);
    else if (failed == 0)
        notification.title = tr("%n job(s) finished", nullptr, finished);
    else
        notification.title = tr("%n job(s) failed", nullptr, failed);
    if (finished > 0 && failed > 0)
        notification.text = tr("%n job(s) finished.", nullptr, finished);
    else if (last && finished + failed == 1)
        notification.text = last->item.outcome;
    addActions(notification, last ? exportedFile(*last) : QString(),
        finished == 1 && failed == 0 ? Page::Report : Page::Queue);
    m_notifier->notify(notification);
}

void NotificationPart::addActions(Notification& notification, const QString& file, Page page)
{
    notification.open = [this, page] { show(page); };
    if (!file.isEmpty())
        notification.actions.push_back(
            {tr("Open folder"), [file] {
                 QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
             }});
    notification.actions.push_back({page == Page::Report ? tr("Show report") : tr("Show queue"),
        [this, page] { show(page); }});
}

void NotificationPart::show(Page page)
{
    bringToFront(m_shell.window());
    m_shell.showPage(page);
}

/// Without the desktop's own notifications: the tray where there is one, and a window that asks
/// for attention in any case.
void NotificationPart::fallBack(const Notification& notification)
{
    QApplication::alert(&m_shell.window());
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    auto* tray = new QSystemTrayIcon(m_shell.window().windowIcon(), this);
    connect(tray, &QSystemTrayIcon::messageClicked, this, notification.open);
    tray->show();
    tray->showMessage(notification.title, notification.text);
    QTimer::singleShot(trayTime, tray, &QObject::deleteLater);
}

} // namespace aq
