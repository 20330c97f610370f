#include "core/fit/fit.h"

#include <algorithm>

namespace aq {
Recipe withFit(Recipe recipe, const FitModel& model, const FitAnswer& answer)
{
    std::vector<Rule> rules;
    rules.reserve(model.free.size());
    for (std::size_t i = 0; i < model.free.size(); ++i) {
        const std::size_t tensor = model.free[i];
        const Candidate& chosen = model.candidates->tensors[tensor][std::size_t(answer.chosen[i])];
        rules.push_back({model.candidates->names[tensor], chosen.action, true});
    }
    recipe.fitted = rules;
    return recipe;
}

std::optional<FitAnswer> answerOf(const FitModel& model, const QuantPlan& plan)
{
    const Candidates& candidates = *model.candidates;
    if (plan.target != candidates.base.target || plan.tensors.size() != candidates.tensors.size())
        return {};
    std::vector<int> chosen;
    for (std::size_t tensor = 0; tensor < plan.tensors.size(); ++tensor) {
        const TensorPlan& planned = plan.tensors[tensor];
        const std::vector<Candidate>& choices = candidates.tensors[tensor];
        if (choices.empty()) {
            if (!isAlike(planned, candidates.base.tensors[tensor]))
                return {};
            continue;
        }
        const std::size_t position = chosen.size();
        const auto found = std::ranges::find_if(
            choices, [&](const Candidate& choice) { return isAlike(choice.plan, planned); });
        const auto index = int(found - choices.begin());
        if (found == choices.end() || !isUsable(model, position, index))
            return {};
        chosen.push_back(index);
    }
    return answerFor(model.problem, std::move(chosen));
}

std::vector<FitChange> changesBetween(
    const FitModel& model, const FitAnswer& before, const FitAnswer& after)
{
    std::vector<FitChange> changes;
    for (std::size_t i = 0; i < model.free.size(); ++i)
        if (before.chosen[i] != after.chosen[i])
            changes.push_back({model.free[i], before.chosen[i], after.chosen[i]});
    return changes;
}

} // namespace aq
