#include "core/io/output_file.h"

#include "core/io/file_place.h"
#include "core/io/temporary_file.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aq {
namespace {

constexpr int mostAttempts = 10000;

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
    if (!isTemporaryOf(name, file->m_path))
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
    if (takeBack(m_path, m_temporary, placed) == 0)
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
