#include "app/session.h"

#include "app/job_preparation.h"
#include "app/output_name.h"
#include "app/queue_store.h"
#include "core/analysis/architecture.h"
#include "core/interop/report_json.h"
#include "core/io/output_file.h"

#include <QDir>
#include <QFileInfo>
#include <QFuture>

namespace aq {
namespace {

constexpr int poolThreads = 4; ///< Opening, planning, estimates, and one to spare.
constexpr std::int64_t mostPlanBytes = 16 << 20;

Bytes bytesOf(const QByteArray& text)
{
    return std::as_bytes(std::span(text.data(), std::size_t(text.size())));
}

/// What is read, and so is never written.
struct Inputs {
    ModelSource model;
    QString importance; ///< Path; empty: none.
};

/// Nothing that is written may replace what was opened, whatever a file dialog was answered.
Result<void> checkOutput(const Inputs& inputs, const QString& path)
{
    if (inputs.model && belongsTo(inputs.model, path))
        return Error{
            ErrorCode::WriteFailed, QStringLiteral("this is a file of the opened model"), path};
    if (!inputs.importance.isEmpty() && sameFile(inputs.importance, path))
        return Error{
            ErrorCode::WriteFailed, QStringLiteral("this is the plan's importance file"), path};
    return {};
}

/// Writes `content` unless `path` is an input; the path on success.
Result<QString> write(const Inputs& inputs, const QString& path, const Result<QByteArray>& content)
{
    if (const auto free = checkOutput(inputs, path); !free)
        return free.error();
    if (!content)
        return content.error().in(path);
    if (const auto written = writeFile(path, bytesOf(*content), true); !written)
        return written.error();
    return path;
}

Result<Recipe> readPlan(const QString& path)
{
    const auto file = openFile(path);
    if (!file)
        return file.error();
    if ((*file)->size() > mostPlanBytes)
        return Error{ErrorCode::InvalidPlan, QStringLiteral("too large for a plan"), path};
    const auto bytes = readBytes(**file, 0, (*file)->size());
    if (!bytes)
        return bytes.error();
    auto recipe = recipeFromJson(
        QByteArray(reinterpret_cast<const char*>(bytes->data()), qsizetype(bytes->size())));
    if (!recipe)
        return recipe.error().in(path);
    return resolvedIn(*std::move(recipe), QFileInfo(path).path());
}

} // namespace

Session::Session(const Settings& settings, QObject* parent)
    : QObject(parent)
    , m_planner(m_pool)
    , m_queue(settings, nullptr, JobQueue::Restore::InBackground)
{
    m_pool.setMaxThreadCount(poolThreads);
    setLimits(settings);
    connect(&m_history, &RecipeHistory::changed, &m_planner, &Planner::setRecipe);
    const auto clean = [root = defaultWorkspaceRoot()] { removeLeftovers(root); };
    m_pool.start(clean);
}

Session::~Session()
{
    m_queue.shutDown();
    m_pool.waitForDone();
}

void Session::setLimits(const Settings& settings)
{
    m_preferences = settings;
    m_planner.workspaceRoot = queueRoot(settings.workspaceFolder);
    m_queue.setLimits(settings);
}

QString Session::modelName() const
{
    return m_model ? QFileInfo(QDir::cleanPath(m_model.path())).fileName() : QString();
}

QString Session::modelPath() const
{
    return m_model ? QFileInfo(m_model.path()).absoluteFilePath() : QString();
}

void Session::open(const QString& path, const OpenOptions& options)
{
    m_keptRecipe.reset();
    const int generation = ++m_opens;
    m_opening = options;
    Q_EMIT openStarted(path);
    startOpen(m_pool, path, options).then(this, [this, generation](const Opened& opened) {
        takeOpened(generation, opened);
    });
}

void Session::reopen()
{
    if (!m_model)
        return;
    const Recipe recipe = m_history.recipe();
    open(m_model.path(), {m_components});
    m_keptRecipe = recipe;
}

/// Recognition walks all names, so it stays in the background too.
void Session::takeOpened(int generation, const Opened& answer)
{
    if (generation != m_opens)
        return; // Something else was opened or closed meanwhile.
    if (!answer.source)
        return Q_EMIT openFailed(answer.source.error());
    inBackground(
        m_pool, this,
        [model = *answer.source] {
            return OpenedInfo{model, recognise(model.header())};
        },
        [this, generation](const OpenedInfo& info) {
            if (generation == m_opens)
                takeModel(info);
        });
}

void Session::takeModel(const OpenedInfo& info)
{
    const QStringList components = m_opening.components;
    closeModel();
    m_model = info.model;
    m_components = components;
    m_queue.setKnownModel(m_model, m_components);
    m_planner.setModel(m_model);
    Q_EMIT opened(info);
    m_history.reset(std::exchange(m_keptRecipe, {}).value_or(m_openingRecipe));
}

void Session::closeModel()
{
    ++m_opens;
    m_model = {};
    m_thresholds.reset();
    m_planner.setModel({});
    m_queue.setKnownModel({}, {});
    Q_EMIT closed();
}

bool Session::canStart() const
{
    return m_model && m_planner.plan() && m_planner.facts().importanceProblem.isEmpty();
}

JobSpec Session::specFor(JobKind kind) const
{
    JobSpec spec;
    if (!m_model)
        return spec;
    spec.kind = kind;
    spec.model = modelPath();
    spec.components = m_components;
    spec.recipe = m_history.recipe();
    spec.thresholds = m_thresholds.value_or(m_queue.thresholdsFor(spec.recipe));
    stamp(spec, m_model);
    return spec;
}

int Session::start(JobKind kind, Findings findings)
{
    const bool isBlocked = kind == JobKind::Quantize && m_planner.isBlocked();
    if (!canStart() || (isBlocked && findings == Findings::Respect))
        return 0;
    JobSpec spec = specFor(kind);
    spec.overrules = findings == Findings::Overrule;
    return m_queue.add(spec, true);
}

const QueuedJob* Session::lastFile() const
{
    const QueuedJob* last = nullptr;
    for (qsizetype row = 0; row < m_queue.size(); ++row) {
        const QueuedJob& job = m_queue.at(row);
        const bool fits = job.item.spec.model == modelPath() && !job.written.isEmpty()
            && job.item.spec.components == m_components;
        if (fits && (!last || job.id() > last->id()))
            last = &job;
    }
    return last;
}

QString Session::suggestedFileName() const
{
    const QString& pattern = m_preferences.outputName;
    return outputName(
        modelName(), m_history.recipe(), pattern.isEmpty() ? defaultNameTemplate() : pattern);
}

void Session::saveReport(const QString& path, const ValidationReport& report, const Encode& encode)
{
    inBackground(
        m_pool, this,
        [path, report, encode,
            open = Inputs{m_model, m_history.recipe().importance}]() -> Result<QString> {
            if (const auto source = openModel(report.source); source)
                if (const auto free = checkOutput({*source, report.recipe.importance}, path); !free)
                    return free.error();
            return write(
                open, path, encode ? Result<QByteArray>(encode(report)) : reportFor(path, report));
        },
        [this](const Result<QString>& saved) {
            if (saved)
                Q_EMIT reportSaved(*saved);
            else
                Q_EMIT failed(saved.error());
        });
}

void Session::savePlan(const QString& path)
{
    inBackground(
        m_pool, this,
        [path, recipe = m_history.recipe(), model = m_model] {
            return write({model, recipe.importance}, path, toJson(recipe));
        },
        [this](const Result<QString>& saved) {
            if (saved)
                Q_EMIT planSaved(*saved);
            else
                Q_EMIT failed(saved.error());
        });
}

void Session::loadPlan(const QString& path)
{
    inBackground(
        m_pool, this,
        [path, model = m_model]() -> Result<Recipe> {
            auto recipe = readPlan(path);
            if (!recipe || !model)
                return recipe;
            return withNamesOf(*std::move(recipe), model.header());
        },
        [this, path](const Result<Recipe>& recipe) {
            if (recipe)
                m_history.edit(*recipe, tr("Load plan %1").arg(QFileInfo(path).fileName()));
            else
                Q_EMIT failed(recipe.error());
        });
}

} // namespace aq
