#include "core/io/formats/zip_directory.h"

#include "core/base/printable.h"
#include "core/io/refusal.h"

#include <QSet>
#include <QtEndian>
#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace aq {
namespace {

constexpr std::int64_t endSize = 22, end64Size = 56, locatorSize = 20;
constexpr std::int64_t centralSize = 46, localSize = 30;
constexpr std::int64_t maxComment = 65535;
constexpr std::int64_t maxDirectory = 64 << 20; ///< Bytes; 100,000 entries take about 10 MB.
constexpr std::int64_t maxRatio = 1100;         ///< Deflate reaches 1032.
constexpr quint32 full32 = 0xFFFFFFFF;          ///< "See the 64-bit field."
constexpr quint16 full16 = 0xFFFF;

template <typename T>
T at(Bytes bytes, std::int64_t offset)
{
    return qFromLittleEndian<T>(bytes.data() + offset);
}

/// Where the directory lies and how many entries it has.
struct Extent {
    std::uint64_t offset = 0, bytes = 0, entries = 0;
    std::uint64_t end = 0; ///< Where it must end: the first byte of the end records.
};

/// The 22-byte end record, wherever the comment lets it begin.
Result<std::int64_t> findEnd(const ByteSource& archive)
{
    const std::int64_t size = archive.size();
    const std::int64_t tailSize = std::min(size, endSize + maxComment);
    const auto tail = readBytes(archive, size - tailSize, tailSize);
    if (!tail)
        return tail.error();
    for (std::int64_t i = tailSize - endSize; i >= 0; --i)
        if (at<quint32>(*tail, i) == 0x06054b50
            && at<quint16>(*tail, i + 20) == tailSize - endSize - i)
            return size - tailSize + i;
    return corrupt(QStringLiteral("the zip archive has no end record; it may be cut short"));
}

/// The 64-bit end record if a locator stands before the end record.
Result<std::optional<Extent>> readEnd64(const ByteSource& archive, std::int64_t endAt)
{
    if (endAt < locatorSize + end64Size)
        return std::optional<Extent>();
    const std::int64_t recordAt = endAt - locatorSize - end64Size;
    const auto bytes = readBytes(archive, recordAt, end64Size + locatorSize);
    if (!bytes)
        return bytes.error();
    if (at<quint32>(*bytes, end64Size) != 0x07064b50)
        return std::optional<Extent>();
    if (at<quint64>(*bytes, end64Size + 8) != std::uint64_t(recordAt)
        || at<quint32>(*bytes, 0) != 0x06064b50 || at<quint64>(*bytes, 4) != end64Size - 12)
        return corrupt(QStringLiteral("the zip archive's 64-bit end record is not where it says"));
    if (at<quint32>(*bytes, 16) != 0 || at<quint32>(*bytes, 20) != 0
        || at<quint64>(*bytes, 24) != at<quint64>(*bytes, 32))
        return unsupported(QStringLiteral("a split zip archive"));
    return std::optional(Extent{.offset = at<quint64>(*bytes, 48),
        .bytes = at<quint64>(*bytes, 40),
        .entries = at<quint64>(*bytes, 32),
        .end = std::uint64_t(recordAt)});
}

/// A 32-bit field and its 64-bit twin agree, or the first defers to the second.
bool agree(std::uint64_t narrow, std::uint64_t saturated, std::uint64_t wide)
{
    return narrow == saturated || narrow == wide;
}

Result<Extent> locate(const ByteSource& archive)
{
    const auto endAt = findEnd(archive);
    if (!endAt)
        return endAt.error();
    const auto end = readBytes(archive, *endAt, endSize);
    if (!end)
        return end.error();
    const Extent narrow{.offset = at<quint32>(*end, 16),
        .bytes = at<quint32>(*end, 12),
        .entries = at<quint16>(*end, 10),
        .end = std::uint64_t(*endAt)};
    const auto wide = readEnd64(archive, *endAt);
    if (!wide)
        return wide.error();
    if (*wide)
        return agree(narrow.offset, full32, (*wide)->offset)
                && agree(narrow.bytes, full32, (*wide)->bytes)
                && agree(narrow.entries, full16, (*wide)->entries)
            ? Result<Extent>(**wide)
            : corrupt(QStringLiteral("the zip archive's two end records disagree"));
    if (narrow.offset == full32 || narrow.bytes == full32 || narrow.entries == full16)
        return corrupt(QStringLiteral("the zip archive has no 64-bit end record"));
    if (at<quint16>(*end, 4) != 0 || at<quint16>(*end, 6) != 0
        || at<quint16>(*end, 8) != narrow.entries)
        return unsupported(QStringLiteral("a split zip archive"));
    return narrow;
}

Result<void> checkExtent(const Extent& extent)
{
    if (extent.offset > extent.end || extent.bytes != extent.end - extent.offset)
        return corrupt(QStringLiteral("the zip directory claims %1 bytes at %2, it ends at %3")
                           .arg(extent.bytes)
                           .arg(extent.offset)
                           .arg(extent.end));
    if (extent.entries > extent.bytes / centralSize)
        return corrupt(QStringLiteral("the zip directory claims %1 entries in %2 bytes")
                           .arg(extent.entries)
                           .arg(extent.bytes));
    if (extent.bytes > std::uint64_t(maxDirectory))
        return unsupported(QStringLiteral("a zip directory of %1 bytes").arg(extent.bytes));
    return {};
}

/// One central header while it is read.
struct Central {
    ZipEntry entry;
    quint16 flags = 0;
    std::uint64_t packed = 0, unpacked = 0, headerAt = 0; ///< Unchecked.
};

/// Replaces the saturated sizes and offset by those in the extra field with id 1.
Result<void> readExtra64(Central& central, Bytes extra)
{
    const std::array<std::uint64_t*, 3> fields{
        &central.unpacked, &central.packed, &central.headerAt}; // In the order of the field.
    while (extra.size() >= 4) {
        const auto id = at<quint16>(extra, 0);
        const std::size_t size = at<quint16>(extra, 2);
        if (size > extra.size() - 4)
            break;
        Bytes values = extra.subspan(4, size);
        extra = extra.subspan(4 + size);
        if (id != 1)
            continue;
        for (std::uint64_t* field : fields) {
            if (*field != full32)
                continue;
            if (values.size() < 8)
                return corrupt(QStringLiteral("its 64-bit sizes are missing"));
            *field = at<quint64>(values, 0);
            values = values.subspan(8);
        }
        return {};
    }
    for (const std::uint64_t* field : fields)
        if (*field == full32)
            return corrupt(QStringLiteral("its 64-bit sizes are missing"));
    return {};
}

/// Sizes against each other; the place is checked by checkLocal().
Result<void> checkSizes(Central& central, quint16 method)
{
    constexpr std::uint64_t limit = std::numeric_limits<std::int64_t>::max();
    if (central.flags & 1)
        return unsupported(QStringLiteral("it is encrypted"));
    if (method != 0 && method != 8)
        return unsupported(QStringLiteral("compression method %1").arg(method));
    central.entry.deflated = method == 8;
    if (central.packed > limit || central.unpacked > limit)
        return corrupt(QStringLiteral("it claims %1 bytes").arg(central.unpacked));
    if (!central.entry.deflated && central.packed != central.unpacked)
        return corrupt(QStringLiteral("stored, but %1 bytes become %2")
                           .arg(central.packed)
                           .arg(central.unpacked));
    if (central.unpacked / maxRatio > central.packed)
        return corrupt(QStringLiteral("%1 bytes cannot inflate to %2")
                           .arg(central.packed)
                           .arg(central.unpacked));
    central.entry.packedBytes = std::int64_t(central.packed);
    central.entry.bytes = std::int64_t(central.unpacked);
    return {};
}

/// The header at the front of `directory`, which then begins behind it.
Result<Central> readCentral(Bytes& directory)
{
    if (directory.size() < std::size_t(centralSize) || at<quint32>(directory, 0) != 0x02014b50)
        return corrupt(QStringLiteral("the zip directory is damaged"));
    const std::size_t name = at<quint16>(directory, 28), extra = at<quint16>(directory, 30);
    const std::size_t comment = at<quint16>(directory, 32);
    if (name + extra + comment > directory.size() - std::size_t(centralSize))
        return corrupt(QStringLiteral("the zip directory is damaged"));
    Central central;
    const Bytes nameBytes = directory.subspan(centralSize, name);
    central.entry.name
        = QByteArray(reinterpret_cast<const char*>(nameBytes.data()), qsizetype(name));
    central.flags = at<quint16>(directory, 8);
    central.entry.crc = at<quint32>(directory, 16);
    central.packed = at<quint32>(directory, 20);
    central.unpacked = at<quint32>(directory, 24);
    central.headerAt = at<quint32>(directory, 42);
    const auto wide = readExtra64(central, directory.subspan(centralSize + name, extra));
    const auto sizes = wide ? checkSizes(central, at<quint16>(directory, 10)) : wide;
    if (!sizes)
        return sizes.error().in(printable(QString::fromUtf8(central.entry.name)));
    directory = directory.subspan(centralSize + name + extra + comment);
    return central;
}

/// Reads the local header, finds the data behind it. `end`: first byte that is not the entries'.
Result<void> checkLocal(const ByteSource& archive, Central& central, std::uint64_t end)
{
    const auto disagrees = [] { return corrupt(QStringLiteral("its local header disagrees")); };
    const auto nameSize = std::uint64_t(central.entry.name.size());
    if (central.headerAt > end || localSize + nameSize > end - central.headerAt)
        return corrupt(QStringLiteral("lies at %1, past the end").arg(central.headerAt));
    const auto at64 = std::int64_t(central.headerAt);
    const auto local = readBytes(archive, at64, localSize + std::int64_t(nameSize));
    if (!local)
        return local.error();
    const auto* name = reinterpret_cast<const char*>(local->data()) + localSize;
    if (at<quint32>(*local, 0) != 0x04034b50 || at<quint16>(*local, 6) != central.flags
        || at<quint16>(*local, 8) != (central.entry.deflated ? 8 : 0)
        || at<quint16>(*local, 26) != nameSize
        || central.entry.name != QByteArrayView(name, qsizetype(nameSize)))
        return disagrees();
    const bool deferred = central.flags & 8; // Sizes follow the data; here they may be 0.
    const std::array<std::pair<quint32, std::uint64_t>, 3> pairs{
        std::pair(at<quint32>(*local, 14), std::uint64_t(central.entry.crc)),
        std::pair(at<quint32>(*local, 18), central.packed),
        std::pair(at<quint32>(*local, 22), central.unpacked)};
    for (const auto& [here, there] : pairs)
        if (here != there && here != full32 && !(deferred && here == 0))
            return disagrees();
    const std::uint64_t skip = localSize + nameSize + at<quint16>(*local, 28);
    if (skip > end - central.headerAt || central.packed > end - central.headerAt - skip)
        return corrupt(QStringLiteral("%1 bytes at %2 run past the end")
                           .arg(central.packed)
                           .arg(central.headerAt));
    central.entry.offset = std::int64_t(central.headerAt + skip);
    return {};
}

Result<void> checkApart(std::vector<const Central*> entries)
{
    std::sort(entries.begin(), entries.end(),
        [](const Central* a, const Central* b) { return a->headerAt < b->headerAt; });
    std::uint64_t at = 0;
    for (const Central* central : entries) {
        if (central->headerAt < at)
            return corrupt(QStringLiteral("shares bytes with another entry"))
                .in(printable(QString::fromUtf8(central->entry.name)));
        at = std::uint64_t(central->entry.offset + central->entry.packedBytes);
    }
    return {};
}

} // namespace

Result<std::vector<ZipEntry>> readZipDirectory(const ByteSource& archive)
{
    const auto extent = locate(archive);
    if (!extent)
        return extent.error();
    if (const auto checked = checkExtent(*extent); !checked)
        return checked.error();
    const auto bytes
        = readBytes(archive, std::int64_t(extent->offset), std::int64_t(extent->bytes));
    if (!bytes)
        return bytes.error();
    Bytes directory = *bytes;
    std::vector<Central> found;
    QSet<QByteArray> names;
    while (found.size() < extent->entries) {
        auto central = readCentral(directory);
        if (!central)
            return central.error();
        const QString shown = printable(QString::fromUtf8(central->entry.name));
        if (names.contains(central->entry.name))
            return corrupt(QStringLiteral("stands in the zip directory twice")).in(shown);
        names.insert(central->entry.name);
        if (const auto local = checkLocal(archive, *central, extent->offset); !local)
            return local.error().in(shown);
        found.push_back(std::move(*central));
    }
    if (!directory.empty())
        return corrupt(QStringLiteral("the zip directory holds more than its %1 entries")
                           .arg(extent->entries));
    std::vector<const Central*> pointers;
    pointers.reserve(found.size());
    for (const Central& central : found)
        pointers.push_back(&central);
    if (const auto apart = checkApart(std::move(pointers)); !apart)
        return apart.error();
    std::vector<ZipEntry> entries;
    entries.reserve(found.size());
    for (Central& central : found)
        entries.push_back(std::move(central.entry));
    return entries;
}

} // namespace aq
