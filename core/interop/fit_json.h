#pragma once
#include "core/fit/fit.h"

namespace aq {

class JsonWriter;

/// "smallest-acceptable", "knee", "near-lossless": stable, in JSON.
const char* suggestionId(FitSuggestion::Kind kind);

/// `"fit"` of `plan --json`: the point that was chosen, the whole curve and the suggestions.
/// Bytes are of the whole file. `error` is relative: the square root of the total, so that it
/// compares with the relative RMSE of a tensor (docs/fit.md).
/// @param wish  whose size or error was asked for
void writeFit(JsonWriter& json, const Recipe& wish, const FitModel& model, const Fit& fit,
    std::int64_t fileBytes);

} // namespace aq
