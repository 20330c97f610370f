#include "app/recents.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace aq {
namespace {

constexpr qsizetype mostRead = 500; ///< Of a list that somebody else wrote.
const QString pathKey = QStringLiteral("path"), bytesKey = QStringLiteral("bytes"),
              formatKey = QStringLiteral("format"), resultKey = QStringLiteral("lastResult"),
              architectureKey = QStringLiteral("architecture"),
              openedKey = QStringLiteral("opened"), pinnedKey = QStringLiteral("pinned"),
              figuresKey = QStringLiteral("profiles"), errorKey = QStringLiteral("error");

QJsonObject toJson(const QMap<QString, ProfileFigures>& figures)
{
    QJsonObject object;
    for (auto it = figures.constBegin(); it != figures.constEnd(); ++it) {
        QJsonObject known{{bytesKey, it->bytes}};
        if (it->error >= 0)
            known.insert(errorKey, it->error);
        object.insert(it.key(), known);
    }
    return object;
}

QMap<QString, ProfileFigures> figuresFrom(const QJsonObject& object)
{
    QMap<QString, ProfileFigures> figures;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QJsonObject known = it->toObject();
        figures.insert(it.key(), {known[bytesKey].toInteger(-1), known[errorKey].toDouble(-1)});
    }
    return figures;
}

} // namespace

QList<RecentModel> recentsFromJson(const QString& json)
{
    QList<RecentModel> recents;
    for (const QJsonValue& value : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const QJsonObject entry = value.toObject();
        RecentModel recent;
        recent.path = entry[pathKey].toString();
        recent.bytes = entry[bytesKey].toInteger();
        recent.format = entry[formatKey].toString();
        recent.lastResult = entry[resultKey].toString();
        recent.architecture = entry[architectureKey].toString();
        recent.opened = QDateTime::fromString(entry[openedKey].toString(), Qt::ISODate);
        recent.pinned = entry[pinnedKey].toBool();
        recent.figures = figuresFrom(entry[figuresKey].toObject());
        if (!recent.path.isEmpty() && recents.size() < mostRead)
            recents.append(recent);
    }
    return recents;
}

QString recentsToJson(const QList<RecentModel>& recents)
{
    QJsonArray array;
    for (const RecentModel& recent : recents) {
        QJsonObject entry{{pathKey, recent.path}, {bytesKey, qint64(recent.bytes)},
            {formatKey, recent.format}, {resultKey, recent.lastResult}};
        if (!recent.architecture.isEmpty())
            entry.insert(architectureKey, recent.architecture);
        if (recent.opened.isValid())
            entry.insert(openedKey, recent.opened.toUTC().toString(Qt::ISODate));
        if (recent.pinned)
            entry.insert(pinnedKey, true);
        if (!recent.figures.isEmpty())
            entry.insert(figuresKey, toJson(recent.figures));
        array.append(entry);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<RecentModel> remembered(QList<RecentModel> recents, RecentModel model, int most)
{
    const auto old = std::ranges::find(recents, model.path, &RecentModel::path);
    if (old != recents.end()) {
        if (model.lastResult.isEmpty())
            model.lastResult = old->lastResult;
        if (model.architecture.isEmpty())
            model.architecture = old->architecture;
        if (!model.opened.isValid())
            model.opened = old->opened;
        if (model.figures.isEmpty() && model.bytes == old->bytes)
            model.figures = old->figures;
        model.pinned |= old->pinned;
        recents.erase(old);
    }
    recents.prepend(std::move(model));
    return arranged(recents, most);
}

QList<RecentModel> arranged(const QList<RecentModel>& recents, int most)
{
    QList<RecentModel> pinned, others;
    for (const RecentModel& recent : recents)
        (recent.pinned ? pinned : others) << recent;
    return pinned + others.mid(0, most);
}

QList<RecentModel> checkedForExistence(QList<RecentModel> recents)
{
    for (RecentModel& recent : recents)
        recent.missing = !QFileInfo::exists(recent.path);
    return recents;
}

} // namespace aq
