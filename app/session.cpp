#include "app/session.h"

#include "app/cli_findings.h"
#include "core/analysis/architecture.h"
#include "core/interop/report_json.h"
#include "core/io/output_file.h"
#include "ui/text/type_text.h"

#include <QDir>
#include <QFileInfo>
#include <QFuture>
#include <QRegularExpression>

namespace aq {
namespace {

constexpr int poolThreads = 4; ///< A job, an export, a plan, and one to spare.
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
    , m_queue(settings)
    , m_closing(std::make_shared<std::atomic_bool>(false))
{
    m_pool.setMaxThreadCount(poolThreads);
    setLimits(settings);
    m_planner.workspaceRoot = defaultWorkspaceRoot();
    connect(&m_history, &RecipeHistory::changed, &m_planner, &Planner::setRecipe);
    connect(&m_watcher, &JobWatcher::progressed, this, &Session::jobProgressed);
    connect(&m_watcher, &JobWatcher::tensorDone, this, &Session::jobTensorDone);
    connect(&m_watcher, &JobWatcher::ended, this, &Session::takeEnd);
    const auto clean = [root = defaultWorkspaceRoot()] { removeLeftovers(root); };
    m_pool.start(clean);
}

Session::~Session()
{
    *m_closing = true;
    m_watcher.cancel();
    m_watcher.wait();
    m_pool.waitForDone();
}

void Session::setLimits(const Settings& settings)
{
    m_limits = {settings.threads, std::int64_t(settings.memoryMiB) << 20, settings.continueOnError};
}

QString Session::modelName() const
{
    return m_model ? QFileInfo(QDir::cleanPath(m_model.path())).fileName() : QString();
}

void Session::open(const QString& path, const OpenOptions& options)
{
    const int generation = ++m_opens;
    Q_EMIT openStarted(path);
    startOpen(m_pool, path, options).then(this, [this, generation](const Opened& opened) {
        takeOpened(generation, opened);
    });
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
            if (generation != m_opens)
                return;
            closeModel();
            m_model = info.model;
            m_planner.setModel(m_model);
            Q_EMIT opened(info);
            m_history.reset(m_opening);
        });
}

void Session::closeModel()
{
    ++m_opens;
    m_model = {};
    m_thresholds.reset();
    m_planner.setModel({});
    keepValidated({});
    Q_EMIT closed();
}

bool Session::canStart() const
{
    return m_model && m_planner.plan() && m_planner.facts().importanceProblem.isEmpty()
        && !isRunning();
}

void Session::start(JobKind kind, Findings findings)
{
    const bool isBlocked = kind == JobKind::Quantize && m_planner.isBlocked();
    if (!canStart() || (isBlocked && findings == Findings::Respect))
        return;
    m_kind = kind;
    const QuantPlan& plan = *m_planner.plan();
    const Thresholds thresholds
        = m_thresholds.value_or(Thresholds{.minCosine = plan.recipe.minCosine});
    if (kind == JobKind::Measure)
        m_watcher.track(startMeasure(
            m_pool, {m_model, plan, thresholds, m_limits, m_planner.facts().importance}));
    else if (!startQuantize(thresholds))
        return;
    Q_EMIT jobStarted(kind, qsizetype(plan.tensors.size()));
}

/// Each job writes into a folder of its own: the file of the last one can be exported meanwhile.
bool Session::startQuantize(const Thresholds& thresholds)
{
    if (!m_workspace) {
        auto workspace = Workspace::create(defaultWorkspaceRoot());
        if (!workspace)
            return Q_EMIT failed(workspace.error()), false;
        m_workspace = *std::move(workspace);
    }
    const auto folder = m_workspace->newFolder();
    if (!folder)
        return Q_EMIT failed(folder.error()), false;
    m_running = QDir(*folder).filePath(suggestedFileName());
    const PlanFacts& facts = m_planner.facts();
    QuantizeRequest request{.source = m_model,
        .plan = *facts.plan,
        .output = m_running,
        .overwrite = true,
        .thresholds = thresholds,
        .limits = m_limits,
        .importance = facts.importance};
    if (m_planner.isBlocked())
        request.metadata.insert(QStringLiteral("arrowquant.forced"),
            cli::forcedText(m_model.header(), *facts.findings));
    m_watcher.track(aq::startQuantize(m_pool, std::move(request)));
    return true;
}

void Session::cancelJob() { m_watcher.cancel(); }

void Session::takeEnd(const JobEnd& end)
{
    const auto* finished = std::get_if<Finished>(&end);
    if (finished && m_kind == JobKind::Quantize)
        keepValidated(m_running);
    Q_EMIT jobEnded(m_kind, end);
}

/// The file before it is of no more use, and may be gigabytes.
void Session::keepValidated(const QString& path)
{
    const QString old = std::exchange(m_validated, path);
    m_exported = false;
    if (!old.isEmpty() && old != path)
        m_pool.start([folder = QFileInfo(old).path()] { QDir(folder).removeRecursively(); });
}

QString Session::suggestedFileName() const
{
    const Recipe& recipe = m_history.recipe();
    const Target* target = targetNamed(recipe.target);
    static const QRegularExpression unsafe(QStringLiteral("[^A-Za-z0-9._-]+"));
    QString what = recipe.name.isEmpty() ? typeTitle(recipe.scheme, target) : recipe.name;
    what.replace(unsafe, QStringLiteral("-"));
    return QFileInfo(modelName()).completeBaseName() + u'-' + what + u'.'
        + QLatin1StringView(target ? target->extension : "arrow");
}

void Session::exportTo(const QString& path, bool overwrite)
{
    if (m_validated.isEmpty() || m_exporting)
        return;
    m_exporting = true;
    Q_EMIT exportStarted(path);
    inBackground(
        m_pool, this,
        [from = m_validated, path, overwrite,
            inputs = Inputs{m_model, m_history.recipe().importance}, closing = m_closing] {
            if (const auto free = checkOutput(inputs, path); !free)
                return free;
            JobControl control;
            control.cancelled = [closing] { return closing->load(); };
            return exportFile(from, path, overwrite, control);
        },
        [this, path, from = m_validated](const Result<void>& result) {
            m_exporting = false;
            m_exported |= result && from == m_validated; // Not the file of a later job.
            if (result)
                Q_EMIT exported(path);
            else
                Q_EMIT failed(result.error());
        });
}

void Session::saveReport(const QString& path, const ValidationReport& report)
{
    inBackground(
        m_pool, this,
        [path, report, inputs = Inputs{m_model, m_history.recipe().importance}] {
            return write(inputs, path, reportFor(path, report));
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
        m_pool, this, [path] { return readPlan(path); },
        [this, path](const Result<Recipe>& recipe) {
            if (recipe)
                m_history.edit(*recipe, tr("Load plan %1").arg(QFileInfo(path).fileName()));
            else
                Q_EMIT failed(recipe.error());
        });
}

} // namespace aq
