#include "app/queue_store.h"

#include "app/job_run.h"
#include "app/report_store.h"
#include "app/set_aside.h"
#include "core/io/output_file.h"
#include "core/jobs/journal.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSysInfo>
#include <QUuid>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace aq {
namespace {

constexpr qint64 mostBytes = 256 << 20;
constexpr auto ownerName = "owner"; ///< Whose the folder is.
constexpr auto keepName = "keep";   ///< Its list was lost: the folder is never removed as a stray.

QString dataFile(const char* name)
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QLatin1StringView(name));
}

QString fileIn(const QString& folder, const char* name)
{
    return QDir(folder).filePath(QLatin1StringView(name));
}

/// This queue on this machine.
QByteArray ownerText()
{
    QByteArray machine = QSysInfo::machineUniqueId();
    if (machine.isEmpty())
        machine = QSysInfo::machineHostName().toUtf8();
    return dataFile("queue.json").toUtf8() + '\n' + machine + '\n';
}

/// Nothing: it has no note.
std::optional<QByteArray> ownerOf(const QString& folder)
{
    QFile file(fileIn(folder, ownerName));
    if (!file.open(QIODevice::ReadOnly))
        return file.exists() ? std::optional(QByteArray()) : std::nullopt;
    return file.read(1 << 16);
}

bool writeText(const QString& path, const QByteArray& text)
{
    return bool(
        writeFile(path, std::as_bytes(std::span(text.data(), std::size_t(text.size()))), true));
}

bool holdsWork(const QString& folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (files.fileName() != QLatin1StringView(ownerName))
            return true;
    }
    return false;
}

/// By a job that runs, of whatever program.
bool isLocked(const QString& journal)
{
    const int handle = ::open(QFile::encodeName(journal).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return false;
    const bool locked = ::flock(handle, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(handle);
    return locked;
}

Result<std::vector<QueueItem>> readItems(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotReadable, file.errorString(), path};
    if (file.size() > mostBytes)
        return Error{ErrorCode::NotReadable, QStringLiteral("too large for a queue"), path};
    const QByteArray json = file.readAll();
    if (file.error() != QFile::NoError)
        return Error{ErrorCode::NotReadable, file.errorString(), path};
    return queueFromJson(json);
}

} // namespace

/// A folder that a person chose may hold other things: ours has a name of its own there.
QString queueRoot(const QString& chosen)
{
    const QString parent = chosen.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        : chosen;
    return QDir(parent).absoluteFilePath(QStringLiteral("arrowquant-queue"));
}

QueueStore::QueueStore(const QString& jobsRoot)
    : m_file(dataFile("queue.json"))
    , m_firstRoot(queueRoot(jobsRoot))
    , m_root(m_firstRoot)
{
}

bool QueueStore::takeLock()
{
    QDir().mkpath(QFileInfo(m_file).path());
    auto lock = std::make_unique<QLockFile>(dataFile("queue.lock"));
    lock->setStaleLockTime(0); // Stale only when its process is gone.
    if (!lock->tryLock())
        return false;
    m_lock = std::move(lock);
    return true;
}

StoredQueue QueueStore::load()
{
    StoredQueue stored;
    if (takeLock())
        readList(stored);
    if (!stored.isOurs) {
        giveBack();
        if (!m_wasLoaded)
            if (auto workspace = Workspace::create(defaultWorkspaceRoot()))
                m_workspace = *std::move(workspace);
    }
    m_wasLoaded = true;
    return stored;
}

void QueueStore::giveBack() { m_lock.reset(); }

/// A list that was lost must not take the results with it.
void QueueStore::readList(StoredQueue& stored)
{
    const bool isThere = QFileInfo::exists(m_file) || QFileInfo(m_file).isSymLink();
    if (isThere) {
        auto items = readItems(m_file);
        if (items) {
            stored.items = *std::move(items);
        } else if (const auto aside = setAside(m_file)) {
            stored.error = items.error().in(*aside);
        } else {
            stored.error = items.error().in(m_file);
            return;
        }
    } else {
        for (const QString& folder : ownFolders())
            if (holdsWork(folder))
                writeText(fileIn(folder, keepName), {});
    }
    stored.isOurs = true;
    for (const QueueItem& item : stored.items)
        if (!item.written.isEmpty() && !QFileInfo::exists(item.written))
            stored.missing.insert(item.id);
    findStrays(stored, !isThere || wasSetAside(m_file));
}

Result<void> QueueStore::save(const std::vector<QueueItem>& items) const
{
    if (!isSaved())
        return {};
    const QByteArray json = queueToJson(items);
    return writeFile(m_file, std::as_bytes(std::span(json.data(), std::size_t(json.size()))), true);
}

QString QueueStore::folderFor(int id) const
{
    const QString name = QStringLiteral("job-%1-%2")
                             .arg(id)
                             .arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
    if (isSaved())
        return QDir(m_root).filePath(name);
    return m_workspace ? QDir(m_workspace->path()).filePath(name) : QString();
}

QStringList QueueStore::ownFolders() const
{
    QStringList folders;
    const QByteArray own = ownerText();
    for (const QFileInfo& entry : QDir(m_firstRoot)
                                      .entryInfoList({QStringLiteral("job-*")},
                                          QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks))
        if (ownerOf(entry.absoluteFilePath()) == own)
            folders << entry.absoluteFilePath();
    return folders;
}

void QueueStore::findStrays(StoredQueue& stored, bool isCautious) const
{
    QSet<QString> kept, reports;
    for (const QueueItem& item : stored.items) {
        kept.insert(QDir::cleanPath(item.folder));
        reports.insert(item.report);
    }
    if (!isCautious)
        stored.strayReports = strayReports(reports);
    for (const QString& folder : ownFolders())
        if (!kept.contains(folder) && !QFileInfo::exists(fileIn(folder, keepName))
            && !(isCautious && holdsWork(folder)))
            stored.strays << folder;
}

Result<void> makeJobFolder(const QString& folder)
{
    const QString note = fileIn(folder, ownerName);
    if (!QDir().mkpath(folder) || (!QFileInfo::exists(note) && !writeText(note, ownerText())))
        return Error{ErrorCode::WriteFailed,
            QStringLiteral("the folder for the job cannot be made"), folder};
    return {};
}

/// The path may come from a file: only what has a name of ours goes.
void removeJobFolder(const QString& folder)
{
    static const QRegularExpression ours(QStringLiteral("^job-\\d+-[0-9a-f]{8}$"));
    const QFileInfo info(folder);
    if (!ours.match(info.fileName()).hasMatch() || !info.isDir() || info.isSymLink())
        return;
    const QString journal = JobRun::journalIn(folder);
    if (ownerOf(folder).value_or(ownerText()) != ownerText() || isLocked(journal))
        return;
    discardJournal(journal); // With the unfinished file, wherever that lies.
    QDir(folder).removeRecursively();
}

} // namespace aq
