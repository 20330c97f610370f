#include "app/disk_guard.h"
#include "app/job_hands.h"
#include "app/job_queue.h"
#include "app/latest.h"
#include "app/report_store.h"

#include <QCoreApplication>
#include <algorithm>

namespace aq {
namespace {

constexpr int retryMs = 1000; ///< The window before this one may only just be ending.

} // namespace

/// A window does not wait for a disk, and nothing begins before it is known what was left.
void JobQueue::restore(Restore how)
{
    freeBytes = freeBytesOf;
    m_hands->retryTimer.setInterval(retryMs);
    connect(&m_hands->retryTimer, &QTimer::timeout, this, [this] {
        if (m_jobs.empty()) // Else they belong to this window, and end with it.
            loadStored();
    });
    if (how == Restore::Now)
        takeStored(m_hands->store.load());
    else
        loadStored();
}

void JobQueue::loadStored()
{
    if (m_closing || std::exchange(m_hands->isLoading, true))
        return;
    inBackground(
        m_hands->files, this, [&store = m_hands->store] { return store.load(); },
        [this](const StoredQueue& stored) { takeStored(stored); });
}

void JobQueue::takeStored(const StoredQueue& stored)
{
    Hands& hands = *m_hands;
    hands.isLoading = false;
    const bool isFirst = !std::exchange(hands.isReady, true);
    m_storeError = stored.error;
    if (stored.isOurs && !isFirst && !m_jobs.empty()) { // Added while it was being read.
        hands.files.start([&store = hands.store] { store.giveBack(); });
        return;
    }
    if (stored.isOurs)
        adopt(stored);
    else if (!stored.error)
        hands.retryTimer.start();
    if (stored.isOurs || isFirst)
        Q_EMIT restored();
    takeNext();
}

/// Jobs of an earlier run wait for nobody: a person says whether they go on.
void JobQueue::adopt(const StoredQueue& stored)
{
    Hands& hands = *m_hands;
    hands.retryTimer.stop();
    hands.store.adopt();
    for (const QString& stray : stored.strays)
        hands.files.start([stray] { removeJobFolder(stray); });
    for (const QString& stray : stored.strayReports)
        hands.files.start([stray] { removeReport(stray); });
    for (const QueueItem& item : stored.items)
        m_lastId = std::max(m_lastId, item.id);
    const bool hadJobs = !m_jobs.empty();
    qsizetype row = 0;
    for (QueueItem item : stored.items) {
        const bool isMissing = stored.missing.contains(item.id);
        if (item.state == JobState::Waiting)
            item.state = JobState::Paused;
        if (!item.problem.isEmpty())
            item.outcome = tr("The recipe of the job cannot be read: %1").arg(item.problem);
        if (find(item.id)) // Of one that was added meanwhile.
            item.id = ++m_lastId;
        insert(std::move(item), row++).missing = isMissing;
    }
    if (hadJobs)
        saveSoon();
}

/// What was being read when the window closes is not lost: nothing is saved in its place.
void JobQueue::endLoading()
{
    m_hands->retryTimer.stop();
    if (!m_hands->isLoading)
        return;
    m_hands->files.waitForDone();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

} // namespace aq
