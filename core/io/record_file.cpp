#include "core/io/record_file.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aq {
namespace {

constexpr std::int64_t mostBytes = 1 << 30;
constexpr qsizetype checkDigits = 16;
constexpr int mostAttempts = 100;

QByteArray digestOf(const QByteArray& before, const QByteArray& text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    hash.addData(text);
    return hash.result();
}

QByteArray checkOf(const QByteArray& digest) { return digest.toHex().first(checkDigits); }

/// Opens the file of that name and locks it. -1: errno says why; EAGAIN: it is in use.
int openLocked(const QByteArray& path, bool& isNew)
{
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        int handle = ::open(path.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        isNew = handle >= 0;
        if (!isNew && errno == EEXIST) {
            handle = ::open(path.constData(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
            if (handle < 0 && errno == ENOENT)
                continue; // Removed in between.
        }
        if (handle < 0 && errno == EINTR)
            continue;
        if (handle < 0)
            return -1;
        const bool inUse = ::flock(handle, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        struct stat found;
        const bool isThere = ::fstat(handle, &found) == 0 && found.st_nlink > 0;
        if (!inUse && isThere)
            return handle;
        ::close(handle);
        errno = EAGAIN;
        if (inUse)
            return -1;
    }
    return -1;
}

} // namespace

Error RecordFile::failed(const QString& doing, int number) const
{
    return {ErrorCode::WriteFailed, doing + QStringLiteral(": ") + qt_error_string(number), m_path};
}

Result<std::unique_ptr<RecordFile>> RecordFile::open(const QString& path, const QByteArray& kind)
{
    std::unique_ptr<RecordFile> file(new RecordFile);
    file->m_path = path;
    file->m_kind = kind + '\n';
    file->m_handle = openLocked(QFile::encodeName(path), file->m_isNew);
    if (file->m_handle < 0 && errno == EAGAIN)
        return Error{ErrorCode::WriteFailed, QStringLiteral("is in use by another job"), path};
    if (file->m_handle < 0)
        return file->failed(QStringLiteral("cannot open it"), errno);
    if (const auto read = file->read(); !read)
        return read.error();
    return file;
}

RecordFile::~RecordFile()
{
    if (m_handle >= 0)
        ::close(m_handle);
}

Result<void> RecordFile::read()
{
    struct stat found;
    if (::fstat(m_handle, &found) != 0 || !S_ISREG(found.st_mode) || found.st_size > mostBytes)
        return Error{ErrorCode::WriteFailed, QStringLiteral("is another kind of file"), m_path};
    QByteArray bytes(qsizetype(found.st_size), '\0');
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t got
            = ::pread(m_handle, bytes.data() + done, std::size_t(bytes.size() - done), off_t(done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failed(QStringLiteral("cannot read it"), errno);
        if (got == 0)
            bytes.truncate(done);
        done += got;
    }
    const QByteArray start = bytes.first(std::min(bytes.size(), m_kind.size()));
    if (!m_kind.startsWith(start))
        return Error{ErrorCode::WriteFailed, QStringLiteral("is another kind of file"), m_path};
    if (start.size() < m_kind.size())
        return clear();
    m_end = m_kind.size();
    for (qsizetype from = m_end, to = 0; (to = bytes.indexOf('\n', from)) >= 0; from = to + 1) {
        const QByteArray line = bytes.mid(from, to - from), text = line.mid(checkDigits + 1);
        const QByteArray digest = digestOf(m_digest, text);
        if (line.first(std::min(line.size(), checkDigits + 1)) != checkOf(digest) + ' ')
            break;
        m_digest = digest;
        m_records.push_back(text);
        m_end = to + 1;
    }
    return {};
}

Result<void> RecordFile::clear()
{
    m_records.clear();
    m_digest.clear();
    m_end = 0;
    if (::ftruncate(m_handle, 0) != 0)
        return failed(QStringLiteral("cannot empty it"), errno);
    return write(m_kind);
}

Result<void> RecordFile::append(const std::vector<QByteArray>& texts)
{
    QByteArray lines, digest = m_digest;
    for (const QByteArray& text : texts) {
        Q_ASSERT(!text.contains('\n'));
        digest = digestOf(digest, text);
        lines += checkOf(digest) + ' ' + text + '\n';
    }
    if (const auto written = write(lines); !written)
        return written;
    m_digest = digest;
    if (::fdatasync(m_handle) != 0)
        return failed(QStringLiteral("cannot flush it to the disk"), errno);
    return {};
}

/// Behind what holds; what else was there is cut off.
Result<void> RecordFile::write(const QByteArray& bytes)
{
    if (::ftruncate(m_handle, off_t(m_end)) != 0)
        return failed(QStringLiteral("cannot cut it"), errno);
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t put = ::pwrite(m_handle, bytes.constData() + done,
            std::size_t(bytes.size() - done), off_t(m_end + done));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return failed(QStringLiteral("cannot write"), put < 0 ? errno : ENOSPC);
        done += put;
    }
    m_end += bytes.size();
    return {};
}

Result<void> RecordFile::syncFolder()
{
    const QByteArray folder = QFile::encodeName(QFileInfo(m_path).absolutePath());
    const int handle = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const int number = handle < 0 || (::fsync(handle) != 0 && errno != EINVAL) ? errno : 0;
    if (handle >= 0)
        ::close(handle);
    if (number != 0)
        return failed(QStringLiteral("cannot flush its folder to the disk"), number);
    return {};
}

void RecordFile::remove() { ::unlink(QFile::encodeName(m_path).constData()); }

} // namespace aq
