#include "app/trials.h"

#include "app/job_queue.h"
#include "app/set_aside.h"
#include "core/io/output_file.h"
#include "ui/text/type_text.h"
#include "ui/text/units.h"
#include "ui/widgets/job_watcher.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>

namespace aq {

/// What readList() found.
struct StoredTrials {
    TrialList list;
    std::optional<Error> error = {}; ///< Then the list is empty.
    bool canSave = true;             ///< Nothing that could not be read lies in the way.
};

namespace {

constexpr int poolThreads = 2;
constexpr int updateMs = 30, saveMs = 700;
constexpr qint64 mostBytes = 256 << 20;

ModelMark markOf(const ModelSource& model, const QStringList& components)
{
    ModelMark mark;
    mark.path = QFileInfo(model.path()).absoluteFilePath();
    mark.components = components;
    mark.bytes = model.fileBytes();
    for (const FileStamp& file : stampsOf(model)) // As it was opened: what is measured is of that.
        mark.changed = std::max(mark.changed, file.changed);
    mark.tensors = std::int64_t(model.header().tensors.size());
    return mark;
}

/// Times are compared as they are written, in milliseconds.
bool isSame(const ModelMark& a, const ModelMark& b)
{
    return a.path == b.path && a.components == b.components && a.bytes == b.bytes
        && a.tensors == b.tensors && a.changed.toMSecsSinceEpoch() == b.changed.toMSecsSinceEpoch();
}

QString fileFor(const ModelMark& mark)
{
    const QByteArray key = (QStringList{mark.path} + mark.components).join(u'\n').toUtf8();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha1).toHex();
    return QDir(Trials::folder())
        .filePath(QString::fromLatin1(hash.left(20)) + QStringLiteral(".json"));
}

Result<TrialList> parsed(QFile& file)
{
    const auto failed = [&](const QString& why) { return Error{ErrorCode::NotReadable, why, {}}; };
    if (!file.open(QIODevice::ReadOnly))
        return failed(file.errorString());
    if (file.size() > mostBytes)
        return failed(QStringLiteral("too large for a list of trials"));
    const QByteArray json = file.readAll();
    if (file.error() != QFile::NoError)
        return failed(file.errorString());
    return trialsFromJson(json);
}

/// The list of a model, with the plans of its recipes made anew. Touches the disk. A list that
/// cannot be read is set aside: nothing is written over it.
StoredTrials readList(const ModelSource& model, const QStringList& components)
{
    const ModelMark mark = markOf(model, components);
    StoredTrials stored;
    stored.list.model = mark;
    QFile file(fileFor(mark));
    if (!file.exists())
        return stored;
    auto list = parsed(file);
    file.close();
    if (!list) {
        const auto aside = setAside(file.fileName());
        stored.error = list.error().in(aside ? *aside : file.fileName());
        stored.canSave = bool(aside);
        return stored;
    }
    if (!isSame(list->model, mark))
        return stored;
    std::erase_if(list->trials, [&](Trial& trial) {
        if (trial.recipe)
            if (auto plan = makePlan(model.header(), *trial.recipe))
                trial.plan = std::make_shared<const QuantPlan>(*std::move(plan));
        if (trial.kind == Trial::Kind::Plan && trial.plan)
            trial.tensors
                = std::make_shared<const TrialTensors>(trialTensorsOf(model.header(), *trial.plan));
        return !trial.tensors;
    });
    list->model = mark;
    stored.list = *std::move(list);
    return stored;
}

} // namespace

/// The size of groups is told where it is not what the profile says.
QString trialTitle(const Recipe& recipe)
{
    const Target* target = targetNamed(recipe.target);
    const Profile* profile = profileNamed(recipe.profile);
    QString title = recipe.name.isEmpty() ? typeTitle(recipe.scheme, target) : recipe.name;
    const bool hasGroups = target && qstrcmp(target->family, "affine") == 0;
    if (recipe.name.isEmpty() && hasGroups && profile && recipe.groupSize != profile->groupSize)
        title = recipe.groupSize > 0
            ? Trials::tr("%1 · groups of %2").arg(title).arg(recipe.groupSize)
            : Trials::tr("%1 · per tensor").arg(title);
    const auto own = int(recipe.overrides.size() + recipe.patterns.size());
    return own > 0 ? Trials::tr("%1 + %n of your own", "recipe with own rules", own).arg(title)
                   : title;
}

QString Trials::folder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("trials"));
}

Trials::Trials(JobQueue& queue, QObject* parent)
    : QObject(parent)
    , m_queue(queue)
    , m_view(std::make_shared<TrialsView>())
    , m_comparisons(
          m_pool, this,
          [](const Compared& what) { return compareTrials(what.model.header(), what.tensors); },
          [this](const Comparison& comparison) {
              m_comparison = comparison;
              m_comparing = false;
              publish();
          })
{
    m_pool.setMaxThreadCount(poolThreads);
    m_line.setMaxThreadCount(1);
    m_updates.setSingleShot(true);
    m_updates.setInterval(updateMs);
    m_saves.setSingleShot(true);
    m_saves.setInterval(saveMs);
    connect(&m_updates, &QTimer::timeout, this, &Trials::compare);
    connect(&m_saves, &QTimer::timeout, this, &Trials::save);
    connect(&queue, &JobQueue::added, this, &Trials::followJob);
    connect(&queue, &JobQueue::changed, this, &Trials::followJob);
    connect(&queue, &JobQueue::progressed, this, &Trials::followJob);
    connect(&queue, &JobQueue::removed, this, [this](int job) {
        for (Work& work : m_work)
            if (work.job == job)
                work = {};
        update();
    });
    connect(&queue, &JobQueue::ended, this, [this](int job, const JobEnd& end) {
        const QueuedJob* ended = m_queue.find(job);
        const auto* finished = std::get_if<Finished>(&end);
        if (m_loaded && ended && finished && belongs(ended->item.spec))
            takeReport(ended->item.spec, finished->report, ended->plan);
        followJob(job);
    });
}

Trials::~Trials()
{
    for (const Work& work : std::as_const(m_work)) {
        if (work.watcher) {
            work.watcher->cancel();
            work.watcher->wait();
        }
    }
    if (m_saves.isActive())
        save();
    m_line.waitForDone();
    m_pool.waitForDone();
}

void Trials::setModel(const ModelSource& model, const QStringList& components)
{
    if (m_saves.isActive())
        save();
    m_saves.stop();
    ++m_generation;
    for (const Work& work : std::as_const(m_work))
        if (work.watcher)
            work.watcher->cancel();
    m_work.clear();
    m_sums.clear();
    m_compared.clear();
    m_comparison = {};
    m_list = {};
    m_model = model;
    m_loaded = false;
    m_early.clear();
    m_comparisons.forget();
    m_comparing = false;
    m_order.clear();
    if (m_model)
        load(components);
    publish();
}

void Trials::load(const QStringList& components)
{
    m_list.model.components = components;
    inBackground(
        m_line, this, [model = m_model, components] { return readList(model, components); },
        [this, generation = m_generation](const StoredTrials& stored) {
            if (generation == m_generation)
                takeList(stored);
        });
}

/// What was wished while the list was being read comes after it.
void Trials::takeList(const StoredTrials& stored)
{
    m_loaded = true;
    m_canSave = stored.canSave;
    m_list = stored.list;
    if (stored.error)
        Q_EMIT failed(*stored.error);
    for (const auto& wish : std::exchange(m_early, {}))
        wish();
    for (qsizetype row = 0; row < m_queue.size(); ++row) {
        const QueuedJob& job = m_queue.at(row);
        if (job.report && belongs(job.item.spec))
            takeReport(job.item.spec, *job.report, job.plan);
        followJob(job.item.id);
    }
    update();
}

const Trial* Trials::find(int id) const
{
    const auto at = std::ranges::find(m_list.trials, id, &Trial::id);
    return at == m_list.trials.end() ? nullptr : &*at;
}

Trial* Trials::mutableTrial(int id) { return const_cast<Trial*>(find(id)); }

Trial* Trials::withRecipe(const Recipe& recipe)
{
    const auto at = std::ranges::find_if(
        m_list.trials, [&](const Trial& trial) { return trial.recipe == recipe; });
    return at == m_list.trials.end() ? nullptr : &*at;
}

/// Gets an id, a title of its own, and a tick while there is a colour left.
Trial& Trials::add(Trial trial)
{
    trial.id = m_list.nextId++;
    const QString wanted = trial.title;
    for (int copy = 2;
         std::ranges::find(m_list.trials, trial.title, &Trial::title) != m_list.trials.end();
         ++copy)
        trial.title = QStringLiteral("%1 (%2)").arg(wanted).arg(copy);
    m_list.trials.push_back(std::move(trial));
    Trial& added = m_list.trials.back();
    setCompared(added.id, true);
    return added;
}

void Trials::addPlan(
    const Recipe& recipe, std::shared_ptr<const QuantPlan> plan, const QString& title)
{
    if (!m_model || !plan)
        return;
    if (!m_loaded)
        return m_early.push_back([=, this] { addPlan(recipe, plan, title); });
    if (const Trial* known = withRecipe(recipe)) {
        setCompared(known->id, true);
        return;
    }
    Trial trial;
    trial.title = title.isEmpty() ? trialTitle(recipe) : title;
    trial.recipe = recipe;
    trial.tensors = std::make_shared<const TrialTensors>(trialTensorsOf(m_model.header(), *plan));
    trial.plan = std::move(plan);
    add(std::move(trial));
    update();
    saveSoon();
}

void Trials::addRecipes(const std::vector<Wish>& wishes)
{
    using Planned = std::vector<Result<QuantPlan>>;
    const auto plan = [model = m_model, wishes] {
        Planned planned;
        for (const Wish& wish : wishes)
            planned.push_back(makePlan(model.header(), wish.recipe));
        return planned;
    };
    const auto take = [this, wishes, generation = m_generation](const Planned& planned) {
        if (generation != m_generation)
            return;
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            if (planned[i])
                addPlan(wishes[i].recipe, std::make_shared<const QuantPlan>(*planned[i]),
                    wishes[i].title);
            else
                Q_EMIT failed(planned[i].error());
        }
    };
    if (m_model)
        inBackground(m_line, this, plan, take);
}

void Trials::setCompared(int id, bool compared)
{
    std::vector<int>& colours = m_list.compared;
    colours.resize(mostCompared, 0);
    const auto at = std::ranges::find(colours, id);
    if (compared == (at != colours.end()))
        return;
    if (!compared) {
        *at = 0;
        if (m_list.baseline == id)
            m_list.baseline = 0;
    } else if (const auto free = std::ranges::find(colours, 0); free != colours.end()) {
        *free = id;
    }
    update();
    saveSoon();
}

void Trials::setBaseline(int id)
{
    if (!find(id))
        return;
    setCompared(id, true);
    if (std::ranges::find(m_list.compared, id) == m_list.compared.end()) { // Four others are.
        const auto last = std::ranges::find(m_list.compared, m_order.empty() ? 0 : m_order.back());
        if (last != m_list.compared.end())
            *last = id;
    }
    m_list.baseline = id;
    update();
    saveSoon();
}

void Trials::rename(int id, const QString& title)
{
    if (Trial* trial = mutableTrial(id)) {
        trial->title = title;
        update();
        saveSoon();
    }
}

void Trials::move(int id, int row)
{
    std::vector<Trial>& trials = m_list.trials;
    const auto at = std::ranges::find(trials, id, &Trial::id);
    if (at == trials.end() || row < 0 || row >= int(trials.size()))
        return;
    const auto to = trials.begin() + row;
    if (at < to)
        std::rotate(at, at + 1, to + 1);
    else
        std::rotate(to, at, at + 1);
    update();
    saveSoon();
}

void Trials::remove(int id)
{
    cancel(id);
    setCompared(id, false);
    std::erase_if(m_list.trials, [&](const Trial& trial) { return trial.id == id; });
    m_work.remove(id);
    m_sums.remove(id);
    update();
    saveSoon();
}

void Trials::setMeasure(ErrorMeasure measure)
{
    m_list.measure = measure;
    update();
    saveSoon();
}

void Trials::setFit(std::int64_t bytes)
{
    m_list.fitBytes = bytes;
    update();
    saveSoon();
}

TrialLook Trials::lookOf(const Trial& trial)
{
    TrialLook look;
    look.id = trial.id;
    look.kind = trial.kind;
    look.title = trial.title;
    look.canUse = trial.recipe.has_value();
    if (!trial.path.isEmpty())
        look.settings = trial.path;
    else if (trial.recipe)
        look.settings = QStringLiteral("%1 · %2").arg(
            targetTitle(trial.recipe->target), trialTitle(*trial.recipe));
    if (!m_sums.contains(trial.id))
        m_sums.insert(trial.id, sumsOf(m_model.header(), *trial.tensors));
    look.sums = m_sums.value(trial.id);
    const auto slot = std::ranges::find(m_list.compared, trial.id);
    look.slot = slot == m_list.compared.end() ? -1 : int(slot - m_list.compared.begin());
    const Work work = m_work.value(trial.id);
    look.work = work.state;
    look.fraction = work.fraction;
    look.problem = work.problem;
    return look;
}

void Trials::update()
{
    if (!m_updates.isActive())
        m_updates.start();
}

/// Asks for the comparison when other trials are compared than before; else shows the old one.
void Trials::compare()
{
    m_order.clear();
    std::vector<TrialTensorsPtr> tensors;
    for (const Trial& trial : m_list.trials) {
        if (std::ranges::find(m_list.compared, trial.id) == m_list.compared.end())
            continue;
        const bool first = trial.id == m_list.baseline;
        m_order.insert(first ? m_order.begin() : m_order.end(), trial.id);
        tensors.insert(first ? tensors.begin() : tensors.end(), trial.tensors);
    }
    if (tensors == m_compared) {
        if (!m_comparing) // Else the answer shows all.
            publish();
        return;
    }
    m_compared = tensors;
    m_comparing = !tensors.empty();
    if (tensors.empty()) {
        m_comparisons.forget();
        m_comparison = {};
        return publish();
    }
    m_comparisons.request({m_model, std::move(tensors)});
}

void Trials::publish()
{
    auto view = std::make_shared<TrialsView>();
    view->model = m_model;
    view->measure = m_list.measure;
    view->fitBytes = m_list.fitBytes;
    if (m_model) {
        view->modelName = QFileInfo(QDir::cleanPath(m_model.path())).fileName();
        for (const TensorInfo& tensor : m_model.header().tensors)
            view->sourceBytes += tensor.bytes();
    }
    std::vector<TrialSums> sums;
    for (const Trial& trial : m_list.trials) {
        view->trials.push_back(lookOf(trial));
        sums.push_back(view->trials.back().sums);
    }
    const std::vector<int> beaten = dominators(sums, m_list.measure);
    for (std::size_t i = 0; i < beaten.size(); ++i)
        view->trials[i].dominatedBy = beaten[i];
    if (m_comparison.totals.size() == m_order.size()) {
        for (const int id : m_order) {
            const auto at = std::ranges::find(view->trials, id, &TrialLook::id);
            if (at != view->trials.end())
                view->compared.push_back(int(at - view->trials.begin()));
        }
        if (view->compared.size() == m_compared.size()) {
            view->comparison = m_comparison;
            view->tensors = m_compared;
        } else {
            view->compared.clear(); // One was removed a moment ago: the next view is right.
        }
        if (!view->compared.empty())
            view->trials[std::size_t(view->compared.front())].isBaseline = true;
    }
    m_view = std::move(view);
    Q_EMIT changed();
}

void Trials::saveSoon()
{
    if (m_loaded)
        m_saves.start();
}

/// Without what is still being compared: it would be empty.
void Trials::save()
{
    m_saves.stop();
    if (!m_loaded || !m_canSave || !m_model)
        return;
    TrialList list = m_list;
    std::erase_if(list.trials, [&](const Trial& trial) {
        return trial.kind == Trial::Kind::File && m_work.value(trial.id).watcher;
    });
    const auto write = [list = std::move(list), path = fileFor(m_list.model)] {
        QDir().mkpath(Trials::folder());
        const QByteArray json = trialsToJson(list);
        return writeFile(
            path, std::as_bytes(std::span(json.data(), std::size_t(json.size()))), true);
    };
    inBackground(m_line, this, write, [this](const Result<void>& written) {
        if (!written)
            Q_EMIT failed(written.error());
    });
}

} // namespace aq
