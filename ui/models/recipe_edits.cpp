#include "ui/models/recipe_edits.h"

#include "ui/text/type_text.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace aq {
namespace {

/// `[` first: the brackets that make `*` and `?` literal must not be escaped again.
QString literal(const QString& text)
{
    QString escaped;
    for (const QChar c : text)
        escaped += c == u'[' || c == u'*' || c == u'?' ? QStringLiteral("[%1]").arg(c) : QString(c);
    return escaped;
}

QString commonStart(const QStringList& names)
{
    const auto [low, high] = std::ranges::minmax_element(names);
    const auto end = std::ranges::mismatch(*low, *high).in1;
    return low->left(std::distance(low->begin(), end));
}

QString commonEnd(QStringList names)
{
    for (QString& name : names)
        std::ranges::reverse(name);
    QString end = commonStart(names);
    std::ranges::reverse(end);
    return end;
}

/// Names of as many parts: part by part. `*` matches dots too, so neighbours are one.
QString patternOfParts(const QList<QStringList>& names)
{
    QStringList parts;
    for (qsizetype i = 0; i < names.first().size(); ++i) {
        const QString& part = names.first()[i];
        const bool same
            = std::ranges::all_of(names, [&](const QStringList& name) { return name[i] == part; });
        if (same)
            parts << literal(part);
        else if (parts.isEmpty() || parts.last() != QStringLiteral("*"))
            parts << QStringLiteral("*");
    }
    return parts.join(u'.');
}

/// Blocks and floats have no groups to choose.
bool takesGroups(const Scheme& scheme)
{
    return scheme.blockElements == 0
        && QLatin1StringView(scheme.family) == QLatin1StringView("affine");
}

} // namespace

Recipe withProfile(Recipe recipe, const Profile& profile)
{
    applyProfile(recipe, profile);
    return recipe;
}

bool isModified(const Recipe& recipe, const Profile& profile)
{
    Recipe fresh = withProfile(recipe, profile);
    // Q4_K_M is no change where INT4 means just that.
    const Target* target = targetNamed(recipe.target);
    if (typeTitle(fresh.scheme, target) == typeTitle(recipe.scheme, target))
        fresh.scheme = recipe.scheme;
    return fresh != recipe;
}

Recipe withTarget(Recipe recipe, const Target& target)
{
    recipe.target = QString::fromLatin1(target.id);
    return recipe;
}

Recipe withRepair(Recipe recipe, const Repair& repair)
{
    recipe = repaired(std::move(recipe), repair);
    QSet<QString> seen;
    std::erase_if(recipe.overrides, [&](const Rule& rule) {
        const bool isLater = seen.contains(rule.pattern);
        seen.insert(rule.pattern);
        return isLater;
    });
    return recipe;
}

Repair joined(std::span<const Repair> repairs)
{
    if (repairs.size() == 1)
        return repairs.front();
    Repair all;
    for (const Repair& repair : repairs) {
        all.id = repair.id;
        all.label = repair.label;
        all.overrides.insert(all.overrides.end(), repair.overrides.begin(), repair.overrides.end());
        all.target = repair.target ? repair.target : all.target;
        all.stripPrefix = repair.stripPrefix ? repair.stripPrefix : all.stripPrefix;
        all.architecture = repair.architecture ? repair.architecture : all.architecture;
    }
    return all;
}

Recipe withOverrides(Recipe recipe, const QStringList& names, const std::optional<Action>& action)
{
    QSet<QString> left(names.begin(), names.end());
    std::erase_if(
        recipe.overrides, [&](const Rule& rule) { return !action && left.contains(rule.pattern); });
    if (!action)
        return recipe;
    for (Rule& rule : recipe.overrides) {
        if (left.remove(rule.pattern))
            rule = {rule.pattern, *action, true};
    }
    for (const QString& name : names) {
        if (left.remove(name))
            recipe.overrides.push_back({name, *action, true});
    }
    return recipe;
}

Recipe withLocks(
    Recipe recipe, const QStringList& names, const ModelHeader& header, const QuantPlan& plan)
{
    const QSet<QString> wanted(names.begin(), names.end());
    QHash<QString, Action> locks;
    for (std::size_t i = 0; i < header.tensors.size() && i < plan.tensors.size(); ++i) {
        const TensorPlan& planned = plan.tensors[i];
        if (planned.reason == Reason::NotFloat || !wanted.contains(header.tensors[i].name))
            continue;
        Action action;
        if (planned.scheme)
            action.scheme = QLatin1StringView(planned.scheme->id);
        if (planned.scheme && takesGroups(*planned.scheme))
            action.groupSize = planned.options.groupSize;
        locks.insert(header.tensors[i].name, action);
    }
    for (Rule& rule : recipe.overrides)
        if (const auto lock = locks.constFind(rule.pattern); lock != locks.cend())
            rule = {rule.pattern, locks.take(rule.pattern), true};
    for (const QString& name : names)
        if (const auto lock = locks.constFind(name); lock != locks.cend())
            recipe.overrides.push_back({name, locks.take(name), true});
    return recipe;
}

QString patternFor(const QStringList& names)
{
    if (names.isEmpty())
        return {};
    if (names.size() == 1)
        return literal(names.first());
    QList<QStringList> split;
    for (const QString& name : names)
        split << name.split(u'.');
    const auto parts = split.first().size();
    if (std::ranges::all_of(split, [parts](const QStringList& n) { return n.size() == parts; }))
        return patternOfParts(split);
    const QString start = commonStart(names);
    qsizetype shortest = names.first().size();
    for (const QString& name : names)
        shortest = std::min(shortest, name.size());
    const QString end = commonEnd(names).right(shortest - start.size()); // They must not overlap.
    return literal(start) + u'*' + literal(end);
}

} // namespace aq
