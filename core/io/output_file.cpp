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

// ".<name>.<pid>-<n>.claim" has to fit 255 bytes; pid and n have at most 10 digits each.
constexpr qsizetype nameBytes = 255 - 1 - 1 - 21 - 6;
constexpr char partEnding[] = ".part", claimEnding[] = ".claim";
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

/// The process that a file belongs to; 0 when `rest` is not "<pid>-<n>" and `ending`.
pid_t ownerOf(QByteArrayView rest, QByteArrayView ending)
{
    if (!rest.endsWith(ending))
        return 0;
    rest.chop(ending.size());
    const qsizetype dash = rest.indexOf('-');
    bool pidRead = false, numberRead = false;
    const int pid = dash < 0 ? 0 : rest.first(dash).toByteArray().toInt(&pidRead);
    if (dash >= 0)
        rest.sliced(dash + 1).toByteArray().toUInt(&numberRead);
    return pidRead && numberRead && pid > 0 ? pid : 0;
}

QByteArray claimOf(const QByteArray& temporary)
{
    return temporary.chopped(qsizetype(std::size(partEnding)) - 1) + claimEnding;
}

/// The first bytes of a small file; empty when it cannot be read.
QByteArray startOf(const QByteArray& path)
{
    QByteArray text(1 << 20, '\0'); // The first record of a journal lists all files of a model.
    const int handle = ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    const ssize_t size = handle < 0 ? 0 : ::read(handle, text.data(), std::size_t(text.size()));
    if (handle >= 0)
        ::close(handle);
    text.truncate(std::max<ssize_t>(size, 0));
    return text;
}

/// Whether there is a journal that says that this temporary is its own.
bool isClaimed(const QByteArray& temporary)
{
    const QByteArray journal = startOf(claimOf(temporary));
    const QByteArray name = temporary.mid(temporary.lastIndexOf('/') + 1);
    return !journal.isEmpty() && startOf(journal).contains(name.toPercentEncoding());
}

/// Removes a temporary that nobody writes. Its process may live where we see no processes: in
/// another container, on another machine.
void removeUnlocked(const QByteArray& path)
{
    const int handle = ::open(path.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (handle < 0)
        return;
    if (::flock(handle, LOCK_EX | LOCK_NB) == 0) {
        ::unlink(path.constData());
        ::unlink(claimOf(path).constData());
    }
    ::close(handle);
}

void removeStale(const QByteArray& path)
{
    const QByteArray folder = folderOf(path);
    const QByteArray prefix = temporaryPrefix(path).mid(folder.size());
    DIR* entries = ::opendir(folder.constData());
    if (!entries)
        return; // The folder may be writable but not listable.
    const auto isGone
        = [](pid_t owner) { return owner != 0 && ::kill(owner, 0) != 0 && errno == ESRCH; };
    while (const dirent* entry = ::readdir(entries)) {
        const QByteArrayView name(entry->d_name);
        if (!name.startsWith(prefix))
            continue;
        const QByteArrayView rest = name.sliced(prefix.size());
        const QByteArray file = folder + name.toByteArray();
        if (isGone(ownerOf(rest, partEnding)) && !isClaimed(file))
            removeUnlocked(file);
        struct stat found;
        if (isGone(ownerOf(rest, claimEnding))) {
            const QByteArray part
                = file.chopped(qsizetype(std::size(claimEnding)) - 1) + partEnding;
            if (::lstat(part.constData(), &found) != 0)
                ::unlink(file.constData());
        }
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

Result<std::unique_ptr<OutputFile>> OutputFile::prepare(const QString& target, bool overwrite)
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
    return file;
}

Result<std::unique_ptr<OutputFile>> OutputFile::create(
    const QString& target, bool overwrite, const QString& journal)
{
    auto prepared = prepare(target, overwrite);
    if (!prepared)
        return prepared;
    OutputFile* file = prepared->get();
    removeStale(file->m_path);
    const QByteArray prefix = temporaryPrefix(file->m_path) + QByteArray::number(::getpid()) + '-';
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const QByteArray name = prefix + QByteArray::number(attempt) + partEnding;
        const int handle
            = ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666); // and umask
        if (handle < 0 && (errno == EEXIST || errno == EINTR))
            continue;
        if (handle < 0)
            return file->failed(QStringLiteral("cannot create a file in its folder"), errno);
        file->m_temporary = name;
        file->m_handle = handle;
        file->lock();
        if (const auto claimed = file->claim(journal); !claimed)
            return claimed.error();
        return prepared;
    }
    return file->failed(QStringLiteral("too many temporary files"), EEXIST);
}

/// A lock ends with the last copy of its descriptor. Some file systems have none: no matter.
void OutputFile::lock()
{
    m_lock = ::fcntl(m_handle, F_DUPFD_CLOEXEC, 0);
    if (m_lock >= 0)
        ::flock(m_lock, LOCK_EX | LOCK_NB);
}

Result<void> OutputFile::claim(const QString& journal)
{
    if (journal.isEmpty())
        return {};
    const QByteArray text = QFile::encodeName(QFileInfo(journal).absoluteFilePath());
    const int handle = ::open(claimOf(m_temporary).constData(),
        O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
    const bool written = handle >= 0
        && ::write(handle, text.constData(), std::size_t(text.size())) == ssize_t(text.size())
        && ::fsync(handle) == 0;
    const int number = errno;
    if (handle >= 0)
        ::close(handle);
    if (!written)
        return failed(QStringLiteral("cannot note the journal beside it"), number);
    return {};
}

Result<std::unique_ptr<OutputFile>> OutputFile::reopen(
    const QString& target, const QString& temporary, bool overwrite)
{
    auto prepared = prepare(target, overwrite);
    if (!prepared)
        return prepared;
    OutputFile* file = prepared->get();
    const auto useless = [&](const QString& detail) {
        return Error{ErrorCode::NotReadable, detail, temporary};
    };
    const QByteArray name = QFile::encodeName(temporary);
    const QByteArray prefix = temporaryPrefix(file->m_path);
    if (!name.startsWith(prefix)
        || !ownerOf(QByteArrayView(name).sliced(prefix.size()), partEnding))
        return useless(QStringLiteral("is no temporary file of %1").arg(target));
    const int handle = ::open(name.constData(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat found;
    if (handle < 0)
        return useless(qt_error_string(errno));
    if (::flock(handle, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        ::close(handle);
        return Error{ErrorCode::WriteFailed, QStringLiteral("is being written already"), target};
    }
    if (::fstat(handle, &found) != 0 || !S_ISREG(found.st_mode) || found.st_nlink == 0) {
        ::close(handle);
        return useless(QStringLiteral("is no file"));
    }
    file->m_handle = handle;
    file->m_temporary = name;
    file->lock();
    return prepared;
}

OutputFile::~OutputFile()
{
    if (m_handle >= 0)
        ::close(m_handle);
    if (!m_temporary.isEmpty() && !m_committed && !m_kept)
        ::unlink(m_temporary.constData());
    if (!m_temporary.isEmpty() && (m_committed || !m_kept))
        ::unlink(claimOf(m_temporary).constData());
    if (m_lock >= 0)
        ::close(m_lock);
}

void OutputFile::keep(bool keeps) { m_kept = keeps; }

Result<void> OutputFile::sync()
{
    int number = 0;
    do
        number = ::fdatasync(m_handle) == 0 ? 0 : errno;
    while (number == EINTR);
    if (number != 0)
        return failed(QStringLiteral("cannot flush it to the disk"), number);
    return {};
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

void removeUnfinished(const QString& temporary, const QString& journal)
{
    const QByteArray name = QFile::encodeName(temporary);
    const qsizetype dot = name.lastIndexOf('.', name.size() - qsizetype(std::size(partEnding)) - 1);
    const bool isOurs = dot >= 0 && ownerOf(QByteArrayView(name).sliced(dot + 1), partEnding) != 0
        && startOf(claimOf(name)) == QFile::encodeName(QFileInfo(journal).absoluteFilePath());
    if (isOurs)
        removeUnlocked(name);
}

std::int64_t bytesOnDisk(const QString& path)
{
    struct stat found;
    return ::stat(QFile::encodeName(path).constData(), &found) == 0
        ? std::int64_t(found.st_blocks) * 512
        : 0;
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
