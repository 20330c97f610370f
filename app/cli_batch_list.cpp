#include "app/cli_batch_list.h"

#include "app/cli_fit.h"
#include "app/cli_options.h"
#include "app/cli_scan.h"
#include "core/base/printable.h"
#include "core/plan/nearest.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

const std::vector<Option> ownOptions{
    {"--output", "OUT", ""},
    {"--force", "", ""},
    {"--force-findings", "", ""},
    {"--no-source-hash", "", ""},
    {"--repair", "", ""},
    {"--continue-on-error", "", ""},
};

/// Keys that other lists use for ours.
const QMap<QString, QString> otherNames{{u"modelpath"_s, u"model"_s}, {u"input"_s, u"model"_s},
    {u"outputpath"_s, u"output"_s}, {u"bitwidth"_s, u"bits"_s}, {u"overwrite"_s, u"force"_s},
    {u"components"_s, u"component"_s}, {u"reports"_s, u"report"_s},
    {u"importance"_s, u"imatrix"_s}};

/// "group-size", "group_size" and "groupSize" are all "groupsize".
QString plainKey(const QString& key)
{
    QString text = key.toLower();
    text.remove(u'-').remove(u'_');
    return otherNames.value(text, text);
}

const Option* optionFor(const QString& key)
{
    for (const Option& option : batchJobOptions())
        if (plainKey(key) == plainKey(QString::fromLatin1(option.name)))
            return &option;
    return nullptr;
}

Error mistake(const QString& detail, const QString& key)
{
    return {ErrorCode::InvalidPlan, detail, printable(key, 60)};
}

QString placeOf(const QByteArray& json, qsizetype offset)
{
    const auto before = QByteArrayView(json).first(std::min(offset, json.size()));
    return u"line %1, column %2"_s.arg(before.count('\n') + 1)
        .arg(before.size() - before.lastIndexOf('\n'));
}

/// One text per value of an option; nothing: of the wrong type.
std::optional<QStringList> wordsOf(const Option& option, const QJsonValue& value)
{
    if (value.isNull())
        return QStringList();
    if (!*option.value) {
        if (!value.isBool())
            return {};
        return value.toBool() ? QStringList{QString()} : QStringList();
    }
    if (value.isString())
        return QStringList{value.toString()};
    if (value.isDouble())
        return QStringList{QString::number(value.toDouble(), 'g', 15)};
    QStringList words;
    if (value.isArray() && option.repeatable)
        for (const QJsonValue entry : value.toArray()) {
            if (!entry.isString())
                return {};
            words << entry.toString();
        }
    else if (value.isObject() && QLatin1StringView(option.name) == "--layer"_L1)
        for (const QString& pattern : value.toObject().keys())
            words << pattern + u'=' + value.toObject().value(pattern).toVariant().toString();
    else
        return {};
    return words;
}

QString typeText(const Option& option)
{
    return !*option.value   ? u"must be true or false"_s
        : option.repeatable ? u"must be a text or a list of texts"_s
                            : u"must be a text or a number"_s;
}

Result<Recipe> recipeWith(const QString& key, const QJsonValue& value)
{
    return recipeFromJson(QJsonDocument(QJsonObject{{key, value}}).toJson());
}

/// What is wrong with a key that is no option and that no recipe takes.
Error unknownOr(const Error& error, const QString& key)
{
    QStringList known{u"model"_s, u"recipe"_s};
    for (const Option& option : batchJobOptions())
        known << QString::fromLatin1(option.name).mid(2);
    const QString nearest = nearestOf(key, known);
    if (nearest.isEmpty() || !error.detail.startsWith("unknown key"_L1))
        return {ErrorCode::InvalidPlan, error.detail, {}};
    return mistake(u"is no key of a job (did you mean '%1'?)"_s.arg(nearest), key);
}

/// Reads the keys of one job of a list written by hand.
class JobReader {
public:
    explicit JobReader(const QString& folder)
        : m_folder(folder)
    {
    }
    BatchJob read(const QJsonObject& object);

private:
    void readKey(const QString& key, const QJsonValue& value);
    void readOption(const Option& option, const QString& key, const QJsonValue& value);
    void readRecipe();
    void note(const Error& error);
    QString resolved(const QString& path) const;

    QString m_folder;
    BatchJob m_job;
    QJsonObject m_recipe; ///< Of the job: its "recipe", and its keys that are a recipe's.
};

QString JobReader::resolved(const QString& path) const
{
    const bool stays = path.isEmpty() || QFileInfo(path).isAbsolute() || m_folder.isEmpty()
        || m_folder == u"."_s;
    return stays ? path : m_folder + u'/' + path;
}

void JobReader::note(const Error& error)
{
    if (!m_job.mistake)
        m_job.mistake = error;
}

void JobReader::readOption(const Option& option, const QString& key, const QJsonValue& value)
{
    const QString name = QString::fromLatin1(option.name);
    auto words = wordsOf(option, value);
    if (!words)
        return note(mistake(typeText(option), key));
    if (m_job.arguments.values.contains(name))
        return note(mistake(u"is given twice"_s, key));
    if (name == u"--report"_s || name == u"--output"_s || name == u"--imatrix"_s)
        for (QString& path : *words)
            path = resolved(path);
    if (!words->isEmpty())
        m_job.arguments.values.insert(name, *words);
}

void JobReader::readKey(const QString& key, const QJsonValue& value)
{
    const QString plain = plainKey(key);
    if (plain == u"model"_s) {
        if (!value.isString() || value.toString().isEmpty())
            return note(mistake(u"must be the path of a model"_s, key));
        m_job.model = resolved(value.toString());
    } else if (plain == u"recipe"_s && value.isString()) {
        m_job.arguments.values.insert(u"--recipe"_s, {resolved(value.toString())});
    } else if (plain == u"recipe"_s) {
        if (!value.isObject())
            return note(mistake(u"must be a recipe or the path of one"_s, key));
    } else if (const Option* option = optionFor(key)) {
        readOption(*option, key, value);
    } else if (const auto alone = recipeWith(key, value); !alone) {
        note(unknownOr(alone.error(), key));
    } else {
        m_recipe.insert(key, value);
    }
}

/// What no option is called may be a key of a recipe, ours or another program's.
void JobReader::readRecipe()
{
    if (m_recipe.isEmpty())
        return;
    if (m_job.arguments.has("--recipe"_L1)) {
        QStringList& set = m_job.arguments.values[u"--set"_s];
        for (const QString& key : m_recipe.keys())
            set << key + u'=' + m_recipe.value(key).toVariant().toString();
        return;
    }
    if (m_job.arguments.has("--profile"_L1))
        m_recipe.insert(u"profile"_s, m_job.arguments.value("--profile"_L1));
    if (const QJsonValue target = m_recipe.value(u"target"_s);
        target.isString() && !m_job.arguments.has("--target"_L1))
        m_job.arguments.values.insert(u"--target"_s, {target.toString()});
    const auto recipe = recipeFromJson(QJsonDocument(m_recipe).toJson(QJsonDocument::Compact));
    if (recipe)
        m_job.recipe = resolvedIn(*recipe, m_folder);
    else
        note({ErrorCode::InvalidPlan, recipe.error().detail, {}});
}

BatchJob JobReader::read(const QJsonObject& object)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        if (plainKey(entry.key()) == u"recipe"_s && entry->isObject())
            m_recipe = entry->toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        readKey(entry.key(), entry.value());
    readRecipe();
    m_job.output = m_job.arguments.value("--output"_L1);
    m_job.arguments.positional = {m_job.model};
    if (m_job.model.isEmpty())
        note(mistake(u"is missing"_s, u"model"_s));
    if (m_job.output.isEmpty())
        note(mistake(u"is missing"_s, u"output"_s));
    return std::move(m_job);
}

BatchJob jobOf(const QueueItem& item)
{
    const JobSpec& spec = item.spec;
    BatchJob job{.kind = spec.kind,
        .recipe = spec.recipe,
        .thresholds = spec.thresholds,
        .model = spec.model,
        .output = spec.kind == JobKind::Quantize ? spec.output : QString(),
        .isDone = item.state == JobState::Finished};
    job.arguments.positional = {spec.model};
    job.arguments.values.insert(u"--target"_s, {spec.recipe.target});
    if (!job.output.isEmpty())
        job.arguments.values.insert(u"--output"_s, {job.output});
    if (!spec.components.isEmpty())
        job.arguments.values.insert(u"--component"_s, spec.components);
    if (spec.overwrite)
        job.arguments.values.insert(u"--force"_s, {QString()});
    if (spec.overrules)
        job.arguments.values.insert(u"--force-findings"_s, {QString()});
    if (const QStringList problems = problemsOf(spec.recipe); !problems.isEmpty())
        job.mistake = mistake(problems.first(), u"recipe"_s);
    else if (spec.kind == JobKind::Quantize && job.output.isEmpty() && !job.isDone)
        job.mistake = mistake(u"is missing: the window kept this result to itself"_s, u"output"_s);
    return job;
}

Result<std::vector<BatchJob>> queueJobs(const QByteArray& json)
{
    auto items = queueFromJson(json);
    if (!items)
        return items.error();
    std::vector<BatchJob> jobs;
    for (const QueueItem& item : *items) {
        jobs.push_back(jobOf(item));
        QueueItem wish; // Without what became of it.
        wish.spec = item.spec;
        jobs.back().wish = queueToJson({wish});
    }
    return jobs;
}

/// Two jobs may not write one file.
void checkOutputs(std::vector<BatchJob>& jobs)
{
    QMap<QString, std::size_t> writers;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (jobs[i].output.isEmpty() || jobs[i].mistake || jobs[i].isDone)
            continue;
        const QString path = QDir::cleanPath(QFileInfo(jobs[i].output).absoluteFilePath());
        if (writers.contains(path))
            jobs[i].mistake
                = mistake(u"is that of job %1 too"_s.arg(writers.value(path) + 1), u"output"_s);
        writers.insert(path, i);
    }
}

} // namespace

const std::vector<Option>& batchJobOptions()
{
    static const std::vector<Option> options = [] {
        std::vector<Option> all = ownOptions;
        for (const auto* part :
            {&planOptions, &fitOptions, &scanOptions, &sourceOptions, &reportOptions})
            all.insert(all.end(), part->begin(), part->end());
        return all;
    }();
    return options;
}

Result<std::vector<BatchJob>> batchFrom(const QByteArray& json, const QString& folder)
{
    QJsonParseError parsing;
    const auto document = QJsonDocument::fromJson(json, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return Error{ErrorCode::InvalidPlan,
            u"not JSON: %1 at %2"_s.arg(parsing.errorString(), placeOf(json, parsing.offset)), {}};
    std::vector<BatchJob> jobs;
    if (document.isObject() && document.object().contains(u"version"_s)) {
        auto queue = queueJobs(json);
        if (!queue)
            return queue;
        jobs = *std::move(queue);
    } else {
        const QJsonValue list = document.isArray() ? QJsonValue(document.array())
                                                   : document.object().value(u"jobs"_s);
        if (!list.isArray())
            return Error{ErrorCode::InvalidPlan,
                u"is neither a list of jobs nor an object with one as 'jobs'"_s, {}};
        for (const QJsonValue entry : list.toArray()) {
            jobs.push_back(JobReader(folder).read(entry.toObject()));
            if (!entry.isObject())
                jobs.back().mistake
                    = mistake(u"a job is an object with a model and an output"_s, {});
            jobs.back().wish = QJsonDocument(QJsonArray{entry}).toJson(QJsonDocument::Compact);
        }
    }
    checkOutputs(jobs);
    return jobs;
}

} // namespace aq::cli
