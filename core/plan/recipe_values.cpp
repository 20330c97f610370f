#include "core/plan/recipe_values.h"
#include "core/base/printable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <array>
#include <cmath>

namespace aq {

namespace {

template <typename Enum>
struct Word {
    const char* word;
    Enum value;
};
constexpr Word<Symmetry> symmetries[] = {{"symmetric", Symmetry::Symmetric},
    {"asymmetric", Symmetry::Asymmetric}, {"asymmetric-integer", Symmetry::AsymmetricInteger}};
constexpr Word<ScaleType> scaleTypes[] = {{"f16", ScaleType::F16}, {"f32", ScaleType::F32}};
constexpr Word<Search> searches[]
    = {{"none", Search::None}, {"balanced", Search::Balanced}, {"best", Search::Best}};
constexpr Word<ErrorWeight> errorWeights[] = {{"parameters", ErrorWeight::Parameters},
    {"energy", ErrorWeight::Energy}, {"tensors", ErrorWeight::Tensors}};

constexpr std::span<const Word<Symmetry>> wordsFor(Symmetry) { return symmetries; }
constexpr std::span<const Word<ScaleType>> wordsFor(ScaleType) { return scaleTypes; }
constexpr std::span<const Word<Search>> wordsFor(Search) { return searches; }
constexpr std::span<const Word<ErrorWeight>> wordsFor(ErrorWeight) { return errorWeights; }

template <typename Enum>
concept HasWords = requires(Enum value) { wordsFor(value); };

// Writing.

QJsonValue write(bool value) { return value; }
QJsonValue write(int value) { return value; }
QJsonValue write(std::int64_t value) { return qint64(value); }
QJsonValue write(double value) { return value; }
QJsonValue write(const QString& value) { return value; }
QJsonValue write(const QStringList& value) { return QJsonArray::fromStringList(value); }

QJsonValue writeRules(const auto& rules)
{
    QJsonArray array;
    for (const Rule& rule : rules)
        array << writeRule(rule);
    return array;
}

QJsonValue write(const std::vector<Rule>& rules) { return writeRules(rules); }
QJsonValue write(const NamedRules& rules) { return writeRules(rules); }

template <HasWords Enum>
QJsonValue write(Enum value)
{
    for (const auto& [word, meaning] : wordsFor(value))
        if (meaning == value)
            return QString(QLatin1StringView(word));
    return {};
}

// Reading: each returns what is wrong, or nothing.

QString read(const QJsonValue& json, bool& value)
{
    if (!json.isBool())
        return QStringLiteral("must be true or false");
    value = json.toBool();
    return {};
}

QString read(const QJsonValue& json, std::int64_t& value)
{
    const double number = json.toDouble(std::nan(""));
    if (!(std::abs(number) <= 9007199254740992.0) || number != std::floor(number)) // Or NaN.
        return QStringLiteral("must be a whole number");
    value = std::int64_t(number);
    return {};
}

QString read(const QJsonValue& json, int& value)
{
    std::int64_t wide = 0;
    const QString problem = read(json, wide);
    if (!problem.isEmpty() || wide != int(wide))
        return QStringLiteral("must be a whole number");
    value = int(wide);
    return {};
}

QString read(const QJsonValue& json, double& value)
{
    if (!json.isDouble())
        return QStringLiteral("must be a number");
    value = json.toDouble();
    return {};
}

QString read(const QJsonValue& json, QString& value)
{
    if (!json.isString())
        return QStringLiteral("must be a string");
    value = json.toString();
    return {};
}

QString read(const QJsonValue& json, QStringList& value)
{
    QStringList list;
    for (const QJsonValue entry : json.toArray()) {
        if (!entry.isString())
            return QStringLiteral("must be a list of strings");
        list << entry.toString();
    }
    if (!json.isArray())
        return QStringLiteral("must be a list of strings");
    value = list;
    return {};
}

template <HasWords Enum>
QString read(const QJsonValue& json, Enum& value)
{
    QStringList words;
    for (const auto& [word, meaning] : wordsFor(value)) {
        words << QLatin1StringView(word);
        if (json.toString() == words.back()) {
            value = meaning;
            return {};
        }
    }
    return QStringLiteral("must be one of %1").arg(words.join(QStringLiteral(", ")));
}

/// 4, "4", "int4", "int4:64", "keep"
Result<Action> readAction(
    const QJsonValue& json, Result<Action> (*parse)(QStringView) = parseAction)
{
    if (json.isString())
        return parse(json.toString());
    if (json.isDouble())
        return parse(QString::number(json.toDouble(), 'g', 17));
    return Error{ErrorCode::InvalidPlan, QStringLiteral("an action is a number or a string"), {}};
}

Result<Rule> readRule(const QJsonValue& json)
{
    const QJsonObject object = json.toObject();
    for (const QString& key : object.keys())
        if (key != QLatin1StringView("pattern") && key != QLatin1StringView("action")
            && key != QLatin1StringView("enabled"))
            return Error{ErrorCode::InvalidPlan,
                QStringLiteral("unknown key '%1' in a rule").arg(printable(key)), {}};
    const QJsonValue pattern = object.value(QLatin1StringView("pattern"));
    const QJsonValue enabled = object.value(QLatin1StringView("enabled"));
    if (!pattern.isString() || !(enabled.isUndefined() || enabled.isBool()))
        return Error{ErrorCode::InvalidPlan,
            QStringLiteral("a rule is {\"pattern\": text, \"action\": text, \"enabled\": bool}"),
            {}};
    auto action = readAction(object.value(QLatin1StringView("action")));
    if (!action)
        return action.error();
    return Rule{pattern.toString(), *action, enabled.toBool(true)};
}

QString readRuleMap(const QJsonObject& object, std::vector<Rule>& rules)
{
    QStringList problems;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (const auto action = readAction(it.value()))
            rules.push_back({it.key(), *action, true});
        else
            problems << action.error().detail;
    }
    return problems.join(QStringLiteral("; "));
}

QString read(const QJsonValue& json, std::vector<Rule>& value)
{
    std::vector<Rule> rules;
    QStringList problems;
    if (json.isObject())
        problems << readRuleMap(json.toObject(), rules);
    else if (!json.isArray())
        problems << QStringLiteral("must be a list of rules");
    for (const QJsonValue entry : json.toArray()) {
        if (const auto rule = readRule(entry))
            rules.push_back(*rule);
        else
            problems << rule.error().detail;
    }
    problems.removeAll(QString());
    if (problems.isEmpty())
        value = std::move(rules);
    return problems.join(QStringLiteral("; "));
}

QString read(const QJsonValue& json, NamedRules& value)
{
    std::vector<Rule> rules;
    QString problem = read(json, rules);
    if (problem.isEmpty())
        value = rules;
    return problem;
}

// From text.

QJsonValue fromText(QStringView text, bool)
{
    for (const char* yes : {"true", "on", "yes", "1"})
        if (text.compare(QLatin1StringView(yes), Qt::CaseInsensitive) == 0)
            return true;
    for (const char* no : {"false", "off", "no", "0"})
        if (text.compare(QLatin1StringView(no), Qt::CaseInsensitive) == 0)
            return false;
    return text.toString();
}

QJsonValue numberFrom(QStringView text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber); // The C locale, whatever the process has.
    return isNumber ? QJsonValue(number) : QJsonValue(text.toString());
}
QJsonValue fromText(QStringView text, int) { return numberFrom(text); }
QJsonValue fromText(QStringView text, std::int64_t) { return numberFrom(text); }
QJsonValue fromText(QStringView text, double) { return numberFrom(text); }
QJsonValue fromText(QStringView text, const QString&) { return text.toString(); }
template <HasWords Enum>
QJsonValue fromText(QStringView text, Enum)
{
    return text.toString();
}

/// Nothing when the text is no JSON list or object: a glob may begin with '[' as well.
std::optional<QJsonValue> jsonFrom(QStringView text)
{
    const auto document = QJsonDocument::fromJson(text.toUtf8());
    if (document.isArray())
        return QJsonValue(document.array());
    return document.isObject() ? std::optional(QJsonValue(document.object())) : std::nullopt;
}

QJsonValue fromText(QStringView text, const QStringList&)
{
    if (const auto json = jsonFrom(text))
        return *json;
    return QJsonArray::fromStringList(text.toString().split(QLatin1Char(','), Qt::SkipEmptyParts));
}

/// "pattern=action,pattern=action", in this order.
QJsonValue fromText(QStringView text, const std::vector<Rule>&)
{
    if (const auto json = jsonFrom(text))
        return *json;
    QJsonArray rules;
    for (const QString& part : text.toString().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const qsizetype equals = part.lastIndexOf(QLatin1Char('='));
        rules << QJsonObject{{QStringLiteral("pattern"), part.left(std::max<qsizetype>(equals, 0))},
            {QStringLiteral("action"), part.mid(equals + 1)}};
    }
    return rules;
}

} // namespace

QJsonObject writeRule(const Rule& rule)
{
    QJsonObject object{{QStringLiteral("pattern"), rule.pattern},
        {QStringLiteral("action"), actionText(rule.action)}};
    if (!rule.enabled)
        object.insert(QStringLiteral("enabled"), false);
    return object;
}

QJsonValue writeValue(const RecipeField& field, const Recipe& recipe)
{
    return std::visit([&](auto member) { return write(recipe.*member); }, field.member);
}

QString readValue(const RecipeField& field, const QJsonValue& value, Recipe& recipe)
{
    if (QLatin1StringView(field.key) != QLatin1StringView("scheme"))
        return std::visit([&](auto member) { return read(value, recipe.*member); }, field.member);

    // The default scheme is an action that quantizes: 4 and "4:64" are understood as well.
    const auto action = readAction(value, parseDefault);
    if (!action)
        return action.error().detail;
    if (action->isKeep())
        return QStringLiteral("the default must quantize; use a rule with '*' to keep everything");
    recipe.scheme = action->scheme;
    recipe.groupSize = action->groupSize.value_or(recipe.groupSize);
    return {};
}

QString readText(const RecipeField& field, QStringView text, Recipe& recipe)
{
    const auto json
        = std::visit([&](auto member) { return fromText(text, recipe.*member); }, field.member);
    return readValue(field, json, recipe);
}

} // namespace aq
