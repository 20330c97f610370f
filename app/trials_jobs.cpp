#include "app/trials.h"

#include "app/job_preparation.h"
#include "app/job_queue.h"
#include "core/validate/comparison.h"
#include "ui/text/error_text.h"
#include "ui/text/job_text.h"
#include "ui/widgets/job_watcher.h"

#include <QFileInfo>
#include <algorithm>

namespace aq {
namespace {

/// What a file holds of each tensor, before anything was compared. Found by the pairs that
/// validation makes: a file may leave a prefix out of the names.
TrialTensors trialTensorsOf(const ModelSource& original, const ModelSource& written)
{
    TrialTensors tensors(original.header().tensors.size());
    const TensorInfo* first = original.header().tensors.data();
    for (const TensorPair& pair : pairUp(original.header(), written.header())) {
        if (!pair.original || !pair.written)
            continue;
        TrialTensor& tensor = tensors[std::size_t(pair.original - first)];
        tensor.bytes = pair.written->bytes();
        tensor.scheme = pair.written->encoding
            ? pair.written->encoding->scheme
            : QString::fromLatin1(nameOf(pair.written->dtype)).toLower();
    }
    return tensors;
}

} // namespace

JobSpec Trials::specFor(JobKind kind, const Recipe& recipe) const
{
    JobSpec spec;
    spec.kind = kind;
    spec.model = QFileInfo(m_model.path()).absoluteFilePath();
    spec.components = m_list.model.components;
    spec.recipe = recipe;
    spec.thresholds = m_queue.thresholdsFor(recipe);
    stamp(spec, m_model);
    return spec;
}

bool Trials::belongs(const JobSpec& spec) const
{
    return m_model
        && QFileInfo(spec.model).absoluteFilePath() == QFileInfo(m_model.path()).absoluteFilePath()
        && spec.components == m_list.model.components;
}

void Trials::measure(const QList<int>& ids)
{
    for (const int id : ids) {
        const Trial* trial = find(id);
        if (!trial || !trial->recipe || m_work.value(id).state != TrialLook::Work::None)
            continue;
        Work& work = m_work[id];
        work = {};
        work.state = TrialLook::Work::Waiting;
        const int job = m_queue.add(specFor(JobKind::Measure, *trial->recipe));
        m_work[id].job = job;
        followJob(job);
    }
    update();
}

void Trials::cancel(int id)
{
    const Work work = m_work.value(id);
    if (work.watcher)
        work.watcher->cancel();
    else if (work.job && work.state != TrialLook::Work::None)
        m_queue.cancel(work.job);
}

/// What the queue says about a job that measures one of ours.
void Trials::followJob(int id)
{
    const QueuedJob* job = m_queue.find(id);
    if (!job || job->item.spec.kind != JobKind::Measure || !belongs(job->item.spec))
        return;
    const Trial* trial = withRecipe(job->item.spec.recipe);
    if (!trial)
        return;
    Work& work = m_work[trial->id];
    if (work.watcher || (work.job > id && work.state != TrialLook::Work::None))
        return; // A newer job is about the same recipe.
    work.job = id;
    work.fraction = fraction(job->progress);
    work.problem.clear();
    switch (job->item.state) {
    case JobState::Waiting:
    case JobState::Paused:
        work.state = TrialLook::Work::Waiting;
        break;
    case JobState::Running:
        work.state = TrialLook::Work::Running;
        break;
    case JobState::Failed:
        work.state = TrialLook::Work::None;
        work.problem
            = job->errors.empty() ? job->item.outcome : errorText(job->errors.front()).details();
        break;
    case JobState::Finished:
    case JobState::Cancelled:
        work.state = TrialLook::Work::None;
        break;
    }
    update();
}

void Trials::takeReport(const JobSpec& spec, const ValidationReport& report,
    const std::shared_ptr<const QuantPlan>& plan)
{
    auto tensors = std::make_shared<const TrialTensors>(
        aq::trialTensorsOf(m_model.header(), report, plan.get()));
    Trial* known = withRecipe(spec.recipe);
    if (!known) {
        Trial trial;
        trial.title = trialTitle(spec.recipe);
        trial.recipe = spec.recipe;
        trial.tensors = tensors;
        known = &add(std::move(trial));
    }
    known->kind = Trial::Kind::Measured;
    known->tensors = tensors;
    if (plan)
        known->plan = plan;
    m_sums.remove(known->id);
    update();
    saveSoon();
}

void Trials::addFile(const QString& path, const JobLimits& limits)
{
    if (!m_model)
        return;
    inBackground(
        m_line, this, [path] { return openModel(path); },
        [this, limits, generation = m_generation](const Result<ModelSource>& written) {
            if (generation != m_generation)
                return;
            if (written)
                takeFile(*written, limits);
            else
                Q_EMIT failed(written.error());
        });
}

void Trials::takeFile(const ModelSource& written, const JobLimits& limits)
{
    auto tensors = std::make_shared<TrialTensors>(trialTensorsOf(m_model, written));
    if (std::ranges::none_of(*tensors, [](const TrialTensor& t) { return t.bytes > 0; }))
        return Q_EMIT failed(Error{ErrorCode::Unsupported,
            QStringLiteral("it has no tensor in common with the open model"), written.path()});
    Trial trial;
    trial.kind = Trial::Kind::File;
    trial.title = QFileInfo(written.path()).fileName();
    trial.path = written.path();
    trial.tensors = std::move(tensors);
    const int id = add(std::move(trial)).id;
    Work& work = m_work[id];
    work.state = TrialLook::Work::Running;
    work.watcher = std::make_shared<JobWatcher>();
    connect(
        work.watcher.get(), &JobWatcher::progressed, this, [this, id](const Progress& progress) {
            m_work[id].fraction = fraction(progress);
            update();
        });
    connect(work.watcher.get(), &JobWatcher::ended, this,
        [this, id](const JobEnd& end) { takeFileEnd(id, end); });
    work.watcher->track(startValidate(m_pool, m_model, written, {}, limits));
    update();
}

void Trials::takeFileEnd(int id, const JobEnd& end)
{
    Trial* trial = mutableTrial(id);
    if (!trial)
        return;
    Work& work = m_work[id];
    work.state = TrialLook::Work::None;
    // The watcher is calling: it goes when it has returned.
    QMetaObject::invokeMethod(
        this, [old = std::exchange(work.watcher, {})] {}, Qt::QueuedConnection);
    if (const auto* finished = std::get_if<Finished>(&end)) {
        trial->tensors = std::make_shared<const TrialTensors>(
            aq::trialTensorsOf(m_model.header(), finished->report));
        m_sums.remove(id);
    } else if (const auto* failure = std::get_if<Failed>(&end)) {
        work.problem = errorText(failure->error).details();
    } else {
        return remove(id);
    }
    update();
    saveSoon();
}

} // namespace aq
