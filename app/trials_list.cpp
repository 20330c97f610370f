#include "app/trials.h"

#include <algorithm>

namespace aq {

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

} // namespace aq
