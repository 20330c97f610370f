#include "core/io/output_file.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aq {
namespace {

// ".<name>.<pid>-<n>.part" has to fit 255 bytes; pid and n have at most 10 digits each.
constexpr qsizetype nameBytes = 255 - 1 - 1 - 21 - 5;
constexpr int mostAttempts = 10000;

/// "/folder/.<name>.": what the temporaries of this target begin with.
QByteArray temporaryPrefix(const QByteArray& path)
{
    const qsizetype slash = path.lastIndexOf('/');
    QByteArray name = path.mid(slash + 1);
    if (name.size() > nameBytes) {
        qsizetype end = nameBytes;
        while (end > 0 && (name[end] & 0xC0) == 0x80) // Not inside a UTF-8 character.
            --end;
        name.truncate(end);
    }
    return path.left(slash + 1) + '.' + name + '.';
}

QByteArray folderOf(const QByteArray& path) { return path.left(path.lastIndexOf('/') + 1); }

/// The process that a temporary belongs to; 0 when `rest` is not "<pid>-<n>.part".
pid_t ownerOf(QByteArrayView rest)
{
    if (!rest.endsWith(".part"))
        return 0;
    rest.chop(5);
    const qsizetype dash = rest.indexOf('-');
    bool pidRead = false, numberRead = false;
    const int pid = dash < 0 ? 0 : rest.first(dash).toByteArray().toInt(&pidRead);
    if (dash >= 0)
        rest.sliced(dash + 1).toByteArray().toUInt(&numberRead);
    return pidRead && numberRead && pid > 0 ? pid : 0;
}

/// Removes a temporary that nobody writes. Its process may live where we see no processes: in
/// another container, on another machine.
void removeUnlocked(const QByteArray& path)
{
    const int handle = ::open(path.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (handle < 0)
        return;
    if (::flock(handle, LOCK_EX | LOCK_NB) == 0)
        ::unlink(path.constData());
    ::close(handle);
}

void removeStale(const QByteArray& path)
{
    const QByteArray folder = folderOf(path);
    const QByteArray prefix = temporaryPrefix(path).mid(folder.size());
    DIR* entries = ::opendir(folder.constData());
    if (!entries)
        return; // The folder may be writable but not listable.
    while (const dirent* entry = ::readdir(entries)) {
        const QByteArrayView name(entry->d_name);
        if (!name.startsWith(prefix))
            continue;
        const pid_t owner = ownerOf(name.sliced(prefix.size()));
        if (owner != 0 && ::kill(owner, 0) != 0 && errno == ESRCH)
            removeUnlocked(folder + name.toByteArray());
    }
    ::closedir(entries);
}

/// 0, or errno. EINVAL is how some file systems say that folders need no fsync.
int syncFolder(const QByteArray& folder)
{
    const int handle = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return errno;
    const int number = ::fsync(handle) == 0 || errno == EINVAL ? 0 : errno;
    ::close(handle);
    return number;
}

bool unsupported(int number)
{
    return number == EINVAL || number == ENOSYS || number == EOPNOTSUPP || number == EPERM;
}

int renameWith(const QByteArray& from, const QByteArray& to, unsigned flags)
{
    return ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), flags) == 0 ? 0
                                                                                         : errno;
}

enum class Placed {
    New,     ///< There was no target.
    Swapped, ///< The old target lies under the temporary name: it can come back.
    Replaced ///< The old target is gone.
};

int placeNew(const QByteArray& from, const QByteArray& to)
{
    const int number = renameWith(from, to, RENAME_NOREPLACE);
    if (!unsupported(number))
        return number;
    if (::link(from.constData(), to.constData()) != 0)
        return errno;
    return ::unlink(from.constData()) == 0 ? 0 : errno;
}

int placeOver(const QByteArray& from, const QByteArray& to, Placed& placed)
{
    int number = renameWith(from, to, RENAME_EXCHANGE);
    placed = Placed::Swapped;
    if (number == ENOENT) {
        number = renameWith(from, to, RENAME_NOREPLACE);
        placed = Placed::New;
    }
    if (!unsupported(number) && number != EEXIST)
        return number;
    placed = Placed::Replaced;
    return ::rename(from.constData(), to.constData()) == 0 ? 0 : errno;
}

/// 0 when `path` may become a file: it is free, or holds one and `overwrite` is set.
QString obstacle(const QByteArray& path, bool overwrite)
{
    struct stat found;
    if (::lstat(path.constData(), &found) != 0)
        return {};
    if (S_ISDIR(found.st_mode))
        return QStringLiteral("is a folder");
    if (!S_ISREG(found.st_mode) && !S_ISLNK(found.st_mode))
        return QStringLiteral("is not a regular file");
    return overwrite ? QString() : QStringLiteral("exists already");
}

} // namespace

Error OutputFile::failed(const QString& doing, int number) const
{
    return {
        ErrorCode::WriteFailed, doing + QStringLiteral(": ") + qt_error_string(number), m_target};
}

Result<std::unique_ptr<OutputFile>> OutputFile::create(const QString& target, bool overwrite)
{
    std::unique_ptr<OutputFile> file(new OutputFile);
    file->m_target = target;
    file->m_path = QFile::encodeName(QFileInfo(target).absoluteFilePath());
    file->m_overwrite = overwrite;
    if (target.isEmpty() || file->m_path.endsWith('/') || file->m_path.contains('\0'))
        return Error{ErrorCode::WriteFailed, QStringLiteral("not a file name"), target};
    if (file->m_path.size() - file->m_path.lastIndexOf('/') - 1 > NAME_MAX)
        return Error{ErrorCode::WriteFailed,
            QStringLiteral("a name of more than %1 bytes").arg(NAME_MAX), target};
    if (const QString reason = obstacle(file->m_path, overwrite); !reason.isEmpty())
        return Error{ErrorCode::WriteFailed, reason, target};

    removeStale(file->m_path);
    const QByteArray prefix = temporaryPrefix(file->m_path) + QByteArray::number(::getpid()) + '-';
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const QByteArray name = prefix + QByteArray::number(attempt) + ".part";
        const int handle
            = ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666); // and umask
        if (handle < 0 && (errno == EEXIST || errno == EINTR))
            continue;
        if (handle < 0)
            return file->failed(QStringLiteral("cannot create a file in its folder"), errno);
        file->m_temporary = name;
        file->m_handle = handle;
        // A lock ends with the last copy of its descriptor. Some file systems have none: no matter.
        file->m_lock = ::fcntl(handle, F_DUPFD_CLOEXEC, 0);
        if (file->m_lock >= 0)
            ::flock(file->m_lock, LOCK_EX | LOCK_NB);
        return file;
    }
    return file->failed(QStringLiteral("too many temporary files"), EEXIST);
}

OutputFile::~OutputFile()
{
    if (m_handle >= 0)
        ::close(m_handle);
    if (!m_committed && !m_temporary.isEmpty())
        ::unlink(m_temporary.constData());
    if (m_lock >= 0)
        ::close(m_lock);
}

Result<void> OutputFile::write(std::int64_t offset, Bytes bytes)
{
    Q_ASSERT(m_handle >= 0 && offset >= 0);
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(m_handle, bytes.data(), bytes.size(), offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return failed(QStringLiteral("cannot write"), written < 0 ? errno : ENOSPC);
        bytes = bytes.subspan(std::size_t(written));
        offset += written;
    }
    return {};
}

Result<void> OutputFile::finish(std::int64_t size)
{
    Q_ASSERT(m_handle >= 0);
    int number = 0;
    do
        number = ::ftruncate(m_handle, size) == 0 ? 0 : errno;
    while (number == EINTR);
    if (number != 0)
        return failed(QStringLiteral("cannot set its size"), number);
    do
        number = ::fsync(m_handle) == 0 ? 0 : errno;
    while (number == EINTR);
    if (number != 0)
        return failed(QStringLiteral("cannot flush it to the disk"), number);
    // After close() the descriptor is gone whatever it returned; EINTR is not a failure on Linux.
    const int handle = std::exchange(m_handle, -1);
    if (::close(handle) != 0 && errno != EINTR)
        return failed(QStringLiteral("cannot close it"), errno);
    return {};
}

Result<void> OutputFile::commit()
{
    Q_ASSERT(m_handle < 0 && !m_committed);
    if (const QString reason = obstacle(m_path, m_overwrite); !reason.isEmpty())
        return Error{ErrorCode::WriteFailed, reason, m_target};
    Placed placed = Placed::New;
    int number
        = m_overwrite ? placeOver(m_temporary, m_path, placed) : placeNew(m_temporary, m_path);
    if (number != 0)
        return failed(QStringLiteral("cannot rename the finished file"), number);

    number = syncFolder(folderOf(m_path));
    m_committed = number == 0 || placed == Placed::Replaced;
    if (number == 0) {
        if (placed == Placed::Swapped)
            ::unlink(m_temporary.constData()); // The old target.
        return {};
    }
    // The name may not survive a crash: back to what was there.
    const int undone = placed == Placed::Replaced
        ? EINVAL
        : renameWith(m_path, m_temporary, placed == Placed::Swapped ? RENAME_EXCHANGE : 0);
    if (undone == 0)
        return failed(QStringLiteral("cannot flush its folder to the disk"), number);
    m_committed = true;
    return failed(
        QStringLiteral("is written, but its folder cannot be flushed to the disk"), number);
}

QString OutputFile::temporaryPath() const { return QFile::decodeName(m_temporary); }

QString OutputFile::target() const { return m_target; }

bool sameFile(const QString& a, const QString& b)
{
    struct stat first, second;
    return ::stat(QFile::encodeName(a).constData(), &first) == 0
        && ::stat(QFile::encodeName(b).constData(), &second) == 0 && first.st_dev == second.st_dev
        && first.st_ino == second.st_ino;
}

Result<void> writeFile(const QString& path, Bytes bytes, bool overwrite)
{
    auto file = OutputFile::create(path, overwrite);
    if (!file)
        return file.error();
    if (auto written = (*file)->write(0, bytes); !written)
        return written;
    if (auto finished = (*file)->finish(std::int64_t(bytes.size())); !finished)
        return finished;
    return (*file)->commit();
}

} // namespace aq
