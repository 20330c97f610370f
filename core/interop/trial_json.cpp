#include "core/interop/trial_json.h"

#include "core/interop/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>
#include <array>
#include <cmath>

namespace aq {
namespace {

constexpr int listVersion = 1;
constexpr std::size_t mostCompared = 4;
constexpr std::array kindIds{"plan", "measured", "file"}; // By Trial::Kind.
constexpr std::array statuses{Status::Kept, Status::Passed, Status::BelowFloor,
    Status::BelowMinimum, Status::Failed}; // Written as their position here.

// Writing.

template <typename Value>
void writeColumn(JsonWriter& json, const char* key, const TrialTensors& tensors, Value value)
{
    json.line().key(key).begin('[');
    for (const TrialTensor& tensor : tensors)
        json.value(value(tensor));
    json.end(']');
}

/// Columns of equal length; schemes by their position in a list, since few repeat often.
void writeTensors(JsonWriter& json, const TrialTensors& tensors)
{
    QStringList schemes;
    for (const TrialTensor& tensor : tensors)
        if (!schemes.contains(tensor.scheme))
            schemes << tensor.scheme;
    json.line().member("schemes", schemes);
    writeColumn(json, "scheme", tensors,
        [&](const TrialTensor& t) { return std::int64_t(schemes.indexOf(t.scheme)); });
    writeColumn(json, "bytes", tensors, [](const TrialTensor& t) { return t.bytes; });
    writeColumn(json, "relRmse", tensors, [](const TrialTensor& t) { return t.relRmse; });
    writeColumn(json, "cosineGap", tensors, [](const TrialTensor& t) { return t.cosineGap; });
    writeColumn(json, "status", tensors, [](const TrialTensor& t) {
        return std::int64_t(std::ranges::find(statuses, t.status) - statuses.begin());
    });
}

void writeTrial(JsonWriter& json, const Trial& trial)
{
    json.line().begin('{').member("id", std::int64_t(trial.id));
    json.member("kind", kindIds.at(std::size_t(trial.kind)));
    json.member("title", trial.title);
    if (!trial.path.isEmpty())
        json.member("path", trial.path);
    if (trial.recipe)
        json.member("recipe", toJsonObject(*trial.recipe));
    if (trial.kind != Trial::Kind::Plan && trial.tensors)
        writeTensors(json, *trial.tensors);
    json.end('}');
}

void writeModel(JsonWriter& json, const ModelMark& model)
{
    json.line().key("model").begin('{').member("path", model.path);
    json.member("components", model.components);
    json.member("bytes", model.bytes);
    json.member("changed", model.changed.toUTC().toString(Qt::ISODateWithMs));
    json.member("tensors", model.tensors).end('}');
}

// Reading: a value of the wrong type counts as absent.

QJsonValue at(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1StringView(key));
}

ModelMark readModel(const QJsonObject& object)
{
    ModelMark model;
    model.path = at(object, "path").toString();
    for (const QJsonValue id : at(object, "components").toArray())
        model.components << id.toString();
    model.bytes = at(object, "bytes").toInteger();
    model.changed = QDateTime::fromString(at(object, "changed").toString(), Qt::ISODateWithMs);
    model.tensors = at(object, "tensors").toInteger();
    return model;
}

/// NaN for null: infinities are not written either, and both say that a number is not known.
double readNumber(const QJsonValue& value)
{
    return value.toDouble(std::numeric_limits<double>::quiet_NaN());
}

/// The tensors of a trial; null when the columns do not fit together.
TrialTensorsPtr readTensors(const QJsonObject& object, std::int64_t count)
{
    const QJsonArray schemes = at(object, "schemes").toArray();
    const QJsonArray scheme = at(object, "scheme").toArray(), bytes = at(object, "bytes").toArray(),
                     errors = at(object, "relRmse").toArray(),
                     gaps = at(object, "cosineGap").toArray(),
                     states = at(object, "status").toArray();
    for (const QJsonArray& column : {scheme, bytes, errors, gaps, states})
        if (column.size() != count)
            return {};
    QStringList texts;
    for (const QJsonValue text : schemes)
        texts << text.toString();
    auto tensors = std::make_shared<TrialTensors>(std::size_t(count));
    for (qsizetype i = 0; i < count; ++i) {
        TrialTensor& tensor = (*tensors)[std::size_t(i)];
        const qsizetype text = scheme[i].toInteger(-1), state = states[i].toInteger(-1);
        tensor.bytes = bytes[i].toInteger(-1);
        if (text < 0 || text >= texts.size() || state < 0 || state >= qsizetype(statuses.size())
            || tensor.bytes < 0)
            return {};
        tensor.scheme = texts[text];
        tensor.status = statuses[std::size_t(state)];
        tensor.relRmse = readNumber(errors[i]);
        tensor.cosineGap = readNumber(gaps[i]);
    }
    return tensors;
}

std::optional<Trial> readTrial(const QJsonObject& object, std::int64_t tensors)
{
    const QString kind = at(object, "kind").toString();
    const auto* const known = std::ranges::find_if(
        kindIds, [&](const char* id) { return kind == QLatin1StringView(id); });
    if (known == kindIds.end())
        return {};
    Trial trial;
    trial.id = at(object, "id").toInt();
    trial.kind = Trial::Kind(known - kindIds.begin());
    trial.title = at(object, "title").toString();
    trial.path = at(object, "path").toString();
    if (const QJsonValue recipe = at(object, "recipe"); recipe.isObject()) {
        const auto read
            = recipeFromJson(QJsonDocument(recipe.toObject()).toJson(QJsonDocument::Compact));
        if (read)
            trial.recipe = *read;
    }
    if (trial.kind == Trial::Kind::Plan)
        return trial.recipe ? std::optional(trial) : std::nullopt;
    trial.tensors = readTensors(object, tensors);
    return trial.tensors ? std::optional(trial) : std::nullopt;
}

/// The first of several with one id keeps it.
void makeIdsUnique(TrialList& list)
{
    for (const Trial& trial : list.trials)
        list.nextId = std::max(list.nextId, trial.id + 1);
    QSet<int> seen;
    for (Trial& trial : list.trials) {
        if (trial.id < 1 || seen.contains(trial.id))
            trial.id = list.nextId++;
        seen.insert(trial.id);
    }
    std::ranges::replace_if(
        list.compared, [&](int id) { return !seen.contains(id); }, 0);
    if (list.compared.size() > mostCompared)
        list.compared.resize(mostCompared);
    if (!seen.contains(list.baseline))
        list.baseline = 0;
}

ErrorMeasure measureNamed(const QString& id)
{
    for (const ErrorMeasure measure : errorMeasures)
        if (id == QLatin1StringView(errorMeasureId(measure)))
            return measure;
    return ErrorMeasure::RelRmse;
}

} // namespace

QByteArray trialsToJson(const TrialList& list)
{
    JsonWriter json;
    json.begin('{').member("version", std::int64_t(listVersion));
    writeModel(json, list.model);
    json.line().member("baseline", std::int64_t(list.baseline));
    json.key("compared").begin('[');
    for (const int id : list.compared)
        json.value(std::int64_t(id));
    json.end(']');
    json.member("fitBytes", list.fitBytes);
    json.member("measure", errorMeasureId(list.measure));
    json.member("nextId", std::int64_t(list.nextId));
    json.line().key("trials").begin('[');
    for (const Trial& trial : list.trials)
        writeTrial(json, trial);
    return json.end(']').end('}').take();
}

Result<TrialList> trialsFromJson(const QByteArray& json)
{
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(json, &problem).object();
    const int version = at(object, "version").toInt();
    if (problem.error != QJsonParseError::NoError || version < 1)
        return Error{ErrorCode::InvalidPlan, QStringLiteral("not a list of trials"), {}};
    if (version > listVersion)
        return Error{ErrorCode::InvalidPlan,
            QStringLiteral("version %1 is of a later program").arg(version), {}};
    TrialList list;
    list.model = readModel(at(object, "model").toObject());
    for (const QJsonValue id : at(object, "compared").toArray())
        list.compared.push_back(id.toInt());
    list.baseline = at(object, "baseline").toInt();
    list.fitBytes = std::max<std::int64_t>(0, at(object, "fitBytes").toInteger());
    list.measure = measureNamed(at(object, "measure").toString());
    list.nextId = std::max(1, at(object, "nextId").toInt());
    for (const QJsonValue value : at(object, "trials").toArray())
        if (auto trial = readTrial(value.toObject(), list.model.tensors))
            list.trials.push_back(*std::move(trial));
    makeIdsUnique(list);
    return list;
}

} // namespace aq
