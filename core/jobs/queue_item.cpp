#include "core/jobs/queue_item.h"

#include "core/interop/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <array>

namespace aq {
namespace {

constexpr int queueVersion = 1;

constexpr std::array stateIds{"waiting", "running", "paused", "finished", "failed", "cancelled"};
constexpr std::array kindIds{"measure", "quantize"};

/// Position of `text` in a list of ids; the length of the list: unknown.
template <std::size_t count>
std::size_t indexOf(const std::array<const char*, count>& ids, const QString& text)
{
    std::size_t index = 0;
    while (index < count && text != QLatin1StringView(ids[index]))
        ++index;
    return index;
}

// Writing.

void writeSpec(JsonWriter& json, const JobSpec& spec)
{
    json.member("kind", kindIds[std::size_t(spec.kind)]);
    json.member("model", spec.model);
    json.member("components", spec.components);
    json.member("modelBytes", spec.modelBytes);
    json.key("modelFiles").begin('[');
    for (const FileStamp& file : spec.modelFiles) {
        json.begin('{').member("path", file.path).member("bytes", file.bytes);
        json.member("changed", file.changed.toUTC().toString(Qt::ISODateWithMs)).end('}');
    }
    json.end(']');
    json.member("recipe", toJsonObject(spec.recipe));
    json.key("thresholds").begin('{');
    json.member("minCosine", spec.thresholds.minCosine);
    json.member("floorsPerWidth", spec.thresholds.floorsPerWidth);
    json.end('}');
    json.member("output", spec.output);
    json.member("overwrite", spec.overwrite);
    json.member("overrules", spec.overrules);
}

void writeItem(JsonWriter& json, const QueueItem& item)
{
    json.line().begin('{').member("id", std::int64_t(item.id));
    writeSpec(json, item.spec);
    json.member("state", jobStateId(item.state));
    json.member("outcome", item.outcome);
    json.member("passed", item.passed);
    json.member("bytesAfter", item.bytesAfter);
    json.member("relRmse", item.relRmse);
    json.member("folder", item.folder);
    json.member("written", item.written);
    json.member("exported", item.exported);
    json.member("seconds", item.seconds);
    if (!item.report.isEmpty())
        json.member("report", item.report);
    json.end('}');
}

// Reading: a value of the wrong type counts as absent.

QJsonValue at(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1StringView(key));
}

Thresholds readThresholds(const QJsonObject& object)
{
    Thresholds thresholds;
    thresholds.minCosine = at(object, "minCosine").toDouble(thresholds.minCosine);
    thresholds.floorsPerWidth = at(object, "floorsPerWidth").toBool(thresholds.floorsPerWidth);
    return thresholds;
}

QList<FileStamp> readFiles(const QJsonArray& array)
{
    QList<FileStamp> files;
    for (const QJsonValue file : array) {
        const QJsonObject object = file.toObject();
        const QString changed = at(object, "changed").toString();
        files.append({at(object, "path").toString(), at(object, "bytes").toInteger(),
            QDateTime::fromString(changed, Qt::ISODateWithMs)});
    }
    return files;
}

JobSpec readSpec(const QJsonObject& object)
{
    JobSpec spec;
    const std::size_t kind = indexOf(kindIds, at(object, "kind").toString());
    spec.kind = kind < kindIds.size() ? JobKind(kind) : JobKind::Quantize;
    spec.model = at(object, "model").toString();
    for (const QJsonValue id : at(object, "components").toArray())
        if (id.isString())
            spec.components << id.toString();
    spec.modelBytes = at(object, "modelBytes").toInteger();
    spec.modelFiles = readFiles(at(object, "modelFiles").toArray());
    spec.thresholds = readThresholds(at(object, "thresholds").toObject());
    spec.output = at(object, "output").toString();
    spec.overwrite = at(object, "overwrite").toBool();
    spec.overrules = at(object, "overrules").toBool();
    return spec;
}

/// A wish that cannot be read must not become another one: the job stays, to be edited, with a
/// scheme that no plan can be made with.
void readRecipe(const QJsonObject& object, QueueItem& item)
{
    const QJsonValue value = at(object, "recipe");
    const auto recipe = value.isObject()
        ? recipeFromJson(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact))
        : Result<Recipe>(Error{ErrorCode::InvalidPlan, QStringLiteral("it has none"), {}});
    if (recipe) {
        item.spec.recipe = *recipe;
        return;
    }
    item.spec.recipe.scheme = QStringLiteral("unreadable");
    item.state = JobState::Failed;
    item.outcome.clear();
    item.problem = recipe.error().detail;
}

JobState readState(const QString& text)
{
    const std::size_t state = indexOf(stateIds, text);
    if (state == stateIds.size())
        return JobState::Waiting;
    return JobState(state) == JobState::Running ? JobState::Paused : JobState(state);
}

QueueItem readItem(const QJsonObject& object)
{
    QueueItem item;
    item.id = at(object, "id").toInt();
    item.spec = readSpec(object);
    item.state = readState(at(object, "state").toString());
    item.outcome = at(object, "outcome").toString();
    item.passed = at(object, "passed").toBool();
    item.bytesAfter = at(object, "bytesAfter").toInteger();
    item.relRmse = at(object, "relRmse").toDouble();
    item.folder = at(object, "folder").toString();
    item.written = at(object, "written").toString();
    item.exported = at(object, "exported").toBool();
    item.seconds = at(object, "seconds").toDouble();
    item.report = at(object, "report").toString();
    readRecipe(object, item);
    return item;
}

/// The first of several jobs with one id keeps it.
void makeIdsUnique(std::vector<QueueItem>& items)
{
    QSet<int> taken;
    for (const QueueItem& item : items)
        taken.insert(item.id);
    QSet<int> seen;
    int next = 1;
    for (QueueItem& item : items) {
        if (item.id < 1 || seen.contains(item.id)) {
            while (taken.contains(next))
                ++next;
            item.id = next;
            taken.insert(next);
        }
        seen.insert(item.id);
    }
}

Error notAQueue(const QString& detail) { return {ErrorCode::InvalidPlan, detail, {}}; }

} // namespace

const char* jobStateId(JobState state) { return stateIds.at(std::size_t(state)); }

QByteArray queueToJson(const std::vector<QueueItem>& items)
{
    JsonWriter json;
    json.begin('{').member("version", std::int64_t(queueVersion));
    json.line().key("jobs").begin('[');
    for (const QueueItem& item : items)
        writeItem(json, item);
    return json.end(']').end('}').take();
}

Result<std::vector<QueueItem>> queueFromJson(const QByteArray& json)
{
    QJsonParseError parsing;
    const auto document = QJsonDocument::fromJson(json, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return notAQueue(QStringLiteral("not JSON: %1 at byte %2")
                             .arg(parsing.errorString())
                             .arg(parsing.offset));
    const QJsonObject object = document.object();
    const QJsonValue version = at(object, "version");
    if (!version.isDouble() || !at(object, "jobs").isArray())
        return notAQueue(QStringLiteral("a queue is a JSON object with a version and jobs"));
    if (version.toDouble() > queueVersion)
        return notAQueue(
            QStringLiteral("a queue of version %1, from a newer program").arg(version.toDouble()));
    std::vector<QueueItem> items;
    for (const QJsonValue job : at(object, "jobs").toArray())
        if (!at(job.toObject(), "model").toString().isEmpty())
            items.push_back(readItem(job.toObject()));
    makeIdsUnique(items);
    return items;
}

} // namespace aq
