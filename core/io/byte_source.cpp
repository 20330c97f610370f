#include "core/io/byte_source.h"

#include "core/io/file_stamp.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aq {
namespace {

Error notReadable(const QString& detail) { return {ErrorCode::NotReadable, detail, {}}; }

Error systemError(int number) { return notReadable(QString::fromLocal8Bit(std::strerror(number))); }

/// Whether [offset, offset + bytes) lies in [0, size); never adds, so it cannot overflow.
Result<void> checkRange(std::int64_t offset, std::int64_t bytes, std::int64_t size)
{
    if (offset >= 0 && bytes >= 0 && offset <= size && bytes <= size - offset)
        return {};
    return notReadable(
        QStringLiteral("%1 bytes at %2 are outside its %3 bytes").arg(bytes).arg(offset).arg(size));
}

class FileBytes final : public ByteSource {
public:
    FileBytes(int handle, const struct stat& status)
        : m_handle(handle)
        , m_size(std::int64_t(status.st_size))
        , m_changed(QDateTime::fromMSecsSinceEpoch(
              qint64(status.st_mtim.tv_sec) * 1000 + qint64(status.st_mtim.tv_nsec) / 1'000'000,
              Qt::UTC))
    {
    }
    ~FileBytes() override { ::close(m_handle); }
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;

    std::int64_t size() const override { return m_size; }
    const QDateTime& changed() const { return m_changed; } ///< When it was opened.

    Result<void> read(std::int64_t offset, MutableBytes into) const override
    {
        if (const auto range = checkRange(offset, std::int64_t(into.size()), m_size); !range)
            return range.error();
        while (!into.empty()) {
            const ssize_t got = ::pread(m_handle, into.data(), into.size(), offset);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return systemError(errno);
            if (got == 0)
                return notReadable(QStringLiteral("it ends at byte %1; it had %2 when opened")
                                       .arg(offset)
                                       .arg(m_size));
            into = into.subspan(std::size_t(got));
            offset += got;
        }
        return {};
    }

private:
    int m_handle;
    std::int64_t m_size;
    QDateTime m_changed;
};

class MemoryBytes final : public ByteSource {
public:
    explicit MemoryBytes(std::vector<std::byte> bytes)
        : m_bytes(std::move(bytes))
    {
    }
    std::int64_t size() const override { return std::int64_t(m_bytes.size()); }

    Result<void> read(std::int64_t offset, MutableBytes into) const override
    {
        if (const auto range = checkRange(offset, std::int64_t(into.size()), size()); !range)
            return range.error();
        std::copy_n(m_bytes.begin() + offset, into.size(), into.begin());
        return {};
    }

private:
    std::vector<std::byte> m_bytes;
};

const char* kindOf(mode_t mode)
{
    if (S_ISDIR(mode))
        return "a folder, not a file";
    if (S_ISFIFO(mode))
        return "a pipe, not a file";
    if (S_ISSOCK(mode))
        return "a socket, not a file";
    return "a device, not a file";
}

} // namespace

Result<std::shared_ptr<const ByteSource>> openFile(const QString& path)
{
    // O_NONBLOCK: a pipe without a writer would block open() until one appears.
    const int handle
        = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (handle < 0 && errno == ENXIO)
        return notReadable(QStringLiteral("a socket or a device, not a file")).in(path);
    if (handle < 0)
        return systemError(errno).in(path);
    struct stat status = {};
    if (::fstat(handle, &status) != 0) {
        const Error error = systemError(errno);
        ::close(handle);
        return error.in(path);
    }
    if (!S_ISREG(status.st_mode)) {
        ::close(handle);
        return notReadable(QLatin1StringView(kindOf(status.st_mode))).in(path);
    }
    return std::shared_ptr<const ByteSource>(std::make_shared<FileBytes>(handle, status));
}

std::optional<FileStamp> stampWhenOpened(const ByteSource& source, const QString& path)
{
    const auto* file = dynamic_cast<const FileBytes*>(&source);
    if (!file)
        return {};
    return FileStamp{QFileInfo(path).absoluteFilePath(), file->size(), file->changed()};
}

std::shared_ptr<const ByteSource> memoryBytes(std::vector<std::byte> bytes)
{
    return std::make_shared<MemoryBytes>(std::move(bytes));
}

Result<std::vector<std::byte>> readBytes(
    const ByteSource& source, std::int64_t offset, std::int64_t bytes)
{
    if (const auto range = checkRange(offset, bytes, source.size()); !range)
        return range.error();
    std::vector<std::byte> into(static_cast<std::size_t>(bytes));
    if (const auto got = source.read(offset, into); !got)
        return got.error();
    return into;
}

} // namespace aq
