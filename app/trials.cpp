#include "app/trials.h"

#include "app/job_queue.h"
#include "app/trial_store.h"
#include "ui/text/type_text.h"
#include "ui/widgets/job_watcher.h"

#include <algorithm>

namespace aq {
namespace {

constexpr int poolThreads = 2;
constexpr int updateMs = 30, saveMs = 700;

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

QString Trials::folder() { return trialFolder(); }

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
        m_line, this, [model = m_model, components] { return readTrials(model, components); },
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
    const auto write = [list = std::move(list)] { return writeTrials(list); };
    inBackground(m_line, this, write, [this](const Result<void>& written) {
        if (!written)
            Q_EMIT failed(written.error());
    });
}

} // namespace aq
