#include "core/fit/fit_parts.h"

namespace aq {
namespace {

/// Picks up what people look at, tensor by tensor.
class FitSummer {
public:
    FitSummer(const FitModel& model, Fit& fit)
        : m_model(model)
        , m_fit(fit)
    {
    }
    void add(std::size_t tensor, const TensorPlan& plan, double relRmse, bool missed)
    {
        m_bytes += plan.outputBytes;
        m_fit.missed += missed ? 1 : 0;
        if (relRmse > m_fit.worst) {
            m_fit.worst = relRmse;
            m_fit.worstTensor = m_model.candidates->names[tensor];
        }
    }
    std::int64_t bytes() const { return m_bytes; } ///< Of all data, without padding.

private:
    const FitModel& m_model;
    Fit& m_fit;
    std::int64_t m_bytes = 0;
};

std::optional<Fit> looked(const FitModel& model, std::optional<FitAnswer> answer)
{
    if (!answer)
        return {};
    return fitOf(model, *std::move(answer));
}

} // namespace

Fit fitOf(const FitModel& model, FitAnswer answer)
{
    const QuantPlan& base = model.candidates->base;
    Fit fit;
    fit.error = answer.cost;
    FitSummer summer(model, fit);
    std::size_t position = 0;
    for (std::size_t tensor = 0; tensor < base.tensors.size(); ++tensor) {
        if (position == model.free.size() || model.free[position] != tensor) {
            summer.add(tensor, base.tensors[tensor], fixedRelRmse(model, tensor),
                isFixedMissed(model, tensor));
            continue;
        }
        const int choice = answer.chosen[position];
        summer.add(tensor, model.candidates->tensors[tensor][std::size_t(choice)].plan,
            relRmseOf(model, position, choice), isMissed(model, position, choice));
        ++position;
    }
    if (base.parameters > 0)
        fit.bitsPerWeight = 8 * double(summer.bytes()) / double(base.parameters);
    fit.answer = std::move(answer);
    return fit;
}

std::optional<Fit> fitToBytes(const FitModel& model, std::int64_t fileBytes)
{
    return looked(model, leastCost(model.problem, fileBytes));
}

std::optional<Fit> fitToError(const FitModel& model, double error)
{
    return looked(model, leastBytes(model.problem, error));
}

} // namespace aq
