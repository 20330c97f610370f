#include "app/queue_store.h"

#include "app/job_run.h"
#include "core/io/output_file.h"
#include "core/jobs/journal.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QUuid>

namespace aq {
namespace {

constexpr qint64 mostBytes = 256 << 20;

QString dataFile(const char* name)
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QLatin1StringView(name));
}

/// A folder that a person chose may hold other things: ours has a name of its own there.
QString rootFor(const QString& chosen)
{
    const QString parent = chosen.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::CacheLocation)
        : chosen;
    return QDir(parent).filePath(QStringLiteral("arrowquant-queue"));
}

} // namespace

QueueStore::QueueStore(const QString& jobsRoot)
    : m_file(dataFile("queue.json"))
    , m_root(rootFor(jobsRoot))
{
    QDir().mkpath(QFileInfo(m_file).path());
    auto lock = std::make_unique<QLockFile>(dataFile("queue.lock"));
    lock->setStaleLockTime(0); // Stale only when its process is gone.
    if (lock->tryLock())
        m_lock = std::move(lock);
}

Result<std::vector<QueueItem>> QueueStore::load() const
{
    QFile file(m_file);
    if (!isSaved() || !file.exists())
        return std::vector<QueueItem>();
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
        return Error{ErrorCode::NotReadable, QStringLiteral("the queue cannot be read"), m_file};
    auto items = queueFromJson(file.readAll());
    if (items)
        return items;
    file.close();
    const QString aside = m_file + QStringLiteral(".damaged");
    QFile::remove(aside);
    QFile::rename(m_file, aside);
    return items.error().in(aside);
}

Result<void> QueueStore::save(const std::vector<QueueItem>& items) const
{
    if (!isSaved())
        return {};
    const QByteArray json = queueToJson(items);
    return writeFile(m_file, std::as_bytes(std::span(json.data(), std::size_t(json.size()))), true);
}

Result<QString> QueueStore::folderFor(int id)
{
    const QString name = QStringLiteral("job-%1-%2")
                             .arg(id)
                             .arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
    if (isSaved())
        return QDir(m_root).filePath(name);
    if (!m_workspace) {
        auto workspace = Workspace::create(defaultWorkspaceRoot());
        if (!workspace)
            return workspace.error();
        m_workspace = *std::move(workspace);
    }
    return QDir(m_workspace->path()).filePath(name);
}

QStringList QueueStore::strays(const std::vector<QueueItem>& items) const
{
    QStringList strays;
    if (!isSaved())
        return strays;
    QSet<QString> kept;
    for (const QueueItem& item : items)
        kept.insert(QDir::cleanPath(item.folder));
    for (const QFileInfo& entry : QDir(m_root).entryInfoList(
             {QStringLiteral("job-*")}, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks))
        if (!kept.contains(entry.absoluteFilePath()))
            strays << entry.absoluteFilePath();
    return strays;
}

/// The path may come from a file: only what has a name of ours goes.
void removeJobFolder(const QString& folder)
{
    static const QRegularExpression ours(QStringLiteral("^job-\\d+-[0-9a-f]{8}$"));
    const QFileInfo info(folder);
    if (!ours.match(info.fileName()).hasMatch() || !info.isDir() || info.isSymLink())
        return;
    discardJournal(JobRun::journalIn(folder)); // With the unfinished file, wherever that lies.
    QDir(folder).removeRecursively();
}

} // namespace aq
