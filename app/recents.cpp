#include "app/recents.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace aq {
namespace {
const QString pathKey = QStringLiteral("path"), bytesKey = QStringLiteral("bytes"),
              formatKey = QStringLiteral("format"), resultKey = QStringLiteral("lastResult");
}

QList<RecentModel> recentsFromJson(const QString& json)
{
    QList<RecentModel> recents;
    for (const QJsonValue& value : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const QJsonObject entry = value.toObject();
        const QString path = entry[pathKey].toString();
        if (!path.isEmpty() && recents.size() < mostRecents)
            recents.append({path, entry[bytesKey].toInteger(), entry[formatKey].toString(),
                entry[resultKey].toString(), false});
    }
    return recents;
}

QString recentsToJson(const QList<RecentModel>& recents)
{
    QJsonArray array;
    for (const RecentModel& recent : recents)
        array.append(QJsonObject{{pathKey, recent.path}, {bytesKey, qint64(recent.bytes)},
            {formatKey, recent.format}, {resultKey, recent.lastResult}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<RecentModel> remembered(QList<RecentModel> recents, RecentModel model)
{
    const auto old = std::ranges::find(recents, model.path, &RecentModel::path);
    if (old != recents.end()) {
        if (model.lastResult.isEmpty())
            model.lastResult = old->lastResult;
        recents.erase(old);
    }
    recents.prepend(std::move(model));
    return recents.mid(0, mostRecents);
}

QList<RecentModel> checkedForExistence(QList<RecentModel> recents)
{
    for (RecentModel& recent : recents)
        recent.missing = !QFileInfo::exists(recent.path);
    return recents;
}

} // namespace aq
