#include "ui/models/recipe_edits.h"

#include "ui/text/type_text.h"

#include <QHash>
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

/// What was decided for a tensor, said as a choice of a person.
Action actionOf(const TensorPlan& planned)
{
    Action action;
    if (!planned.scheme)
        return action;
    action.scheme = QLatin1StringView(planned.scheme->id);
    if (takesGroups(*planned.scheme))
        action.groupSize = planned.options.groupSize;
    return action;
}

QHash<QStringView, std::size_t> placesOf(const ModelHeader& header)
{
    QHash<QStringView, std::size_t> places;
    places.reserve(qsizetype(header.tensors.size()));
    for (std::size_t i = 0; i < header.tensors.size(); ++i)
        places.insert(header.tensors[i].name, i);
    return places;
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
    recipe.overrides.keepFirstOfEach();
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
        for (const Rule& rule : repair.overrides)
            all.overrides.push_back(rule);
        all.target = repair.target ? repair.target : all.target;
        all.stripPrefix = repair.stripPrefix ? repair.stripPrefix : all.stripPrefix;
        all.architecture = repair.architecture ? repair.architecture : all.architecture;
    }
    return all;
}

Recipe withOverrides(Recipe recipe, const QStringList& names, const std::optional<Action>& action)
{
    if (action)
        recipe.overrides.merge({names, *action});
    else
        recipe.overrides.remove(names);
    return recipe;
}

Recipe withLocks(
    Recipe recipe, const QStringList& names, const ModelHeader& header, const QuantPlan& plan)
{
    NamedRules locks;
    const std::size_t count = std::min(header.tensors.size(), plan.tensors.size());
    std::size_t next = 0; // Names come in the order of the file: each is looked for after the last.
    QHash<QStringView, std::size_t> places;
    for (const QString& name : names) {
        while (next < count && places.isEmpty() && header.tensors[next].name != name)
            ++next;
        if (next == count && places.isEmpty())
            places = placesOf(header);
        const std::size_t at = places.isEmpty() ? next++ : places.value(name, count);
        if (at < count && plan.tensors[at].reason != Reason::NotFloat)
            locks.push_back({name, actionOf(plan.tensors[at]), true});
    }
    recipe.overrides.merge(locks);
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
