#include "core/fit/reuse.h"

#include <algorithm>

namespace aq {
namespace {

bool storesAlike(const TensorPlan& a, const TensorPlan& b)
{
    return a.scheme == b.scheme && a.options == b.options && a.storedShape == b.storedShape;
}

/// Of one tensor: everything that is known of it.
class KnownErrors {
public:
    KnownErrors(const Candidates& had, const Sensitivity& measured, std::size_t tensor)
        : m_candidates(had.tensors[tensor])
        , m_base(had.base.tensors[tensor])
        , m_measured(measured.tensors[tensor])
    {
    }

    const CandidateError* of(const TensorPlan& plan) const
    {
        const auto found = std::ranges::find_if(m_candidates,
            [&](const Candidate& candidate) { return storesAlike(candidate.plan, plan); });
        if (found != m_candidates.end())
            return &m_measured.candidates[std::size_t(found - m_candidates.begin())];
        return m_candidates.empty() && storesAlike(m_base, plan) ? &m_measured.fixed : nullptr;
    }

private:
    const std::vector<Candidate>& m_candidates;
    const TensorPlan& m_base;
    const Sensitivity::Tensor& m_measured;
};

bool isKeep(const TensorPlan& plan) { return !plan.scheme; }

} // namespace

SensitivityPtr reusedSensitivity(
    const Candidates& wanted, const Candidates& had, const Sensitivity& measured)
{
    if (wanted.tensors.size() != had.tensors.size()
        || measured.tensors.size() != had.tensors.size())
        return {};
    auto all = std::make_shared<Sensitivity>(measured);
    for (std::size_t i = 0; i < wanted.tensors.size(); ++i) {
        const KnownErrors known(had, measured, i);
        Sensitivity::Tensor& tensor = all->tensors[i];
        tensor.candidates.clear();
        tensor.fixed = {};
        for (const Candidate& candidate : wanted.tensors[i]) {
            const CandidateError* error = known.of(candidate.plan);
            if (!error)
                return {};
            tensor.candidates.push_back(*error);
        }
        const TensorPlan& base = wanted.base.tensors[i];
        if (!wanted.tensors[i].empty() || isKeep(base))
            continue;
        const CandidateError* error = known.of(base);
        if (!error)
            return {};
        tensor.fixed = *error;
    }
    return all;
}

} // namespace aq
