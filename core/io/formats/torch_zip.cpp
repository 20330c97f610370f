#include "core/io/formats/torch_zip.h"

#include "core/base/printable.h"
#include "core/io/formats/state_dict.h"
#include "core/io/formats/zip_contents.h"
#include "core/io/refusal.h"

#include <QCoreApplication>
#include <QHash>
#include <QtEndian>
#include <algorithm>

namespace aq {
namespace {

constexpr std::int64_t maxPickle = 256 << 20; ///< Bytes.

/// Entries by name.
using Records = QHash<QByteArray, const ZipEntry*>;

/// "archive" of "archive/data.pkl".
Result<QByteArray> findTop(const std::vector<ZipEntry>& entries)
{
    std::vector<QByteArray> tops;
    for (const ZipEntry& entry : entries)
        if (entry.name.endsWith("/data.pkl") && entry.name.count('/') == 1)
            tops.push_back(entry.name.left(entry.name.indexOf('/')));
    if (tops.size() > 1)
        return corrupt(QStringLiteral("%1 pickles named data.pkl").arg(tops.size()));
    if (tops.empty()) {
        const bool numpy = std::any_of(entries.begin(), entries.end(),
            [](const ZipEntry& entry) { return entry.name.endsWith(".npy"); });
        return unsupported(numpy ? QStringLiteral("a NumPy archive, not a PyTorch checkpoint")
                                 : QStringLiteral("a zip archive, but not a PyTorch checkpoint"));
    }
    return tops.front();
}

/// Programs, and byte orders of machines that are gone.
Result<void> checkKind(const ByteSource& archive, const QByteArray& top, const Records& records)
{
    for (auto record = records.begin(); record != records.end(); ++record)
        if (record.key() == top + "/constants.pkl" || record.key().startsWith(top + "/code/"))
            return unsupported(QStringLiteral("a TorchScript archive: a program, not only weights; "
                                              "save its state_dict() instead"));
    const ZipEntry* order = records.value(top + "/byteorder");
    if (!order)
        return {};
    const auto bytes = unpackedBytes(archive, *order, 64);
    if (!bytes)
        return bytes.error().in(QStringLiteral("byteorder"));
    const QByteArrayView text(bytes->data(), qsizetype(bytes->size()));
    if (text == "little")
        return {};
    return unsupported(QStringLiteral("byte order '%1'; only little-endian checkpoints are read")
                           .arg(printable(QString::fromUtf8(text))));
}

Result<StateDict> readStateDict(const ByteSource& archive, const ZipEntry& record)
{
    auto bytes = unpackedBytes(archive, record, maxPickle);
    if (!bytes)
        return bytes.error().in(QStringLiteral("data.pkl"));
    const auto pickle = readPickle(std::move(*bytes));
    if (!pickle)
        return pickle.error().in(QStringLiteral("data.pkl"));
    return findStateDict(*pickle);
}

/// Where the storages lie: stored ones in part 0, the archive; deflated ones in part 1.
class Storages {
public:
    explicit Storages(const std::vector<const ZipEntry*>& used)
    {
        for (const ZipEntry* entry : used)
            (entry->deflated ? m_deflated : m_stored).push_back(*entry);
        const auto byOffset
            = [](const ZipEntry& a, const ZipEntry& b) { return a.offset < b.offset; };
        std::sort(
            m_deflated.begin(), m_deflated.end(), byOffset); // As inflatedEntries() lays them.
        std::int64_t at = 0;
        for (const ZipEntry& entry : m_deflated) {
            m_inflatedAt.insert(entry.name, at);
            at += entry.bytes;
        }
    }

    Blob place(const ZipEntry& entry, std::int64_t offset, std::int64_t bytes) const
    {
        if (entry.deflated)
            return {1, m_inflatedAt.value(entry.name) + offset, bytes};
        return {0, entry.offset + offset, bytes};
    }

    void addParts(const std::shared_ptr<const ByteSource>& archive, const QString& path,
        OpenedModel& into) const
    {
        into.parts.push_back(checkedEntries(archive, m_stored));
        into.files << path;
        if (m_deflated.empty())
            return;
        into.parts.push_back(inflatedEntries(archive, m_deflated));
        into.files << path;
    }

private:
    std::vector<ZipEntry> m_stored, m_deflated;
    QHash<QByteArray, std::int64_t> m_inflatedAt;
};

/// The record of each tensor's storage, checked for length.
Result<std::vector<const ZipEntry*>> findStorages(
    const StateDict& found, const QByteArray& top, const Records& records)
{
    std::vector<const ZipEntry*> storages;
    for (const StoredTensor& tensor : found.tensors) {
        const ZipEntry* record = records.value(top + "/data/" + tensor.storage);
        const auto place = printable(tensor.name);
        if (!record)
            return corrupt(QStringLiteral("its storage %1 is missing")
                               .arg(QString::fromLatin1(tensor.storage)))
                .in(place);
        if (tensor.storageBytes > record->bytes)
            return corrupt(QStringLiteral("its storage %1 has %2 bytes, %3 are claimed")
                               .arg(QString::fromLatin1(tensor.storage))
                               .arg(record->bytes)
                               .arg(tensor.storageBytes))
                .in(place);
        storages.push_back(record);
    }
    return storages;
}

bool beginsAsZip(Bytes head)
{
    if (head.size() < 4)
        return false;
    const auto magic = qFromLittleEndian<quint32>(head.data());
    return magic == 0x04034b50 || magic == 0x06054b50; // The latter: an archive without entries.
}

bool sniff(const Probe& probe) { return !probe.isFolder && beginsAsZip(probe.head); }

Result<OpenedModel> open(const QString& path, const OpenOptions&)
{
    const auto file = openFile(path);
    if (!file)
        return file.error();
    auto opened = openTorchZip(*file, path);
    if (!opened)
        return opened.error().in(path);
    return opened;
}

} // namespace

Result<OpenedModel> openTorchZip(
    const std::shared_ptr<const ByteSource>& archive, const QString& path)
{
    const auto magic = readBytes(*archive, 0, std::min<std::int64_t>(4, archive->size()));
    if (!magic)
        return magic.error();
    if (!beginsAsZip(*magic))
        return corrupt(QStringLiteral(
            "it does not begin like the zip archive that PyTorch writes since version 1.6"));
    const auto entries = readZipDirectory(*archive);
    if (!entries)
        return entries.error();
    const auto top = findTop(*entries);
    if (!top)
        return top.error();
    Records records;
    for (const ZipEntry& entry : *entries)
        records.insert(entry.name, &entry);
    if (const auto kind = checkKind(*archive, *top, records); !kind)
        return kind.error();
    auto found = readStateDict(*archive, *records.value(*top + "/data.pkl"));
    if (!found)
        return found.error();
    const auto used = findStorages(*found, *top, records);
    if (!used)
        return used.error();
    std::vector<const ZipEntry*> unique = *used;
    std::sort(unique.begin(), unique.end());
    unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
    const Storages storages(unique);

    OpenedModel opened;
    storages.addParts(archive, path, opened);
    opened.notes = std::move(found->notes);
    for (std::size_t i = 0; i < found->tensors.size(); ++i) {
        StoredTensor& tensor = found->tensors[i];
        TensorInfo info;
        info.data = storages.place(*(*used)[i], tensor.offset, tensor.span);
        info.name = std::move(tensor.name);
        info.dtype = tensor.dtype;
        info.shape = std::move(tensor.shape);
        info.strides = std::move(tensor.strides);
        opened.header.tensors.push_back(std::move(info));
    }
    return opened;
}

const Format torchZipFormat{
    .id = "torch-zip",
    .title = QT_TRANSLATE_NOOP("Formats", "PyTorch checkpoint"),
    .nameFilter = "*.pth *.pt *.ckpt *.bin",
    .sniff = sniff,
    .open = open,
    .create = nullptr,
};

} // namespace aq
