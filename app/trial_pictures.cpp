#include "app/trial_pictures.h"

#include "app/latest.h"
#include "app/planner.h"
#include "app/trials.h"
#include "ui/text/error_text.h"

#include <algorithm>

namespace aq {

bool TrialPictures::Look::isOf(const Look& other) const
{
    return trial == other.trial && plan == other.plan && path == other.path
        && importance == other.importance;
}

TrialPictures::TrialPictures(const Trials& trials, QObject* parent)
    : QObject(parent)
    , m_trials(trials)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_picture, &QFutureWatcher<Pictured>::finished, this, &TrialPictures::take);
}

TrialPictures::~TrialPictures()
{
    m_picture.cancel();
    m_pool.waitForDone();
}

void TrialPictures::forget()
{
    ++m_generation;
    m_picture.cancel();
    m_files.clear();
    m_looks.clear();
    m_tensor = -1;
}

void TrialPictures::look(int tensor, const PlanFacts& facts)
{
    const TrialsView& view = *m_trials.view();
    if (!view.model || tensor < 0 || std::size_t(tensor) >= view.header().tensors.size())
        return;
    std::vector<Look> looks;
    for (const int at : view.compared) {
        const Trial* trial = m_trials.find(view.trials[std::size_t(at)].id);
        if (!trial)
            continue;
        Look look;
        look.trial = trial->id;
        look.plan = trial->plan;
        look.path = trial->path;
        if (look.plan && facts.plan
            && facts.plan->recipe.importance == look.plan->recipe.importance)
            look.importance = facts.importance;
        looks.push_back(std::move(look));
    }
    const bool isKnown = tensor == m_tensor
        && std::ranges::equal(
            looks, m_looks, [](const Look& a, const Look& b) { return a.isOf(b); });
    if (isKnown)
        return show(); // Titles and colours may have changed.
    if (tensor == m_tensor) {
        for (Look& look : looks)
            if (const auto known = std::ranges::find_if(
                    m_looks, [&](const Look& old) { return old.isDone && old.isOf(look); });
                known != m_looks.end())
                look = *known;
    }
    ++m_generation;
    m_picture.cancel();
    m_tensor = tensor;
    m_looks = std::move(looks);
    show();
    next();
}

void TrialPictures::next()
{
    const auto waiting = std::ranges::find(m_looks, false, &Look::isDone);
    if (waiting == m_looks.end())
        return;
    m_at = std::size_t(waiting - m_looks.begin());
    if (waiting->plan)
        start(*waiting);
    else if (waiting->path.isEmpty())
        finish({}, tr("there is no plan to look at"));
    else if (m_files.contains(waiting->path))
        start(*waiting);
    else
        open(waiting->path);
}

void TrialPictures::open(const QString& path)
{
    const auto take = [this, path, generation = m_generation](const Result<ModelSource>& file) {
        if (generation != m_generation)
            return;
        if (!file)
            return finish({}, errorText(file.error()).headline);
        m_files.insert(path, *file);
        next();
    };
    inBackground(
        m_pool, this, [path] { return openModel(path); }, take);
}

void TrialPictures::start(const Look& look)
{
    PictureRequest request;
    request.source = m_trials.model();
    request.tensor = m_tensor;
    request.cells = 1; // No maps are shown here.
    request.mostChannels = 1;
    request.importance = look.importance;
    if (!look.plan) {
        request.written = m_files.value(look.path);
    } else if (std::size_t(m_tensor) < look.plan->tensors.size()) {
        request.plan = look.plan->tensors[std::size_t(m_tensor)];
        request.target = look.plan->target;
    }
    m_picture.setFuture(startPicture(m_pool, std::move(request)));
}

/// The future has no continuation: with Qt 6.4 a future must not be cancelled after its
/// continuation has run.
void TrialPictures::take()
{
    const QFuture<Pictured> future = m_picture.future();
    if (future.isCanceled() || future.resultCount() == 0)
        return;
    const Pictured answer = future.result();
    if (answer.picture)
        finish(std::make_shared<const TensorPicture>(*answer.picture), answer.picture->problem);
    else
        finish({}, errorText(answer.picture.error()).headline);
}

void TrialPictures::finish(std::shared_ptr<const TensorPicture> picture, const QString& note)
{
    Look& look = m_looks[m_at];
    look.picture = std::move(picture);
    look.note = note;
    look.isDone = true;
    show();
    next();
}

void TrialPictures::show()
{
    const TrialsView& view = *m_trials.view();
    std::vector<HistogramStrip::Panel> panels;
    for (const Look& look : m_looks) {
        const auto trial = std::ranges::find(view.trials, look.trial, &TrialLook::id);
        if (trial != view.trials.end())
            panels.push_back({trial->title, trial->slot, look.picture,
                look.isDone ? look.note : tr("looking…")});
    }
    Q_EMIT changed(view.header().tensors[std::size_t(m_tensor)].name, panels);
}

} // namespace aq
