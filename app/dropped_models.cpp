#include "app/dropped_models.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace aq {
namespace {

/// Folder and common name of "model-00002-of-00005.safetensors" or of
/// "model.safetensors.index.json"; empty: neither.
QString setOf(const QString& path)
{
    static const QRegularExpression shard(
        QStringLiteral("^(.*)-\\d{1,6}-of-\\d{1,6}\\.[A-Za-z]+$")),
        index(QStringLiteral("^(.*)\\.(safetensors|bin|pt|pth)\\.index\\.json$"));
    const QFileInfo file(path);
    for (const QRegularExpression& pattern : {shard, index})
        if (const auto match = pattern.match(file.fileName()); match.hasMatch())
            return file.path() + u'/' + match.captured(1);
    return {};
}

bool isIndex(const QString& path) { return path.endsWith(QLatin1StringView(".index.json")); }

} // namespace

QStringList modelsAmong(const QStringList& paths)
{
    QStringList sets;
    for (const QString& path : paths)
        sets << setOf(path);
    QStringList models;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString& set = sets[i];
        if (set.isEmpty() || sets.count(set) == 1) {
            models << paths[i];
            continue;
        }
        QString whole = QFileInfo(paths[i]).path();
        for (qsizetype j = 0; j < paths.size(); ++j)
            if (sets[j] == set && isIndex(paths[j]))
                whole = paths[j];
        models << whole;
    }
    models.removeDuplicates();
    return models;
}

QStringList localPaths(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace aq
