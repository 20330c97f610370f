#include "core/base/printable.h"
#include "core/plan/preset.h"
#include "core/plan/recipe_fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace aq {
namespace {

constexpr int newest = 1; ///< Of the "preset" object and of the list.
constexpr qsizetype mostNameLength = 100;
const QLatin1StringView metaKey("preset"), listKey("presets"), versionKey("version"),
    nameKey("name"), descriptionKey("description");

Error refused(const QString& why) { return {ErrorCode::InvalidPlan, why, {}}; }

QJsonObject objectOf(const Preset& preset)
{
    QJsonObject all = toJsonObject(preset.recipe), object;
    for (const QString& key : preset.keys)
        object.insert(key, all.value(key));
    object.insert(versionKey, all.value(versionKey));
    object.insert(nameKey, preset.name);
    object.insert(metaKey, QJsonObject{{versionKey, newest}, {descriptionKey, preset.description}});
    return object;
}

/// Which of our fields a key of a document sets, by whatever name; null: none.
const RecipeField* fieldOf(const QString& key)
{
    QLatin1StringView ours;
    for (const RecipeAlias& alias : recipeAliases())
        if (key == QLatin1StringView(alias.name))
            ours = QLatin1StringView(alias.key);
    for (const RecipeField& field : recipeFields())
        if (key == QLatin1StringView(field.key) || ours == QLatin1StringView(field.key))
            return &field;
    return nullptr;
}

QStringList keysOf(const QJsonObject& object)
{
    QStringList said;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        if (const RecipeField* field = fieldOf(it.key()))
            said << QString::fromLatin1(field->key);
    if (said.contains(QLatin1StringView("profile"))) // It sets what the document does not.
        said += builtInPresets().front().keys;
    QStringList keys;
    for (const RecipeField& field : recipeFields())
        if (said.contains(QLatin1StringView(field.key)))
            keys << QString::fromLatin1(field.key);
    keys.removeOne(QLatin1StringView("version"));
    keys.removeOne(QLatin1StringView("name"));
    return keys;
}

QString nameFrom(const QString& text, const QString& otherwise)
{
    const QString name = printable(text.simplified(), mostNameLength);
    return name.isEmpty() ? otherwise : name;
}

Result<Preset> presetFrom(const QJsonObject& object, const QString& name)
{
    auto recipe = recipeFromJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
    if (!recipe)
        return recipe.error();
    const QString title = nameFrom(recipe->name, name);
    const QStringList said = keysOf(object);
    const QJsonValue meta = object.value(metaKey);
    Preset preset = presetOf(*recipe, title, {.target = true, .overrides = meta.isObject()});
    if (!meta.isUndefined() && !meta.isObject())
        return refused(QStringLiteral("preset: not an object"));
    if (meta.toObject().value(versionKey).toInt(newest) > newest)
        return refused(QStringLiteral("preset: made by a newer version of this program"));
    if (meta.isObject())
        preset.keys = said;
    else
        preset.keys.removeIf([&](const QString& key) { return !said.contains(key); });
    preset.description
        = printable(meta.toObject().value(descriptionKey).toString().simplified(), 500);
    if (preset.keys.isEmpty())
        return refused(QStringLiteral("sets nothing"));
    return preset;
}

} // namespace

QByteArray toJson(const Preset& preset)
{
    return QJsonDocument(objectOf(preset)).toJson(QJsonDocument::Indented);
}

QByteArray toJson(std::span<const Preset> presets)
{
    QJsonArray list;
    for (const Preset& preset : presets)
        list << objectOf(preset);
    return QJsonDocument(QJsonObject{{listKey, list}, {versionKey, newest}})
        .toJson(QJsonDocument::Indented);
}

Result<std::vector<Preset>> presetsFromJson(const QByteArray& json, const QString& name)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject root = document.object();
    if (!root.contains(listKey)) {
        if (!document.isObject()) // For its words on what is wrong, and where.
            if (const auto recipe = recipeFromJson(json); !recipe)
                return recipe.error();
        auto preset = presetFrom(root, name);
        if (!preset)
            return preset.error();
        return std::vector{*std::move(preset)};
    }
    if (root.value(versionKey).toInt(newest) > newest)
        return refused(QStringLiteral("made by a newer version of this program"));
    std::vector<Preset> presets;
    for (const QJsonValue entry : root.value(listKey).toArray()) {
        const QString number = QString::number(presets.size() + 1);
        if (!entry.isObject())
            return refused(QStringLiteral("preset %1: not an object").arg(number));
        auto preset = presetFrom(entry.toObject(), QStringLiteral("%1 %2").arg(name, number));
        if (!preset)
            return preset.error().in(QStringLiteral("preset %1").arg(number));
        presets.push_back(*std::move(preset));
    }
    if (presets.empty())
        return refused(QStringLiteral("holds no preset"));
    return presets;
}

} // namespace aq
