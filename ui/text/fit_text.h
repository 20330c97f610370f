#pragma once
#include "ui/models/fit_view.h"

namespace aq {

// The words of "Fit to a size", translated; numbers in the default locale.

QString suggestionTitle(FitSuggestion::Kind kind); ///< "Smallest acceptable"
QString suggestionAbout(FitSuggestion::Kind kind); ///< A sentence, for tool tips.
QString weightTitle(ErrorWeight weight);           ///< "Parameters"
QString weightAbout(ErrorWeight weight);

/// "4,512,345,678 bytes (4.2 GiB), 28.3 % of the source"
QString exactSizeText(std::int64_t bytes, std::int64_t sourceBytes);
/// "error 4.12 % (27.7 dB)", "no error"; of a relative RMSE.
QString fitErrorText(double error);
/// "Knee: 4.2 GiB, error 4.12 % (27.7 dB)"
QString spotText(const FitSpot& spot);
/// "about 2 minutes left", "less than a minute left"; empty: unknown.
QString timeLeftText(std::optional<double> seconds);
/// "12 rows are locked by you; 40 are kept by lists and rules."; empty: none.
QString lockedText(const FitView& view);

} // namespace aq
