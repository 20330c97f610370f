#include "core/io/folder.h"

#include "core/base/printable.h"
#include "core/io/format.h"
#include "core/io/refusal.h"

#include <QDir>

namespace aq {
namespace {

constexpr qsizetype maxListed = 5; ///< Names in a message.

QString listed(const QStringList& names)
{
    QStringList shown;
    for (const QString& name : names.first(qMin(names.size(), maxListed)))
        shown << printable(name, 40);
    const QString text = shown.join(QStringLiteral(", "));
    return names.size() <= maxListed
        ? text
        : text + QStringLiteral(" and %1 more").arg(names.size() - maxListed);
}

/// Names of the files that some format may be in.
QStringList modelPatterns()
{
    QStringList patterns;
    for (const Format* format : formats())
        for (const QString& pattern :
            QString::fromLatin1(format->nameFilter).split(QLatin1Char(' ')))
            if (!pattern.endsWith(QLatin1StringView(".json")))
                patterns << pattern;
    return patterns;
}

QString whatIsThere(const QDir& dir)
{
    const QStringList files = dir.entryList(QDir::Files, QDir::Name);
    const qsizetype folders = dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
    if (files.isEmpty() && folders == 0)
        return QStringLiteral("the folder is empty");
    const QString rest = folders > 0 ? QStringLiteral(" and %1 folders").arg(folders) : QString();
    return QStringLiteral("no model in this folder; it holds %1%2")
        .arg(files.isEmpty() ? QStringLiteral("no files") : listed(files), rest);
}

} // namespace

Result<QString> modelFileIn(const QString& folder)
{
    const QDir dir(folder);
    if (!dir.isReadable())
        return Error{ErrorCode::NotReadable, QStringLiteral("this folder cannot be read"), folder};
    for (const QStringList& patterns :
        {QStringList{QStringLiteral("*.index.json")}, modelPatterns()}) {
        const QStringList found = dir.entryList(patterns, QDir::Files, QDir::Name);
        if (found.size() == 1)
            return dir.filePath(found.front());
        if (found.size() > 1)
            return unsupported(QStringLiteral("%1 models in this folder, choose one: %2")
                                   .arg(QString::number(found.size()), listed(found)))
                .in(folder);
    }
    return unsupported(whatIsThere(dir)).in(folder);
}

} // namespace aq
