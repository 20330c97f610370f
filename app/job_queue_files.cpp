#include "app/disk_guard.h"
#include "app/job_hands.h"
#include "app/job_queue.h"
#include "app/latest.h"
#include "core/io/output_file.h"

#include <QDir>
#include <QFileInfo>

namespace aq {
namespace {

/// Nothing that is written may replace what a job reads, or what is open.
Result<void> checkExport(
    const JobSpec& spec, const ModelSource& known, const QStringList& taken, const QString& path)
{
    const auto refuse = [&](const QString& why) {
        return Error{ErrorCode::WriteFailed, why, path};
    };
    const QString ofModel = QStringLiteral("this is a file of the opened model");
    if (known && belongsTo(known, path))
        return refuse(ofModel);
    if (const auto model = openModel(spec.model, {spec.components});
        model && belongsTo(*model, path))
        return refuse(ofModel);
    if (!spec.recipe.importance.isEmpty() && sameFile(spec.recipe.importance, path))
        return refuse(QStringLiteral("this is the plan's importance file"));
    for (const QString& other : taken)
        if (sameFile(other, path))
            return refuse(QStringLiteral("another job of the queue reads or writes this file"));
    return {};
}

bool isIn(const QString& path, const QString& folder)
{
    return !folder.isEmpty() && QFileInfo(path).absolutePath() == QDir(folder).absolutePath();
}

} // namespace

bool JobQueue::isSaved() const { return m_hands->store.isSaved(); }

void JobQueue::saveSoon()
{
    if (!m_closing && isSaved() && !m_hands->saveTimer.isActive()) // Now and then, come what may.
        m_hands->saveTimer.start();
}

void JobQueue::saveNow()
{
    std::vector<QueueItem> items;
    for (const auto& job : m_jobs)
        items.push_back(job->item);
    inBackground(
        m_hands->files, this,
        [&store = m_hands->store, items = std::move(items)] { return store.save(items); },
        [this](const Result<void>& saved) {
            if (!saved && !std::exchange(m_hands->saveFailed, true))
                Q_EMIT saveFailed(saved.error());
            else if (saved)
                m_hands->saveFailed = false;
        });
}

/// The folder of a job, with its journal and a file that was not exported. A new run gets a new
/// one: this one may still be on its way out.
void JobQueue::removeFiles(QueuedJob& job)
{
    if (job.hasUnexported() || isIn(job.written, job.item.folder)) {
        job.item.written = job.written = QString();
        job.item.exported = job.exported = job.missing = false;
    }
    if (const QString folder = std::exchange(job.item.folder, {}); !folder.isEmpty())
        m_hands->files.start([folder] { removeJobFolder(folder); });
}

void JobQueue::discardUnexported()
{
    for (const auto& job : m_jobs) {
        if (!job->hasUnexported() || job->isFileBusy() || job->missing)
            continue;
        removeFiles(*job);
        note(*job, tr("The file was discarded"));
        Q_EMIT changed(job->id());
    }
    saveSoon();
}

void JobQueue::exportTo(int id, const QString& path, bool overwrite)
{
    QueuedJob* job = this->job(id);
    if (!job || !job->canExport())
        return;
    job->exporting = true;
    ++m_exports;
    Q_EMIT exportStarted(id, path);
    Q_EMIT changed(id);
    inBackground(
        m_hands->pool, this,
        [from = job->written, path, overwrite, spec = job->item.spec, known = m_hands->known,
            taken = takenPaths(id), closing = m_hands->closing]() -> Result<void> {
            if (const auto free = checkExport(spec, known, taken, path); !free)
                return free;
            JobControl control;
            control.cancelled = [closing] { return closing->load(); };
            return exportFile(from, path, overwrite, control);
        },
        [this, id, from = job->written, path](
            const Result<void>& result) { takeExport(id, from, path, result); });
}

/// The file in the workspace has done its duty: what was exported takes its place.
void JobQueue::takeExport(
    int id, const QString& from, const QString& path, const Result<void>& result)
{
    QueuedJob* job = this->job(id);
    job->exporting = false;
    --m_exports;
    if (!result) {
        note(*job, tr("The export failed: %1").arg(result.error().detail));
        Q_EMIT changed(id);
        return Q_EMIT exportFailed(id, result.error());
    }
    note(*job, tr("Exported to %1").arg(path));
    if (job->written == from) { // Still what it made last.
        if (isIn(from, job->item.folder))
            removeFiles(*job);
        job->item.written = job->written = path;
        job->item.exported = job->exported = true;
    }
    Q_EMIT changed(id);
    Q_EMIT exported(id, path);
    saveSoon();
}

/// A job writes its file while it quantizes, which is the first half of its bytes.
void JobQueue::checkDisks()
{
    if (m_hands->askingDisks || m_closing)
        return;
    std::vector<DiskNeed> needs;
    for (const auto& job : m_jobs) {
        if (job->state() != JobState::Running || !job->plan
            || job->item.spec.kind != JobKind::Quantize)
            continue;
        const Progress& p = job->progress;
        const double written
            = p.bytesTotal > 0 ? std::min(1.0, 2 * double(p.bytesDone) / double(p.bytesTotal)) : 0;
        const QString& output = job->item.spec.output;
        needs.push_back(
            {job->id(), output.isEmpty() ? job->item.folder : QFileInfo(output).absolutePath(),
                qint64((1 - written) * double(job->plan->bytesAfter))});
    }
    if (needs.empty())
        return;
    m_hands->askingDisks = true;
    inBackground(
        m_hands->pool, this, [needs, ask = freeBytes] { return fullDisks(needs, ask); },
        [this](const std::vector<DiskState>& full) { takeDisks(full); });
}

void JobQueue::takeDisks(const std::vector<DiskState>& disks)
{
    m_hands->askingDisks = false;
    for (const DiskState& disk : disks) {
        setHeld(true);
        for (const int id : disk.jobs) {
            if (QueuedJob* job = this->job(id))
                note(*job, tr("The disk is nearly full"));
            pause(id);
        }
        Q_EMIT diskLow(disk.folder, disk.needed, disk.free);
    }
}

} // namespace aq
