#include "core/io/formats/safetensors.h"

#include "core/base/printable.h"
#include "core/io/formats/packed_safetensors.h"
#include "core/io/formats/safetensors_json.h"
#include "core/io/formats/safetensors_writer.h"
#include "core/io/refusal.h"
#include "core/io/single_file.h"

#include <QCoreApplication>
#include <QtEndian>
#include <algorithm>
#include <string_view>

namespace aq {
namespace {

constexpr std::int64_t prefixSize = 8;
constexpr std::uint64_t maxHeaderSize = 100'000'000; ///< As in the reference implementation.

/// Length of the JSON text, checked against the file.
Result<std::int64_t> readHeaderSize(const ByteSource& file)
{
    if (file.size() < prefixSize)
        return corrupt(
            QStringLiteral("%1 bytes are too few for a safetensors file").arg(file.size()));
    const auto prefix = readBytes(file, 0, prefixSize);
    if (!prefix)
        return prefix.error();
    const auto size = qFromLittleEndian<quint64>(prefix->data());
    if (size > maxHeaderSize)
        return corrupt(QStringLiteral("the header claims %1 bytes; at most %2 are allowed")
                           .arg(size)
                           .arg(maxHeaderSize));
    if (size > std::uint64_t(file.size() - prefixSize))
        return corrupt(QStringLiteral("the header claims %1 bytes, the file has %2")
                           .arg(size)
                           .arg(file.size()));
    return std::int64_t(size);
}

/// Sorts by offset; the ranges must begin at 0, touch, and end at the end of the data.
Result<void> checkTiling(std::vector<SafetensorsEntry>& entries, std::uint64_t dataSize)
{
    const auto isBefore = [](const auto& a, const auto& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    };
    if (!std::is_sorted(entries.begin(), entries.end(), isBefore))
        std::stable_sort(entries.begin(), entries.end(), isBefore);
    std::uint64_t at = 0;
    for (const SafetensorsEntry& entry : entries) {
        if (entry.begin != at)
            return corrupt(entry.begin < at
                    ? QStringLiteral("begins at %1, inside the tensor before it that ends at %2")
                          .arg(entry.begin)
                          .arg(at)
                    : QStringLiteral("begins at %1; the bytes from %2 belong to no tensor")
                          .arg(entry.begin)
                          .arg(at))
                .in(printable(entry.name));
        if (entry.end > dataSize)
            return corrupt(QStringLiteral("ends at %1, past the %2 bytes of data")
                               .arg(entry.end)
                               .arg(dataSize))
                .in(printable(entry.name));
        at = entry.end;
    }
    if (at != dataSize)
        return corrupt(QStringLiteral("%1 bytes after the last tensor").arg(dataSize - at));
    return {};
}

/// The range must be exactly as long as the shape says. @pre checkTiling() came before.
Result<TensorInfo> toTensor(SafetensorsEntry& entry, std::int64_t dataStart)
{
    const auto bytes = byteSize(entry.shape, entry.dtype);
    if (!bytes)
        return corrupt(
            QStringLiteral("shape %1 of %2 overflows or is not a whole number of bytes")
                .arg(printable(shapeText(entry.shape)), QLatin1StringView(nameOf(entry.dtype))));
    if (std::uint64_t(*bytes) != entry.end - entry.begin)
        return corrupt(
            QStringLiteral("shape %1 of %2 takes %3 bytes, its data_offsets span %4")
                .arg(printable(shapeText(entry.shape)), QLatin1StringView(nameOf(entry.dtype)))
                .arg(*bytes)
                .arg(entry.end - entry.begin));
    TensorInfo tensor;
    tensor.name = std::move(entry.name);
    tensor.dtype = entry.dtype;
    tensor.shape = std::move(entry.shape);
    tensor.data = {0, dataStart + std::int64_t(entry.begin), *bytes};
    return tensor;
}

bool sniff(const Probe& probe)
{
    if (probe.isFolder || probe.head.size() <= std::size_t(prefixSize))
        return false;
    const std::string_view head(
        reinterpret_cast<const char*>(probe.head.data()), probe.head.size());
    const auto first = head.find_first_not_of(" \t\r\n", std::size_t(prefixSize));
    return first != head.npos && head[first] == '{'
        && qFromLittleEndian<quint64>(probe.head.data()) <= maxHeaderSize;
}

/// Our own packed files list codes, scales and zero points: they become whole tensors again.
Result<ModelHeader> readWholeTensors(const ByteSource& file)
{
    auto header = readSafetensorsHeader(file);
    if (!header)
        return header;
    if (auto folded = foldPacked(*header); !folded)
        return folded.error();
    return header;
}

Result<OpenedModel> open(const QString& path, const OpenOptions&)
{
    return openSingleFile(path, readWholeTensors);
}

} // namespace

Result<ModelHeader> readSafetensorsHeader(const ByteSource& file)
{
    const auto size = readHeaderSize(file);
    if (!size)
        return size.error();
    auto contents = [&]() -> Result<SafetensorsContents> {
        const auto text = readBytes(file, prefixSize, *size);
        return text ? parseSafetensorsJson(*text) : text.error();
    }();
    if (!contents)
        return contents.error();
    const std::int64_t dataStart = prefixSize + *size;
    if (const auto tiling = checkTiling(contents->entries, std::uint64_t(file.size() - dataStart));
        !tiling)
        return tiling.error();
    ModelHeader header;
    header.metadata = std::move(contents->metadata);
    header.tensors.reserve(contents->entries.size());
    for (SafetensorsEntry& entry : contents->entries) {
        auto tensor = toTensor(entry, dataStart);
        if (!tensor)
            return tensor.error().in(printable(entry.name));
        header.tensors.push_back(std::move(*tensor));
    }
    return header;
}

const Format safetensorsFormat{
    .id = "safetensors",
    .title = QT_TRANSLATE_NOOP("Formats", "Safetensors"),
    .nameFilter = "*.safetensors",
    .sniff = sniff,
    .open = open,
    .create = createSafetensors,
    .fileBytes = safetensorsFileBytes,
    .wantsAlignment = true,
};

} // namespace aq
