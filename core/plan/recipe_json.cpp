#include "core/base/printable.h"
#include "core/plan/nearest.h"
#include "core/plan/recipe_fields.h"
#include "core/plan/recipe_values.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace aq {

namespace {

const RecipeField* fieldNamed(QStringView key)
{
    for (const RecipeField& field : recipeFields())
        if (key == QLatin1StringView(field.key))
            return &field;
    return nullptr;
}

/// "group-size", "group_size" and "GroupSize" are all "groupsize": for the command line only.
QString plain(QStringView key)
{
    QString text = key.toString().toLower();
    return text.remove(QLatin1Char('-')).remove(QLatin1Char('_'));
}

const RecipeAlias* aliasNamed(QStringView name)
{
    for (const RecipeAlias& alias : recipeAliases())
        if (name == QLatin1StringView(alias.name))
            return &alias;
    return nullptr;
}

QStringList keys()
{
    QStringList all;
    for (const RecipeField& field : recipeFields())
        all << QLatin1StringView(field.key);
    return all;
}

QString unknownKey(const QString& key)
{
    const QString nearest = nearestOf(key, keys());
    const QString hint
        = nearest.isEmpty() ? QString() : QStringLiteral(" (did you mean '%1'?)").arg(nearest);
    return QStringLiteral("unknown key '%1'").arg(printable(key)) + hint;
}

QString foreignProblem(const ForeignKey& key, const QJsonValue& value)
{
    const bool isOff = value.isNull() || (value.isBool() && !value.toBool());
    if (!key.changesResult || isOff)
        return {};
    return QStringLiteral("'%1' is not available here; remove it or set it to null")
        .arg(QLatin1StringView(key.name));
}

/// One pass over the document that gathers everything that is wrong with it.
struct Reader {
    QJsonObject object;
    Recipe recipe;
    QStringList seen; ///< Keys of ours that already have a value.
    QStringList problems;

    void readKey(const QString& key, const QJsonValue& value);
    void readField(const RecipeField& field, const QString& key, const QJsonValue& value);
};

void Reader::readField(const RecipeField& field, const QString& key, const QJsonValue& value)
{
    const QString ours = QLatin1StringView(field.key);
    if (seen.contains(ours)) {
        problems << QStringLiteral("'%1' is given twice").arg(ours);
        return;
    }
    seen << ours;
    if (const QString problem = readValue(field, value, recipe); !problem.isEmpty())
        problems << key + QStringLiteral(": ") + problem;
    else if (const QString range = problemOf(field, recipe); !range.isEmpty())
        problems << range;
}

void Reader::readKey(const QString& key, const QJsonValue& value)
{
    if (const RecipeField* field = fieldNamed(key))
        return readField(*field, key, value);
    if (const RecipeAlias* alias = aliasNamed(key))
        return readField(*fieldNamed(QString(QLatin1StringView(alias->key))), key,
            alias->convert ? alias->convert(value) : value);
    for (const ForeignKey& foreign : foreignKeys()) {
        if (key != QLatin1StringView(foreign.name))
            continue;
        if (const QString problem = foreignProblem(foreign, value); !problem.isEmpty())
            problems << problem;
        return;
    }
    problems << unknownKey(key);
}

/// The profile first: what the document does not say comes from it.
void readProfile(Reader& reader)
{
    const auto named = reader.object.contains(QLatin1StringView("profile"))
        ? QLatin1StringView("profile")
        : QLatin1StringView("deployment_profile");
    const Profile* profile = profileNamed(reader.object.value(named).toString());
    reader.recipe = recipeFor(profile ? *profile : *profileNamed(u"local"));
}

QString placeOf(const QByteArray& json, int offset)
{
    const auto before = QByteArrayView(json).first(std::min<qsizetype>(offset, json.size()));
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf('\n');
    return QStringLiteral("line %1, column %2").arg(line).arg(column);
}

/// Fills the empty list of a document of toJson() as QJsonDocument would have written it.
void insertRules(QByteArray& json, const char* key, const NamedRules& rules)
{
    if (rules.empty())
        return;
    const QByteArray empty = QByteArray("\n    \"") + key + "\": [\n    ]";
    QByteArray full = empty.chopped(6);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const QByteArray rule = QJsonDocument(writeRule(rules[i])).toJson(QJsonDocument::Indented);
        full += i == 0 ? "\n        " : ",\n        ";
        full += rule.trimmed().replace("\n", "\n        ");
    }
    full += "\n    ]";
    json.replace(json.indexOf(empty), empty.size(), full);
}

} // namespace

QJsonObject toJsonObject(const Recipe& recipe)
{
    QJsonObject object;
    for (const RecipeField& field : recipeFields())
        object.insert(QLatin1StringView(field.key), writeValue(field, recipe));
    return object;
}

/// The text of the whole document, but without a tree of 100,000 rules in memory: those of single
/// tensors are written one by one where their lists would be.
QByteArray toJson(const Recipe& recipe)
{
    Recipe rest = recipe;
    rest.overrides.clear();
    rest.fitted.clear();
    QByteArray json = QJsonDocument(toJsonObject(rest)).toJson(QJsonDocument::Indented);
    insertRules(json, "overrides", recipe.overrides);
    insertRules(json, "fitted", recipe.fitted);
    return json;
}

Result<Recipe> recipeFromJson(const QByteArray& json)
{
    QJsonParseError parsing;
    const auto document = QJsonDocument::fromJson(json, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return Error{ErrorCode::InvalidPlan,
            QStringLiteral("not JSON: %1 at %2")
                .arg(parsing.errorString(), placeOf(json, parsing.offset)),
            {}};
    if (!document.isObject())
        return Error{ErrorCode::InvalidPlan, QStringLiteral("a recipe is a JSON object"), {}};

    Reader reader{document.object(), {}, {}, {}};
    readProfile(reader);
    for (auto it = reader.object.constBegin(); it != reader.object.constEnd(); ++it)
        reader.readKey(it.key(), it.value());
    if (!reader.problems.isEmpty())
        return Error{ErrorCode::InvalidPlan, reader.problems.join(QStringLiteral("; ")), {}};

    // Upstream's switch for its per-layer widths; without the switch they are meant to work.
    if (reader.object.value(QLatin1StringView("enable_mixed_precision")) == QJsonValue(false))
        reader.recipe.overrides.setEnabled(false);
    return reader.recipe;
}

Result<void> setValue(Recipe& recipe, QStringView key, QStringView value)
{
    const QString wanted = plain(key);
    const RecipeField* field = nullptr;
    for (const RecipeField& candidate : recipeFields())
        if (wanted == plain(QString(QLatin1StringView(candidate.key))))
            field = &candidate;
    for (const RecipeAlias& alias : recipeAliases())
        if (!field && !alias.convert && wanted == plain(QString(QLatin1StringView(alias.name))))
            field = fieldNamed(QString(QLatin1StringView(alias.key)));
    if (!field)
        return Error{ErrorCode::InvalidPlan, unknownKey(key.toString()), {}};

    Recipe changed = recipe;
    QString problem = readText(*field, value, changed);
    if (!problem.isEmpty())
        problem.prepend(QLatin1StringView(field->key) + QStringLiteral(": "));
    else
        problem = problemOf(*field, changed);
    if (!problem.isEmpty())
        return Error{ErrorCode::InvalidPlan, problem, {}};
    if (const Profile* profile = profileNamed(changed.profile);
        wanted == QLatin1StringView("profile"))
        applyProfile(changed, *profile);
    recipe = std::move(changed);
    return {};
}

} // namespace aq
