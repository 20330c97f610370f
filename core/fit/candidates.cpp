#include "core/fit/candidates.h"
#include "core/plan/stored_form.h"

#include <algorithm>
#include <numeric>

namespace aq {
namespace {

constexpr const char* halfPrecision = "f16";

/// Programs that read some types slowly, or not at all, are given those that they read well.
bool isTaken(const Scheme& scheme, const Consumer* consumer)
{
    if (!consumer || consumer->otherSchemes == Consumer::Others::Load)
        return true;
    return std::ranges::any_of(
        consumer->fastSchemes, [&](const char* id) { return qstrcmp(id, scheme.id) == 0; });
}

const Consumer* consumerOf(const Target& target)
{
    return target.consumer ? consumerNamed(QString::fromLatin1(target.consumer)) : nullptr;
}

std::vector<Action> actionsFor(const Target& target)
{
    const Consumer* consumer = consumerOf(target);
    std::vector<Action> actions;
    for (const Scheme* scheme : schemes()) {
        if (qstrcmp(scheme->family, target.family) != 0 || !isTaken(*scheme, consumer))
            continue;
        if (scheme->blockElements > 0) {
            actions.push_back({QString::fromLatin1(scheme->id), {}});
            continue;
        }
        for (const int group : groupSizes())
            if (group > 0)
                actions.push_back({QString::fromLatin1(scheme->id), group});
    }
    actions.push_back({QString::fromLatin1(halfPrecision), {}});
    actions.push_back({});
    return actions;
}

/// Rows in one group each are as large and as good with any larger group. With more groups the
/// sizes differ, as each of groupSizes() is twice the one before.
bool areOptionsAlike(const TensorPlan& a, const TensorPlan& b)
{
    SchemeOptions options = a.options;
    if (options.groupSize > 0 && b.options.groupSize > 0 && a.outputBytes == b.outputBytes)
        options.groupSize = b.options.groupSize;
    return options == b.options;
}

/// Programs that read blocks of few dimensions only refuse the file otherwise.
bool isRefused(const Consumer* consumer, const TensorInfo& tensor, const TensorPlan& plan)
{
    const Shape& shape = plan.storedShape.empty() ? tensor.shape : plan.storedShape;
    return consumer && plan.scheme && plan.scheme->blockElements > 0
        && int(shape.size()) > consumer->maxDimensions;
}

/// Finds all that one tensor may become.
class CandidateSearch {
public:
    CandidateSearch(const ModelHeader& header, const Recipe& recipe, const QuantPlan& base)
        : m_header(header)
        , m_base(base)
        , m_wishes(header, recipe, *base.target, base.recognition)
        , m_forms(recipe, *base.target, base.recognition)
        , m_consumer(consumerOf(*base.target))
        , m_actions(actionsFor(*base.target))
    {
    }
    Result<std::vector<Candidate>> of(std::size_t tensor) const;

private:
    Result<TensorPlan> planOf(std::size_t tensor, const Action& action) const;

    const ModelHeader& m_header;
    const QuantPlan& m_base;
    Wishes m_wishes;
    StoredForms m_forms;
    const Consumer* m_consumer; ///< Null: no one in particular.
    std::vector<Action> m_actions;
};

Result<TensorPlan> CandidateSearch::planOf(std::size_t tensor, const Action& action) const
{
    Wish wish;
    wish.speak(Reason::Fitted, action.isKeep() ? nullptr : schemeNamed(action.scheme), {},
        action.groupSize);
    auto plan = m_forms.of(m_header.tensors[tensor], std::move(wish));
    if (plan) {
        plan->storedName = m_base.tensors[tensor].storedName;
        plan->chain = {};
    }
    return plan;
}

Result<std::vector<Candidate>> CandidateSearch::of(std::size_t tensor) const
{
    std::vector<Candidate> found;
    const TensorInfo& info = m_header.tensors[tensor];
    if (!m_wishes.isFree(tensor))
        return found;
    for (const Action& action : m_actions) {
        if (action.scheme == QLatin1StringView(halfPrecision)
            && (info.encoding || bitsOf(info.dtype) <= 16))
            continue;
        auto plan = planOf(tensor, action);
        if (!plan)
            return plan.error();
        const bool isMisfit = plan->reason == Reason::Fallback && !action.isKeep();
        if (isMisfit || isRefused(m_consumer, info, *plan))
            continue;
        const auto known = std::ranges::find_if(
            found, [&](const Candidate& other) { return isAlike(other.plan, *plan); });
        if (known == found.end())
            found.push_back({action, *std::move(plan)});
        else if (action.groupSize == m_base.recipe.groupSize)
            *known = {action, *std::move(plan)};
    }
    std::ranges::stable_sort(
        found, {}, [](const Candidate& candidate) { return candidate.plan.outputBytes; });
    return found;
}

} // namespace

bool isAlike(const TensorPlan& a, const TensorPlan& b)
{
    return a.scheme == b.scheme && a.storedShape == b.storedShape
        && (!a.scheme || areOptionsAlike(a, b));
}

std::int64_t Candidates::count() const
{
    return std::accumulate(tensors.begin(), tensors.end(), std::int64_t(0),
        [](std::int64_t sum, const auto& candidates) {
            return sum + std::int64_t(candidates.size());
        });
}

Result<Candidates> candidatesFor(const ModelHeader& header, const Recipe& recipe)
{
    Recipe asked = recipe;
    asked.fitted.clear();
    auto base = makePlan(header, asked);
    if (!base)
        return base.error();
    if (base->target->decoded)
        return Error{ErrorCode::InvalidPlan,
            QStringLiteral("the target %1 holds floats: no choice of types changes its size")
                .arg(QLatin1StringView(base->target->id)),
            {}};
    Candidates all;
    all.base = *std::move(base);
    all.tensors.reserve(header.tensors.size());
    all.names.reserve(header.tensors.size());
    const CandidateSearch search(header, asked, all.base);
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        auto found = search.of(i);
        if (!found)
            return found.error();
        if (found->size() == 1) // Nothing to choose.
            found->clear();
        all.tensors.push_back(*std::move(found));
        all.names.push_back(header.tensors[i].name);
    }
    return all;
}

} // namespace aq
