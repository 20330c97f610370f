#include "core/jobs/raise.h"

#include "core/plan/stored_form.h"
#include "core/plan/target_scheme.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <limits>

namespace aq {
namespace {

constexpr int widths[] = {3, 4, 5, 6, 8};

bool isFloats(const Scheme& scheme) { return qstrcmp(scheme.family, "float") == 0; }

/// Tensors that nobody wants quantized, or that cannot be.
bool isKeptByList(Reason reason)
{
    return reason == Reason::KeepList || reason == Reason::Small || reason == Reason::NotFloat;
}

Action actionFor(int bits, const Target& target, const TensorPlan& now)
{
    const Scheme* scheme = ruleMeaning(QStringLiteral("int%1").arg(bits), target).scheme;
    Action action;
    action.scheme = QString::fromLatin1(scheme->id);
    if (scheme->blockElements == 0)
        action.groupSize = now.options.groupSize;
    return action;
}

/// More precise than `now`, and worth it: what takes as much as the source is better kept.
bool isStepUp(const TensorPlan& plan, const TensorPlan& now, const TensorInfo& tensor, bool decoded)
{
    return plan.scheme && !isFloats(*plan.scheme) && plan.scheme->codeBits > now.scheme->codeBits
        && (decoded || plan.outputBytes < tensor.bytes());
}

/// NaN is worse than any number.
double errorOf(const TensorReport& tensor)
{
    return std::isnan(tensor.relRmse) ? std::numeric_limits<double>::infinity() : tensor.relRmse;
}

} // namespace

std::vector<std::size_t> missedTensors(const ValidationReport& report)
{
    std::vector<std::size_t> missed;
    for (std::size_t i = 0; i < report.tensors.size(); ++i) {
        const Status status = report.tensors[i].status;
        if (status == Status::BelowFloor || status == Status::BelowMinimum)
            missed.push_back(i);
    }
    std::ranges::stable_sort(
        missed, std::ranges::greater{}, [&](std::size_t i) { return errorOf(report.tensors[i]); });
    return missed;
}

std::optional<Raise> nextRaise(
    const ModelHeader& header, const QuantPlan& plan, std::size_t tensor, const TensorPlan& now)
{
    if (!now.scheme || isFloats(*now.scheme) || isKeptByList(now.reason))
        return {};
    const TensorInfo& info = header.tensors[tensor];
    const StoredForms forms(plan.recipe, *plan.target, plan.recognition);
    std::vector<Action> actions;
    for (const int bits : widths)
        if (bits > now.scheme->codeBits)
            actions.push_back(actionFor(bits, *plan.target, now));
    actions.push_back({}); // Kept.
    for (const Action& action : actions) {
        Wish wish;
        wish.speak(Reason::RowOverride, schemeNamed(action.scheme), {}, action.groupSize);
        auto raised = forms.of(info, std::move(wish));
        if (raised && (action.isKeep() || isStepUp(*raised, now, info, plan.target->decoded)))
            return Raise{tensor, action, *std::move(raised)};
    }
    return {};
}

Recipe withRaises(Recipe recipe, const ModelHeader& header, const std::vector<Raise>& raises)
{
    std::vector<Rule> rules = recipe.overrides;
    QHash<QString, std::size_t> known; // The first of a name counts.
    for (std::size_t i = rules.size(); i-- > 0;)
        known[rules[i].pattern] = i;
    for (const Raise& raise : raises) {
        const Rule rule{header.tensors[raise.tensor].name, raise.action, true};
        if (const auto found = known.constFind(rule.pattern); found != known.constEnd())
            rules[*found] = rule;
        else
            rules.push_back(rule);
    }
    recipe.overrides = rules;
    return recipe;
}

} // namespace aq
