#include "core/interop/fit_json.h"

#include "core/interop/json_writer.h"

#include <cmath>

namespace aq {
namespace {

void writePoint(JsonWriter& json, std::int64_t bytes, double total)
{
    json.member("bytes", bytes).member("error", std::sqrt(total));
    json.member("sqnrDb", -10 * std::log10(total));
}

void writeNumbers(JsonWriter& json, const Fit& fit)
{
    json.member("bitsPerWeight", fit.bitsPerWeight);
    json.member("worst", fit.worst).member("worstTensor", fit.worstTensor);
    json.member("missed", std::int64_t(fit.missed));
}

} // namespace

const char* suggestionId(FitSuggestion::Kind kind)
{
    switch (kind) {
    case FitSuggestion::Kind::SmallestAcceptable:
        return "smallest-acceptable";
    case FitSuggestion::Kind::Knee:
        return "knee";
    case FitSuggestion::Kind::NearLossless:
        return "near-lossless";
    }
    return "";
}

void writeFit(JsonWriter& json, const Recipe& wish, const FitModel& model, const Fit& fit,
    std::int64_t fileBytes)
{
    json.begin('{');
    writePoint(json, fileBytes, fit.error);
    writeNumbers(json, fit);
    json.member("optimal", fit.answer.isOptimal);
    if (wish.fitError > 0) // Then the least bytes were sought.
        json.member("boundBytes", std::int64_t(std::ceil(fit.answer.bound)));
    else
        json.member("bound", std::sqrt(fit.answer.bound));
    json.member("sampled", model.sensitivity->isSampled());
    json.line().key("curve").begin('[');
    for (const FitPoint& point : fitCurve(model.problem)) {
        json.line().begin('{');
        writePoint(json, point.bytes, point.cost);
        json.end('}');
    }
    json.end(']').line().key("suggestions").begin('[');
    for (const FitSuggestion& suggestion : suggestions(model)) {
        json.line().begin('{').member("kind", suggestionId(suggestion.kind));
        writePoint(json, suggestion.fit.answer.bytes, suggestion.fit.error);
        writeNumbers(json, suggestion.fit);
        json.end('}');
    }
    json.end(']').end('}');
}

} // namespace aq
