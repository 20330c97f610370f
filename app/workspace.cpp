#include "app/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QUuid>
#include <vector>

namespace aq {
namespace {

constexpr auto lockName = "lock";
constexpr int patience = 5000; ///< Milliseconds for the lock of the root: it is held for a moment.

QString lockPath(const QString& folder)
{
    return QDir(folder).filePath(QLatin1StringView(lockName));
}

Error cannotMake(const QString& folder)
{
    return {ErrorCode::WriteFailed, QStringLiteral("the folder for jobs cannot be made"), folder};
}

} // namespace

Workspace::Workspace(QString path, std::unique_ptr<QLockFile> lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{
}

/// Folders are made and claimed while the root is locked, so that nobody takes a new folder, which
/// is not locked yet, for one that was left behind.
Result<std::unique_ptr<Workspace>> Workspace::create(const QString& root)
{
    if (!QDir().mkpath(root))
        return cannotMake(root);
    QLockFile rootLock(lockPath(root));
    if (!rootLock.tryLock(patience))
        return cannotMake(root);
    const QString id = QUuid::createUuid().toString(QUuid::Id128).left(12);
    const QString path = QDir(root).filePath(
        QStringLiteral("%1-%2").arg(QCoreApplication::applicationPid()).arg(id));
    if (!QDir().mkpath(path))
        return cannotMake(path);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto lock = std::make_unique<QLockFile>(lockPath(path));
    lock->setStaleLockTime(0); // Stale only when its process is gone.
    if (!lock->tryLock())
        return cannotMake(path);
    return std::unique_ptr<Workspace>(new Workspace(path, std::move(lock)));
}

Workspace::~Workspace()
{
    m_lock->unlock();
    QDir(m_path).removeRecursively();
}

Result<QString> Workspace::newFolder()
{
    const QString folder = QDir(m_path).filePath(QString::number(++m_folders));
    if (!QDir().mkpath(folder))
        return cannotMake(folder);
    return folder;
}

void removeLeftovers(const QString& root)
{
    std::vector<std::pair<QString, std::unique_ptr<QLockFile>>> left;
    const QDir folder(root);
    {
        QLockFile rootLock(lockPath(root));
        if (!folder.exists() || !rootLock.tryLock(patience))
            return;
        for (const QString& name :
            folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
            auto lock = std::make_unique<QLockFile>(lockPath(folder.filePath(name)));
            lock->setStaleLockTime(0);
            if (lock->tryLock())
                left.emplace_back(folder.filePath(name), std::move(lock));
        }
    }
    for (auto& [path, lock] : left) {
        lock->unlock();
        QDir(path).removeRecursively();
    }
}

QString defaultWorkspaceRoot()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation))
        .filePath(QStringLiteral("jobs"));
}

} // namespace aq
