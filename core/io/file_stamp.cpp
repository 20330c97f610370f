#include "core/io/file_stamp.h"

#include "core/io/model_source.h"

#include <QFileInfo>
#include <QMap>
#include <algorithm>

namespace aq {
namespace {

constexpr qint64 second = 1000;   ///< Milliseconds.
constexpr qint64 coarsest = 2000; ///< Steps that the clock of a file system may make.
constexpr std::int64_t missing = -1;

bool isSameTime(const QDateTime& a, const QDateTime& b)
{
    const qint64 one = a.toMSecsSinceEpoch(), other = b.toMSecsSinceEpoch();
    const bool isCoarse = one % second == 0 || other % second == 0;
    return one == other || (isCoarse && std::abs(one - other) < coarsest);
}

} // namespace

FileStamp stampNow(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {info.absoluteFilePath(), missing, {}};
    return {info.absoluteFilePath(), info.size(), info.lastModified().toUTC()};
}

bool isSame(const FileStamp& a, const FileStamp& b)
{
    return a.path == b.path && a.bytes == b.bytes && isSameTime(a.changed, b.changed);
}

bool areSame(const QList<FileStamp>& a, const QList<FileStamp>& b)
{
    return std::ranges::equal(a, b, isSame);
}

QList<FileStamp> stampsOf(const ModelSource& model)
{
    QMap<QString, FileStamp> stamps;
    if (!model)
        return {};
    const OpenedModel& opened = model.opened();
    for (std::size_t i = 0; i < opened.parts.size(); ++i) {
        const auto stamp = stampWhenOpened(*opened.parts[i], opened.files.value(qsizetype(i)));
        if (stamp && !stamps.contains(stamp->path))
            stamps.insert(stamp->path, *stamp);
    }
    return stamps.values();
}

bool areUnchanged(const QList<FileStamp>& stamps)
{
    return std::ranges::all_of(
        stamps, [](const FileStamp& stamp) { return isSame(stamp, stampNow(stamp.path)); });
}

} // namespace aq
