#include "core/plan/preset.h"

#include "core/plan/named_recipe.h"
#include "core/plan/recipe_fields.h"
#include "core/plan/target.h"
#include "core/plan/target_scheme.h"
#include "core/quant/scheme.h"

#include <algorithm>
#include <array>

namespace aq {
namespace {

/// What applyProfile() sets; a test compares them.
constexpr std::array profileKeys{"profile", "scheme", "groupSize", "keepSensitive", "minCosine",
    "timeGroups", "timeAware", "spatial", "calibrationSamples"};
/// What is about one model or one file.
constexpr std::array modelKeys{
    "version", "name", "architecture", "stripPrefix", "importance", "overrides", "fitted"};

QStringList listOf(std::span<const char* const> keys)
{
    QStringList list;
    for (const char* key : keys)
        list << QString::fromLatin1(key);
    return list;
}

Preset profilePreset(const Profile& profile)
{
    const QString id = QString::fromLatin1(profile.id);
    return {QStringLiteral("profiles/") + id, QString::fromUtf8(profile.title),
        QStringLiteral("profiles"), QString::fromUtf8(profile.hardware), true, listOf(profileKeys),
        recipeFor(profile)};
}

Preset typePreset(
    const Target& target, const QString& id, const QString& title, const QString& about)
{
    Recipe recipe;
    recipe.target = QString::fromLatin1(target.id);
    recipe.scheme = id;
    return {recipe.target + u'/' + id, title, recipe.target, about, true,
        {QStringLiteral("target"), QStringLiteral("scheme")}, recipe};
}

std::vector<Preset> makeBuiltIn()
{
    std::vector<Preset> presets;
    for (const Profile& profile : profiles())
        presets.push_back(profilePreset(profile));
    for (const Target& target : targets()) {
        if (qstrcmp(target.family, "ggml") == 0) {
            for (const NamedRecipe& named : namedRecipes())
                presets.push_back(typePreset(target, named.id, named.title, named.about));
            continue;
        }
        for (const Scheme* scheme : schemes())
            if (qstrcmp(scheme->family, target.family) == 0)
                presets.push_back(typePreset(target, QString::fromLatin1(scheme->id),
                    QString::fromUtf8(scheme->title), QString::fromUtf8(target.about)));
    }
    return presets;
}

bool sameField(const RecipeField& field, const Recipe& a, const Recipe& b)
{
    return std::visit([&](auto member) { return a.*member == b.*member; }, field.member);
}

bool sameType(const Recipe& a, const Recipe& b)
{
    const Target* target = targetNamed(a.target);
    if (a.scheme == b.scheme || !target)
        return a.scheme == b.scheme;
    const Meaning left = defaultMeaning(a.scheme, *target),
                  right = defaultMeaning(b.scheme, *target);
    return left.scheme && left.scheme == right.scheme && left.named == right.named;
}

} // namespace

const std::vector<Preset>& builtInPresets()
{
    static const std::vector<Preset> presets = makeBuiltIn();
    return presets;
}

Preset presetOf(const Recipe& recipe, const QString& name, PresetScope scope)
{
    Preset preset;
    preset.name = name;
    preset.recipe = recipe;
    preset.recipe.name = name;
    const QStringList left = listOf(modelKeys);
    for (const RecipeField& field : recipeFields()) {
        const QString key = QString::fromLatin1(field.key);
        const bool isTarget = key == QLatin1StringView("target");
        const bool isOverrides = key == QLatin1StringView("overrides");
        if (isTarget ? scope.target : isOverrides ? scope.overrides : !left.contains(key))
            preset.keys << key;
    }
    return preset;
}

Recipe withPreset(Recipe recipe, const Preset& preset)
{
    for (const RecipeField& field : recipeFields())
        if (preset.sets(QString::fromLatin1(field.key)))
            std::visit([&](auto member) { recipe.*member = preset.recipe.*member; }, field.member);
    return recipe;
}

bool isModified(const Recipe& recipe, const Preset& preset)
{
    return std::ranges::any_of(recipeFields(), [&](const RecipeField& field) {
        if (!preset.sets(QString::fromLatin1(field.key)))
            return false;
        return qstrcmp(field.key, "scheme") == 0 ? !sameType(recipe, preset.recipe)
                                                 : !sameField(field, recipe, preset.recipe);
    });
}

QString freeName(const QString& name, const QStringList& taken)
{
    QString candidate = name;
    for (int number = 2; taken.contains(candidate, Qt::CaseInsensitive); ++number)
        candidate = QStringLiteral("%1 %2").arg(name).arg(number);
    return candidate;
}

} // namespace aq
