#include "app/output_name.h"

#include "core/plan/target.h"
#include "ui/text/type_text.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace aq {

QString defaultNameTemplate() { return QStringLiteral("{model}-{recipe}.{ext}"); }

QString settingTitle(const Recipe& recipe)
{
    return recipe.name.isEmpty() ? typeTitle(recipe.scheme, targetNamed(recipe.target))
                                 : recipe.name;
}

QString outputName(const QString& model, const Recipe& recipe, const QString& pattern)
{
    static const QRegularExpression unsafe(QStringLiteral("[^A-Za-z0-9._-]+"));
    static const QRegularExpression noName(QStringLiteral("[/\\x00-\\x1f]+"));
    const Target* target = targetNamed(recipe.target);
    QString what = settingTitle(recipe);
    what.replace(unsafe, QStringLiteral("-"));
    QString name = pattern.trimmed();
    const std::pair<QLatin1StringView, QString> words[] = {
        {QLatin1StringView("{recipe}"), what},
        {QLatin1StringView("{target}"), recipe.target},
        {QLatin1StringView("{ext}"), QLatin1StringView(target ? target->extension : "arrow")},
        {QLatin1StringView("{model}"), QFileInfo(QDir::cleanPath(model)).completeBaseName()},
    };
    for (const auto& [word, value] : words)
        name.replace(word, value);
    return name.replace(noName, QStringLiteral("-"));
}

QString uniquePath(const QString& path, const std::function<bool(const QString&)>& taken)
{
    if (!taken(path))
        return path;
    const QFileInfo info(path);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    for (int number = 2;; ++number) {
        const QString other = QDir(info.path())
                                  .filePath(QStringLiteral("%1-%2%3")
                                                .arg(info.completeBaseName())
                                                .arg(number)
                                                .arg(suffix));
        if (!taken(other))
            return other;
    }
}

} // namespace aq
