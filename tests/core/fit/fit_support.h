#pragma once
#include "core/fit/fit.h"

namespace aq::test {

/// One choice of a made model.
struct MadeChoice {
    const char* scheme; ///< Null: kept.
    std::int64_t bytes;
    double error; ///< relRmse^2
    const char* problem = nullptr;
};
struct MadeTensor {
    const char* name;
    std::int64_t elements;
    std::vector<MadeChoice> choices; ///< Of one: the tensor is not free.
    const char* problem = nullptr;
};

/// Sums of values with this error: y as large as x, but turned a little.
inline ErrorSums sumsOf(double error, std::int64_t elements)
{
    ErrorSums sums;
    sums.count = elements;
    sums.xx = sums.yy = double(elements);
    sums.xy = double(elements) * (1 - error / 2);
    sums.dd = double(elements) * error;
    return sums;
}

inline CandidateError errorOf(const MadeChoice& choice, std::int64_t elements)
{
    CandidateError error;
    error.error = choice.problem ? std::numeric_limits<double>::infinity() : choice.error;
    error.problem = QString::fromUtf8(choice.problem);
    if (choice.scheme)
        error.sums = sumsOf(choice.error, elements);
    return error;
}

inline Candidate candidateOf(const MadeChoice& choice)
{
    Candidate candidate;
    if (choice.scheme) {
        candidate.action.scheme = QString::fromLatin1(choice.scheme);
        candidate.plan.scheme = schemeNamed(candidate.action.scheme);
    }
    candidate.plan.outputBytes = choice.bytes;
    return candidate;
}

struct MadeModel {
    std::shared_ptr<Candidates> candidates = std::make_shared<Candidates>();
    std::shared_ptr<Sensitivity> sensitivity = std::make_shared<Sensitivity>();

    FitModelPtr model(ErrorWeight weight = ErrorWeight::Parameters, std::int64_t overhead = 0,
        int alignment = 1, const Thresholds& thresholds = {}) const
    {
        candidates->base.recipe.errorWeight = weight;
        return makeFitModel(candidates, sensitivity, overhead, alignment, thresholds);
    }
};

/// A model with these tensors; the base plan gives each its first choice.
inline MadeModel made(const std::vector<MadeTensor>& tensors)
{
    MadeModel model;
    QuantPlan& base = model.candidates->base;
    for (const MadeTensor& tensor : tensors) {
        Sensitivity::Tensor measured;
        measured.elements = measured.measured = tensor.elements;
        measured.energy = double(tensor.elements);
        measured.problem = QString::fromUtf8(tensor.problem);
        std::vector<Candidate> candidates;
        base.tensors.push_back(candidateOf(tensor.choices.front()).plan);
        base.parameters += tensor.elements;
        if (tensor.choices.size() == 1)
            measured.fixed = errorOf(tensor.choices.front(), tensor.elements);
        else
            for (const MadeChoice& choice : tensor.choices) {
                candidates.push_back(candidateOf(choice));
                measured.candidates.push_back(errorOf(choice, tensor.elements));
            }
        model.candidates->tensors.push_back(std::move(candidates));
        model.candidates->names.push_back(QString::fromUtf8(tensor.name));
        model.sensitivity->tensors.push_back(std::move(measured));
    }
    return model;
}

} // namespace aq::test
