#include "core/jobs/scan_cache.h"

#include "core/io/record_file.h"
#include "core/jobs/scan.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>
#include <algorithm>
#include <numeric>

namespace aq {
namespace {

constexpr const char* indexKind = "ArrowQuant scanned models 1";
constexpr const char* memoryKind = "ArrowQuant sensitivity 1"; ///< Raised when sums or estimates
                                                               ///< come to be made otherwise.
constexpr std::size_t mostModels = 1000;
constexpr int attempts = 20; ///< Another program holds a file for as long as it reads or writes.
constexpr unsigned long pauseMs = 10;

const QString suffix = QStringLiteral(".scan");
const QString indexName = QStringLiteral("models.index");

QString indexOf(const QString& folder) { return QDir(folder).filePath(indexName); }

/// The files of a cache, those used longest ago first; nothing else in the folder.
QFileInfoList filesOf(const QString& folder)
{
    return QDir(folder).entryInfoList(
        {QStringLiteral("*") + suffix, indexName}, QDir::Files, QDir::Time | QDir::Reversed);
}

bool isOfKind(const QString& path, const QByteArray& kind)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && kind.startsWith(file.read(kind.size()));
}

/// Null: it is in use, or cannot be made. What has the name and is something else goes.
std::unique_ptr<RecordFile> opened(const QString& path, const QByteArray& kind)
{
    if (QFile::exists(path) && !isOfKind(path, kind))
        QFile::remove(path);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (auto file = RecordFile::open(path, kind))
            return std::move(*file);
        if (!QFile::exists(path))
            break;
        QThread::msleep(pauseMs);
    }
    return {};
}

std::vector<QByteArray> recordsIn(const QString& path, const QByteArray& kind)
{
    if (!QFile::exists(path) || !isOfKind(path, kind))
        return {};
    const auto file = opened(path, kind);
    return file ? file->take() : std::vector<QByteArray>();
}

bool haveSamePaths(const QList<FileStamp>& a, const QList<FileStamp>& b)
{
    return std::ranges::equal(
        a, b, [](const FileStamp& one, const FileStamp& other) { return one.path == other.path; });
}

/// When the status of each file changed last, in milliseconds since 1970. Nobody can set this time:
/// it tells a file from another of the same length that was given the same time of modification.
/// Files whose names or permissions changed look changed too, and are then known by their content.
QList<qint64> changesOf(const QList<FileStamp>& stamps)
{
    QList<qint64> changes;
    for (const FileStamp& stamp : stamps)
        changes += QFileInfo(stamp.path).metadataChangeTime().toMSecsSinceEpoch();
    return changes;
}

std::vector<std::int64_t> lengthsOf(const QList<FileStamp>& stamps)
{
    std::vector<std::int64_t> lengths;
    for (const FileStamp& stamp : stamps)
        lengths.push_back(stamp.bytes);
    std::ranges::sort(lengths);
    return lengths;
}

} // namespace

ScanCache::ScanCache(QString folder, std::int64_t most)
    : m_folder(std::move(folder))
    , m_most(most)
{
    for (const QByteArray& record : recordsIn(indexOf(m_folder), indexKind))
        if (auto model = modelOf(record))
            m_models.push_back(*std::move(model));
}

QString ScanCache::contentOf(const QList<FileStamp>& stamps) const
{
    const QList<qint64> changes = changesOf(stamps);
    for (auto model = m_models.rbegin(); model != m_models.rend(); ++model)
        if (areSame(model->stamps, stamps) && model->changes == changes)
            return model->content;
    return {};
}

bool ScanCache::knowsLengths(const QList<FileStamp>& stamps) const
{
    return std::ranges::any_of(
        m_models, [&](const Model& model) { return lengthsOf(model.stamps) == lengthsOf(stamps); });
}

ScanMemory ScanCache::load(const QString& content) const
{
    ScanMemory memory;
    const QString path = fileOf(content);
    memory.load(recordsIn(path, memoryKind));
    if (QFile file(path); file.exists() && file.open(QIODevice::ReadWrite))
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    return memory;
}

void ScanCache::save(
    const QString& content, const QList<FileStamp>& stamps, const ScanMemory& memory)
{
    if (!QDir().mkpath(m_folder))
        return;
    const auto news = memory.news();
    if (const auto file = news.empty() ? nullptr : opened(fileOf(content), memoryKind))
        static_cast<void>(file->append(news));
    if (contentOf(stamps) != content)
        note({stamps, changesOf(stamps), content});
    prune(fileOf(content));
}

/// Files have one content at a time: what was known of the same names goes.
void ScanCache::note(const Model& model)
{
    const auto file = opened(indexOf(m_folder), indexKind);
    if (!file)
        return;
    m_models.clear(); // Others may have written since.
    for (const QByteArray& record : file->take())
        if (auto known = modelOf(record))
            m_models.push_back(*std::move(known));
    const std::size_t before = m_models.size();
    std::erase_if(
        m_models, [&](const Model& known) { return haveSamePaths(known.stamps, model.stamps); });
    if (m_models.size() >= mostModels)
        m_models.erase(m_models.begin(), m_models.end() - std::ptrdiff_t(mostModels / 2));
    const bool onlyGrows = m_models.size() == before;
    m_models.push_back(model);
    std::vector<QByteArray> records;
    for (const Model& each : std::span(m_models).subspan(onlyGrows ? before : 0))
        records.push_back(recordOf(each));
    if (!onlyGrows && !file->clear())
        return;
    static_cast<void>(file->append(records));
}

void ScanCache::prune(const QString& used) const
{
    std::int64_t bytes = scanCacheBytes(m_folder);
    if (const QFileInfo file(used); file.size() > m_most && QFile::remove(used))
        bytes -= file.size(); // Others need not go for one that cannot stay.
    for (const QFileInfo& file : filesOf(m_folder)) {
        if (bytes <= m_most)
            return;
        if (file.fileName() == indexName || file == QFileInfo(used))
            continue;
        if (QFile::remove(file.filePath()))
            bytes -= file.size();
    }
}

QString ScanCache::fileOf(const QString& content) const
{
    const QByteArray name
        = QCryptographicHash::hash(content.toLatin1(), QCryptographicHash::Sha256).toHex();
    return QDir(m_folder).filePath(QString::fromLatin1(name) + suffix);
}

QByteArray ScanCache::recordOf(const Model& model)
{
    QJsonArray files;
    for (qsizetype i = 0; i < model.stamps.size(); ++i) {
        const FileStamp& stamp = model.stamps[i];
        files += QJsonArray{
            stamp.path, qint64(stamp.bytes), stamp.changed.toMSecsSinceEpoch(), model.changes[i]};
    }
    const QJsonObject object{
        {QStringLiteral("content"), model.content}, {QStringLiteral("files"), files}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<ScanCache::Model> ScanCache::modelOf(const QByteArray& record)
{
    const QJsonObject object = QJsonDocument::fromJson(record).object();
    Model model{{}, {}, object[QLatin1StringView("content")].toString()};
    for (const auto& entry : object[QLatin1StringView("files")].toArray()) {
        const QJsonArray file = entry.toArray();
        model.stamps += {file[0].toString(), file[1].toInteger(-1),
            QDateTime::fromMSecsSinceEpoch(file[2].toInteger(), Qt::UTC)};
        model.changes += file[3].toInteger(-1);
    }
    if (model.content.isEmpty() || model.stamps.isEmpty())
        return {};
    return model;
}

std::int64_t scanCacheBytes(const QString& folder)
{
    const QFileInfoList files = filesOf(folder);
    return std::accumulate(files.begin(), files.end(), std::int64_t(0),
        [](std::int64_t sum, const QFileInfo& file) { return sum + file.size(); });
}

Result<void> clearScanCache(const QString& folder)
{
    for (const QFileInfo& info : filesOf(folder)) {
        QFile file(info.filePath());
        if (!file.remove() && file.exists())
            return Error{ErrorCode::WriteFailed,
                QStringLiteral("cannot remove %1: %2").arg(info.fileName(), file.errorString()),
                folder};
    }
    return {};
}

} // namespace aq
