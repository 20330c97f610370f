#include "core/fit/fit.h"

#include <cmath>

namespace aq {
namespace {

using Kind = FitSuggestion::Kind;

/// Tensor by tensor the smallest choice that misses nothing, of equals the better one. Nothing:
/// some tensor has none, even when it is kept.
std::optional<Fit> smallestAcceptable(const FitModel& model)
{
    std::vector<int> chosen;
    for (std::size_t i = 0; i < model.free.size(); ++i) {
        const std::vector<FitChoice>& choices = model.problem.tensors[i];
        int best = -1;
        for (int j = 0; j < int(choices.size()); ++j) {
            if (!isUsable(model, i, j) || isMissed(model, i, j))
                continue;
            const auto rank = [&](int at) {
                const FitChoice& choice = choices[std::size_t(at)];
                return std::pair(choice.bytes, choice.cost);
            };
            if (best < 0 || rank(j) < rank(best))
                best = j;
        }
        if (best < 0)
            return {};
        chosen.push_back(best);
    }
    FitAnswer answer = answerFor(model.problem, std::move(chosen));
    answer.bound = double(answer.bytes);
    answer.isOptimal = true;
    return fitOf(model, std::move(answer));
}

/// The smallest choice of at least 8 bits.
int eightBits(const FitModel& model, std::size_t position)
{
    const std::vector<Candidate>& candidates = model.candidates->tensors[model.free[position]];
    const auto isWide = [&](int j) {
        const Scheme* scheme = candidates[std::size_t(j)].plan.scheme;
        return isUsable(model, position, j) && (!scheme || scheme->codeBits >= 8);
    };
    for (int j = 0; j < int(candidates.size()); ++j) // Fewest bytes first.
        if (isWide(j))
            return j;
    return int(candidates.size()) - 1;
}

std::optional<Fit> nearLossless(const FitModel& model)
{
    std::vector<int> chosen;
    for (std::size_t i = 0; i < model.free.size(); ++i)
        chosen.push_back(eightBits(model, i));
    return fitToError(model, answerFor(model.problem, std::move(chosen)).cost);
}

/// Farthest under the chord from the curve's first point to that of `end`.
std::optional<Fit> knee(const FitModel& model, const FitAnswer& end)
{
    const std::vector<FitPoint> curve = fitCurve(model.problem);
    const FitPoint& first = curve.front();
    if (!(end.cost > 0) || end.bytes <= first.bytes || end.cost >= first.cost)
        return {};
    const double slope = std::log(end.cost / first.cost) / double(end.bytes - first.bytes);
    const FitPoint* best = nullptr;
    double farthest = 0;
    for (const FitPoint& point : curve) {
        if (point.bytes >= end.bytes || point.cost <= end.cost)
            break;
        const double chord = slope * double(point.bytes - first.bytes);
        const double under = chord - std::log(point.cost / first.cost);
        if (under > farthest) {
            farthest = under;
            best = &point;
        }
    }
    if (!best)
        return {};
    return fitToBytes(model, best->bytes);
}

} // namespace

std::vector<FitSuggestion> suggestions(const FitModel& model)
{
    std::vector<FitSuggestion> found;
    const auto add = [&](Kind kind, std::optional<Fit> fit) {
        if (fit)
            found.push_back({kind, *std::move(fit)});
    };
    add(Kind::SmallestAcceptable, smallestAcceptable(model));
    const std::optional<Fit> end = nearLossless(model);
    if (end)
        add(Kind::Knee, knee(model, end->answer));
    add(Kind::NearLossless, end);
    return found;
}

} // namespace aq
