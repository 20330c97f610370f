#include "core/io/formats/sharded.h"

#include "core/base/printable.h"
#include "core/io/formats/shard_index.h"
#include "core/io/probe.h"
#include "core/io/refusal.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <string_view>

namespace aq {
namespace {

constexpr std::int64_t maxIndexSize = 100'000'000; ///< Bytes, as for a safetensors header.
constexpr qsizetype maxShards = 256;               ///< All stay open.

Result<void> checkShardsExist(const QString& folder, const QStringList& shards)
{
    QString missing;
    qsizetype count = 0;
    for (const QString& shard : shards)
        if (!QFileInfo::exists(folder + QLatin1Char('/') + shard) && count++ == 0)
            missing = shard;
    if (count > 0)
        return Error{ErrorCode::NotReadable,
            count == 1 ? QStringLiteral("shard '%1' is missing").arg(printable(missing))
                       : QStringLiteral("shard '%1' is missing, and %2 more")
                             .arg(printable(missing))
                             .arg(count - 1),
            {}};
    if (shards.size() > maxShards)
        return unsupported(
            QStringLiteral("%1 shards; at most %2 are read").arg(shards.size()).arg(maxShards));
    return {};
}

/// Opens a shard: a file in any format that is no index itself.
Result<OpenedModel> openShard(const QString& path)
{
    std::vector<std::byte> head;
    const auto probe = probeFile(path, head);
    if (!probe)
        return probe.error();
    const auto format = detectFormat(*probe);
    if (!format)
        return format.error().in(path);
    if (*format == &shardedFormat)
        return corrupt(QStringLiteral("an index within an index")).in(path);
    return (*format)->open(path, {});
}

/// Puts a shard's tensors that the index places there behind those of earlier shards.
///
/// @return how many of its tensors the index does not place there.
int addShard(const ShardIndex& index, int number, OpenedModel& shard, OpenedModel& model)
{
    int strays = 0;
    const int firstPart = int(model.parts.size());
    for (TensorInfo& tensor : shard.header.tensors) {
        if (index.shardOf.value(tensor.name, -1) != number) {
            ++strays;
            continue;
        }
        moveParts(tensor, firstPart);
        model.header.tensors.push_back(std::move(tensor));
    }
    for (auto entry = shard.header.metadata.cbegin(); entry != shard.header.metadata.cend();
         ++entry)
        if (!model.header.metadata.contains(entry.key()))
            model.header.metadata.insert(entry.key(), entry.value());
    model.parts.insert(model.parts.end(), shard.parts.begin(), shard.parts.end());
    model.files << shard.files;
    model.protectedFiles << shard.protectedFiles;
    model.notes << shard.notes;
    return strays;
}

/// Every name in the index has to be in its shard.
Result<void> checkComplete(const ShardIndex& index, const ModelHeader& header)
{
    if (std::size_t(index.shardOf.size()) == header.tensors.size())
        return {}; // Both without duplicates, the tensors a subset of the index.
    QHash<QString, int> missing = index.shardOf;
    for (const TensorInfo& tensor : header.tensors)
        missing.remove(tensor.name);
    auto first = missing.cbegin();
    for (auto entry = missing.cbegin(); entry != missing.cend(); ++entry)
        if (entry.key() < first.key())
            first = entry;
    const QString shard = printable(index.shards[first.value()]);
    return corrupt(missing.size() == 1 ? QStringLiteral("is not in shard '%1'").arg(shard)
                                       : QStringLiteral("is not in shard '%1'; %2 more are missing")
                                             .arg(shard)
                                             .arg(missing.size() - 1))
        .in(printable(first.key()));
}

void noteTotalSize(const ShardIndex& index, OpenedModel& model)
{
    std::int64_t bytes = 0;
    for (const TensorInfo& tensor : model.header.tensors)
        bytes += tensor.bytes(); // Each lies in a file, so the sum cannot overflow.
    if (index.totalSize && *index.totalSize != bytes)
        model.notes << QStringLiteral(
            "The index says that the tensors take %1 bytes; they take %2.")
                           .arg(*index.totalSize)
                           .arg(bytes);
}

bool sniff(const Probe& probe)
{
    if (probe.isFolder)
        return false;
    const std::string_view head(
        reinterpret_cast<const char*>(probe.head.data()), probe.head.size());
    const auto first = head.find_first_not_of(" \t\r\n");
    return first != head.npos && head[first] == '{'
        && (head.find("\"weight_map\"") != head.npos
            || probe.path.endsWith(QLatin1StringView(".index.json")));
}

Result<ShardIndex> readIndex(const QString& path)
{
    const auto file = openFile(path);
    if (!file)
        return file.error();
    if ((*file)->size() > maxIndexSize)
        return corrupt(QStringLiteral("an index of %1 bytes").arg((*file)->size())).in(path);
    const auto text = readBytes(**file, 0, (*file)->size());
    if (!text)
        return text.error().in(path);
    auto index = parseShardIndex(*text);
    if (!index)
        return index.error().in(path);
    return index;
}

Result<OpenedModel> open(const QString& path, const OpenOptions&)
{
    const auto index = readIndex(path);
    if (!index)
        return index.error();
    const QString folder = QFileInfo(path).path();
    if (const auto exist = checkShardsExist(folder, index->shards); !exist)
        return exist.error().in(path);
    OpenedModel model;
    model.header.metadata = index->metadata;
    model.protectedFiles << path;
    int strays = 0;
    for (int i = 0; i < int(index->shards.size()); ++i) {
        auto shard = openShard(folder + QLatin1Char('/') + index->shards[i]);
        if (!shard)
            return shard.error();
        strays += addShard(*index, i, *shard, model);
    }
    if (const auto complete = checkComplete(*index, model.header); !complete)
        return complete.error().in(path);
    if (strays > 0)
        model.notes << QStringLiteral("%1 tensors in the shards are not in the index; left out.")
                           .arg(strays);
    noteTotalSize(*index, model);
    return model;
}

} // namespace

QStringList filesOfIndex(const QString& path)
{
    QStringList files{path};
    if (const auto index = readIndex(path))
        for (const QString& shard : index->shards)
            files << QFileInfo(path).path() + QLatin1Char('/') + shard;
    return files;
}

const Format shardedFormat{
    .id = "sharded",
    .title = QT_TRANSLATE_NOOP("Formats", "Sharded model"),
    .nameFilter = "*.index.json",
    .sniff = sniff,
    .open = open,
    .create = nullptr,
};

} // namespace aq
