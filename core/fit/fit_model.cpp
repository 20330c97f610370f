#include "core/fit/fit_parts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace aq {
namespace {

bool isMeasured(const CandidateError& error)
{
    return error.problem.isEmpty() && std::isfinite(error.error) && error.error >= 0;
}

bool isGoodEnough(const FitModel& model, const CandidateError& error)
{
    return model.worst <= 0 || relRmse(error.sums) <= model.worst;
}

/// What an error of 1 adds to the total, tensor by tensor.
std::vector<double> weightsOf(const Sensitivity& sensitivity, ErrorWeight weight)
{
    std::vector<double> weights;
    weights.reserve(sensitivity.tensors.size());
    for (const Sensitivity::Tensor& tensor : sensitivity.tensors)
        weights.push_back(weight == ErrorWeight::Parameters ? double(tensor.elements)
                : weight == ErrorWeight::Energy             ? tensor.energy
                                                            : 1);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (sum > 0)
        for (double& each : weights)
            each /= sum;
    return weights;
}

/// Builds the problem of a model.
class ProblemMaker {
public:
    ProblemMaker(FitModel& model, std::int64_t alignment)
        : m_model(model)
        , m_alignment(alignment)
    {
    }
    void addFixed(std::size_t tensor);
    void addFree(std::size_t tensor);

private:
    std::int64_t bytesOf(const TensorPlan& plan) const
    {
        return alignedUp(plan.outputBytes, m_alignment);
    }
    FitChoice keeping(std::size_t tensor) const;

    FitModel& m_model;
    std::int64_t m_alignment;
};

void ProblemMaker::addFixed(std::size_t tensor)
{
    FitProblem& problem = m_model.problem;
    problem.fixedBytes += bytesOf(m_model.candidates->base.tensors[tensor]);
    problem.fixedCost += fixedCost(m_model, tensor);
}

/// Every tensor can be kept; where the format makes it another type, that costs what it costs.
FitChoice ProblemMaker::keeping(std::size_t tensor) const
{
    const std::vector<Candidate>& candidates = m_model.candidates->tensors[tensor];
    const auto kept = std::ranges::find_if(
        candidates, [](const Candidate& candidate) { return candidate.action.isKeep(); });
    const auto at = std::size_t(kept - candidates.begin());
    const Sensitivity::Tensor& measured = m_model.sensitivity->tensors[tensor];
    const bool isKnown = at < measured.candidates.size() && isMeasured(measured.candidates[at]);
    return {
        bytesOf(kept->plan), isKnown ? m_model.weights[tensor] * measured.candidates[at].error : 0};
}

void ProblemMaker::addFree(std::size_t tensor)
{
    const std::vector<Candidate>& candidates = m_model.candidates->tensors[tensor];
    const Sensitivity::Tensor& measured = m_model.sensitivity->tensors[tensor];
    const FitChoice kept = keeping(tensor);
    std::vector<FitChoice> choices;
    choices.reserve(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const bool isUsable = measured.problem.isEmpty() && i < measured.candidates.size()
            && isMeasured(measured.candidates[i]) && isGoodEnough(m_model, measured.candidates[i]);
        if (candidates[i].action.isKeep())
            choices.push_back(kept);
        else if (isUsable)
            choices.push_back({bytesOf(candidates[i].plan),
                m_model.weights[tensor] * measured.candidates[i].error});
        else
            choices.push_back({kept.bytes + 1, kept.cost});
    }
    m_model.free.push_back(tensor);
    m_model.problem.tensors.push_back(std::move(choices));
}

const Sensitivity::Tensor& measuredOf(const FitModel& model, std::size_t position)
{
    return model.sensitivity->tensors[model.free[position]];
}

/// Null: nothing was measured, as of a tensor that can only be kept.
const CandidateError* errorOf(const FitModel& model, std::size_t position, int choice)
{
    const std::vector<CandidateError>& errors = measuredOf(model, position).candidates;
    return std::size_t(choice) < errors.size() ? &errors[std::size_t(choice)] : nullptr;
}

/// As judge() decides, without the words.
bool isBelow(const FitModel& model, const Scheme& scheme, const ErrorSums& sums)
{
    const double similarity = cosine(sums);
    if (!(similarity >= model.minCosine))
        return true;
    if (!model.floorsPerWidth || qstrcmp(scheme.family, "float") == 0)
        return false;
    const Floor floor = floorFor(scheme.codeBits);
    return !(similarity >= floor.cosine) || !(relRmse(sums) <= floor.relRmse);
}

} // namespace

FitModelPtr makeFitModel(std::shared_ptr<const Candidates> candidates, SensitivityPtr sensitivity,
    std::int64_t fileOverhead, int alignment, const Thresholds& thresholds)
{
    auto model = std::make_shared<FitModel>();
    model->worst = candidates->base.recipe.fitWorst;
    model->weight = candidates->base.recipe.errorWeight;
    model->weights = weightsOf(*sensitivity, model->weight);
    model->candidates = std::move(candidates);
    model->sensitivity = std::move(sensitivity);
    model->minCosine = thresholds.minCosine;
    model->floorsPerWidth = thresholds.floorsPerWidth;
    model->problem.fixedBytes = fileOverhead;
    ProblemMaker maker(*model, alignment);
    for (std::size_t i = 0; i < model->candidates->tensors.size(); ++i)
        if (model->candidates->tensors[i].empty())
            maker.addFixed(i);
        else
            maker.addFree(i);
    return model;
}

bool isUsable(const FitModel& model, std::size_t position, int choice)
{
    const std::vector<Candidate>& candidates = model.candidates->tensors[model.free[position]];
    if (candidates[std::size_t(choice)].action.isKeep())
        return true;
    const CandidateError* error = errorOf(model, position, choice);
    return measuredOf(model, position).problem.isEmpty() && error && isMeasured(*error)
        && isGoodEnough(model, *error);
}

double relRmseOf(const FitModel& model, std::size_t position, int choice)
{
    const CandidateError* error = errorOf(model, position, choice);
    return error ? relRmse(error->sums) : 0;
}

double fixedCost(const FitModel& model, std::size_t tensor)
{
    const CandidateError& error = model.sensitivity->tensors[tensor].fixed;
    return isMeasured(error) ? model.weights[tensor] * error.error : 0;
}

double fixedRelRmse(const FitModel& model, std::size_t tensor)
{
    return relRmse(model.sensitivity->tensors[tensor].fixed.sums);
}

bool isFixedMissed(const FitModel& model, std::size_t tensor)
{
    const TensorPlan& plan = model.candidates->base.tensors[tensor];
    return plan.scheme
        && isBelow(model, *plan.scheme, model.sensitivity->tensors[tensor].fixed.sums);
}

bool isMissed(const FitModel& model, std::size_t position, int choice)
{
    const TensorPlan& plan
        = model.candidates->tensors[model.free[position]][std::size_t(choice)].plan;
    const CandidateError* error = errorOf(model, position, choice);
    if (!plan.scheme || !error)
        return false;
    return isBelow(model, *plan.scheme, error->sums);
}

} // namespace aq
