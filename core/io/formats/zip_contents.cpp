#include "core/io/formats/zip_contents.h"

#include "core/base/printable.h"
#include "core/io/refusal.h"

#include <QDir>
#include <QFile>
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <unistd.h>
#include <zlib.h>

namespace aq {
namespace {

constexpr std::int64_t pieceSize = 64 << 10;
using Sink = std::function<Result<void>(std::int64_t offset, Bytes piece)>;

const Bytef* zBytes(Bytes bytes) { return reinterpret_cast<const Bytef*>(bytes.data()); }

Result<void> copyStored(const ByteSource& archive, const ZipEntry& entry, const Sink& sink)
{
    for (std::int64_t at = 0; at < entry.bytes; at += pieceSize) {
        const auto piece
            = readBytes(archive, entry.offset + at, std::min(pieceSize, entry.bytes - at));
        if (!piece)
            return piece.error();
        if (const auto taken = sink(at, *piece); !taken)
            return taken.error();
    }
    return {};
}

/// A zlib stream for deflate without header, ended with the object.
struct Inflater {
    z_stream stream{};
    Inflater() { inflateInit2(&stream, -MAX_WBITS); }
    ~Inflater() { inflateEnd(&stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
};

Result<void> inflateEntry(const ByteSource& archive, const ZipEntry& entry, const Sink& sink)
{
    Inflater inflater;
    std::vector<std::byte> out(pieceSize);
    std::int64_t written = 0;
    int status = Z_OK;
    for (std::int64_t at = 0; status == Z_OK && at < entry.packedBytes; at += pieceSize) {
        const auto in
            = readBytes(archive, entry.offset + at, std::min(pieceSize, entry.packedBytes - at));
        if (!in)
            return in.error();
        inflater.stream.next_in = const_cast<Bytef*>(zBytes(*in));
        inflater.stream.avail_in = uInt(in->size());
        do {
            inflater.stream.next_out = reinterpret_cast<Bytef*>(out.data());
            inflater.stream.avail_out = uInt(out.size());
            status = inflate(&inflater.stream, Z_NO_FLUSH);
            const std::size_t made = out.size() - inflater.stream.avail_out;
            if (std::int64_t(made) > entry.bytes - written)
                return corrupt(QStringLiteral("inflates to more than %1 bytes").arg(entry.bytes));
            if (const auto taken = sink(written, Bytes(out).first(made)); !taken)
                return taken.error();
            written += std::int64_t(made);
        } while (status == Z_OK && inflater.stream.avail_out == 0);
        if (status == Z_BUF_ERROR) // Only: this piece is used up.
            status = Z_OK;
    }
    if (status != Z_STREAM_END)
        return corrupt(QStringLiteral("its compressed data is damaged"));
    if (written != entry.bytes)
        return corrupt(
            QStringLiteral("inflates to %1 bytes, not %2").arg(written).arg(entry.bytes));
    return {};
}

/// Entries laid over a source of bytes, each made ready before its first byte is read.
class PreparedBytes : public ByteSource {
public:
    struct Segment {
        ZipEntry entry;
        std::int64_t offset = 0; ///< Of its first byte in `m_bytes`.
        mutable std::atomic<bool> ready{false};
    };

    PreparedBytes(std::shared_ptr<const ByteSource> archive, std::vector<ZipEntry> entries)
        : m_archive(std::move(archive))
        , m_segments(entries.size())
    {
        std::sort(entries.begin(), entries.end(),
            [](const ZipEntry& a, const ZipEntry& b) { return a.offset < b.offset; });
        for (std::size_t i = 0; i < entries.size(); ++i)
            m_segments[i].entry = std::move(entries[i]);
    }

    Result<void> read(std::int64_t offset, MutableBytes into) const override
    {
        const auto size = std::int64_t(into.size());
        auto segment = std::partition_point(m_segments.begin(), m_segments.end(),
            [&](const Segment& s) { return s.offset + s.entry.bytes <= offset; });
        for (; segment != m_segments.end() && segment->offset - offset < size; ++segment)
            if (const auto ready = makeReady(*segment); !ready)
                return ready.error().in(printable(QString::fromUtf8(segment->entry.name)));
        return readReady(offset, into);
    }

protected:
    virtual Result<void> prepare(const Segment& segment) const = 0;
    virtual Result<void> readReady(std::int64_t offset, MutableBytes into) const = 0;

    std::shared_ptr<const ByteSource> m_archive;
    std::vector<Segment> m_segments; ///< Sorted by offset.

private:
    Result<void> makeReady(const Segment& segment) const
    {
        if (segment.ready)
            return {};
        const std::lock_guard lock(m_mutex);
        if (segment.ready)
            return {};
        auto prepared = prepare(segment);
        segment.ready = bool(prepared);
        return prepared;
    }

    mutable std::mutex m_mutex;
};

class CheckedEntries final : public PreparedBytes {
public:
    CheckedEntries(std::shared_ptr<const ByteSource> archive, std::vector<ZipEntry> entries)
        : PreparedBytes(std::move(archive), std::move(entries))
    {
        for (Segment& segment : m_segments)
            segment.offset = segment.entry.offset;
    }
    std::int64_t size() const override { return m_archive->size(); }

private:
    Result<void> prepare(const Segment& segment) const override
    {
        return unpack(*m_archive, segment.entry, [](auto, Bytes) { return Result<void>(); });
    }
    Result<void> readReady(std::int64_t offset, MutableBytes into) const override
    {
        return m_archive->read(offset, into);
    }
};

/// A file that has no name, so that nothing is left of it whatever happens.
class UnlinkedFile {
public:
    UnlinkedFile() = default;
    ~UnlinkedFile()
    {
        if (m_handle >= 0)
            ::close(m_handle);
    }
    UnlinkedFile(const UnlinkedFile&) = delete;
    UnlinkedFile& operator=(const UnlinkedFile&) = delete;

    Result<void> open()
    {
        if (m_handle >= 0)
            return {};
        const QByteArray folder = QFile::encodeName(QDir::tempPath());
        m_handle = ::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
        if (m_handle < 0) { // Not every file system has O_TMPFILE.
            QByteArray name = folder + "/arrowquant-XXXXXX";
            m_handle = ::mkostemp(name.data(), O_CLOEXEC);
            if (m_handle >= 0)
                ::unlink(name.constData());
        }
        return m_handle >= 0 ? Result<void>() : failed();
    }

    Result<void> write(std::int64_t offset, Bytes bytes) const
    {
        while (!bytes.empty()) {
            const ssize_t put = ::pwrite(m_handle, bytes.data(), bytes.size(), offset);
            if (put < 0 && errno == EINTR)
                continue;
            if (put <= 0)
                return failed();
            bytes = bytes.subspan(std::size_t(put));
            offset += put;
        }
        return {};
    }

    Result<void> read(std::int64_t offset, MutableBytes into) const
    {
        while (!into.empty()) {
            const ssize_t got = ::pread(m_handle, into.data(), into.size(), offset);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                return failed();
            into = into.subspan(std::size_t(got));
            offset += got;
        }
        return {};
    }

private:
    static Error failed()
    {
        return {ErrorCode::NotReadable,
            QStringLiteral("cannot unpack into the temporary folder: %1")
                .arg(QString::fromLocal8Bit(std::strerror(errno))),
            QDir::tempPath()};
    }

    int m_handle = -1;
};

class InflatedEntries final : public PreparedBytes {
public:
    InflatedEntries(std::shared_ptr<const ByteSource> archive, std::vector<ZipEntry> entries)
        : PreparedBytes(std::move(archive), std::move(entries))
    {
        for (Segment& segment : m_segments) {
            segment.offset = m_size;
            m_size += segment.entry.bytes; // No overflow: at most 1100 times the archive.
        }
    }
    std::int64_t size() const override { return m_size; }

private:
    Result<void> prepare(const Segment& segment) const override
    {
        if (const auto file = m_file.open(); !file)
            return file.error();
        return unpack(*m_archive, segment.entry, [&](std::int64_t offset, Bytes piece) {
            return m_file.write(segment.offset + offset, piece);
        });
    }
    Result<void> readReady(std::int64_t offset, MutableBytes into) const override
    {
        if (offset < 0 || offset > m_size || std::int64_t(into.size()) > m_size - offset)
            return corrupt(QStringLiteral("read past the end of the unpacked storages"));
        return m_file.read(offset, into);
    }

    mutable UnlinkedFile m_file; ///< Opened with the first entry, under the lock.
    std::int64_t m_size = 0;
};

} // namespace

Result<void> unpack(const ByteSource& archive, const ZipEntry& entry, const Sink& sink)
{
    uLong crc = crc32(0, nullptr, 0);
    const Sink counted = [&](std::int64_t offset, Bytes piece) {
        crc = crc32(crc, zBytes(piece), uInt(piece.size()));
        return sink(offset, piece);
    };
    auto done = entry.deflated ? inflateEntry(archive, entry, counted)
                               : copyStored(archive, entry, counted);
    if (done && crc != entry.crc)
        return corrupt(QStringLiteral("its checksum is %1, the archive says %2")
                           .arg(crc, 8, 16, QLatin1Char('0'))
                           .arg(entry.crc, 8, 16, QLatin1Char('0')));
    return done;
}

Result<std::vector<std::byte>> unpackedBytes(
    const ByteSource& archive, const ZipEntry& entry, std::int64_t limit)
{
    if (entry.bytes > limit)
        return unsupported(
            QStringLiteral("%1 bytes, more than the %2 allowed").arg(entry.bytes).arg(limit));
    std::vector<std::byte> bytes(static_cast<std::size_t>(entry.bytes));
    const auto done = unpack(archive, entry, [&](std::int64_t offset, Bytes piece) {
        std::copy(piece.begin(), piece.end(), bytes.begin() + offset);
        return Result<void>();
    });
    if (!done)
        return done.error();
    return bytes;
}

std::shared_ptr<const ByteSource> checkedEntries(
    std::shared_ptr<const ByteSource> archive, std::vector<ZipEntry> entries)
{
    return std::make_shared<CheckedEntries>(std::move(archive), std::move(entries));
}

std::shared_ptr<const ByteSource> inflatedEntries(
    std::shared_ptr<const ByteSource> archive, std::vector<ZipEntry> entries)
{
    return std::make_shared<InflatedEntries>(std::move(archive), std::move(entries));
}

} // namespace aq
