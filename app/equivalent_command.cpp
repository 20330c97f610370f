#include "app/equivalent_command.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

namespace aq {
namespace {

QJsonObject objectOf(const Recipe& recipe)
{
    return QJsonDocument::fromJson(toJson(recipe)).object();
}

QString valueText(const QJsonValue& value)
{
    return value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                          : value.toVariant().toString();
}

/// The option of its own that a field has; empty: `--set` does it.
QString optionOf(const QString& key)
{
    return key == QStringLiteral("scheme")    ? QStringLiteral("--bits")
        : key == QStringLiteral("groupSize")  ? QStringLiteral("--group-size")
        : key == QStringLiteral("importance") ? QStringLiteral("--imatrix")
                                              : QString();
}

/// The option for each plain field that differs from the profile's.
QStringList settings(const Recipe& recipe)
{
    const Profile* profile = profileNamed(recipe.profile);
    const QJsonObject wanted = objectOf(recipe);
    const QJsonObject given = objectOf(profile ? recipeFor(*profile) : Recipe());
    QStringList words;
    for (auto field = wanted.begin(); field != wanted.end(); ++field) {
        const bool plain = !field->isArray() && !field->isObject();
        const bool isElsewhere
            = field.key() == QStringLiteral("profile") || field.key() == QStringLiteral("target");
        if (!plain || isElsewhere || *field == given[field.key()])
            continue;
        if (const QString option = optionOf(field.key()); !option.isEmpty())
            words << option << valueText(*field);
        else
            words << QStringLiteral("--set") << field.key() + u'=' + valueText(*field);
    }
    return words;
}

/// A pattern that matches just this name: a name may hold characters that mean something in globs.
QString exactPattern(const QString& name)
{
    const bool plain
        = std::ranges::none_of(name, [](QChar c) { return QStringLiteral("*?[]\\=").contains(c); });
    return plain && !name.startsWith(QStringLiteral("re:"))
        ? name
        : QStringLiteral("re:^%1$").arg(QRegularExpression::escape(name));
}

QStringList layers(const std::vector<Rule>& rules, bool areNames)
{
    QStringList words;
    for (const Rule& rule : rules)
        if (rule.enabled)
            words << QStringLiteral("--layer")
                  << (areNames ? exactPattern(rule.pattern) : rule.pattern) + u'='
                    + actionText(rule.action);
    return words;
}

} // namespace

QString shellQuoted(const QString& word)
{
    static const QRegularExpression harmless(QStringLiteral("^[A-Za-z0-9_./:=,+@%-]+$"));
    if (harmless.match(word).hasMatch())
        return word;
    QString inner = word;
    return u'\'' + inner.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

QString equivalentCommand(
    const QString& model, const Recipe& recipe, const QString& output, bool overrules)
{
    QStringList words{QStringLiteral("arrowquant-cli"), QStringLiteral("quantize"), model,
        QStringLiteral("-o"), output};
    if (!recipe.rules.empty()) {
        words << QStringLiteral("--recipe") << QStringLiteral("plan.json");
    } else {
        words << QStringLiteral("--profile") << recipe.profile << QStringLiteral("--target")
              << recipe.target;
        words << settings(recipe);
        for (const QString& pattern : recipe.sensitiveNames + recipe.sensitivePatterns)
            words << QStringLiteral("--sensitive") << pattern;
        words << layers(recipe.overrides, true) << layers(recipe.patterns, false);
    }
    if (overrules)
        words << QStringLiteral("--force-findings");
    std::ranges::transform(words, words.begin(), shellQuoted);
    return words.join(u' ');
}

QString validateCommand(const QString& original, const QString& written, const Thresholds& limits)
{
    return QStringLiteral("arrowquant-cli validate %1 %2 --min-cosine %3")
        .arg(shellQuoted(original), shellQuoted(written), QString::number(limits.minCosine));
}

} // namespace aq
