#include "app/trials.h"

#include "ui/text/type_text.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace aq {

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

} // namespace aq
