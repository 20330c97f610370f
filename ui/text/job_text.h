#pragma once
#include "core/base/job_control.h"

#include <QString>
#include <optional>

namespace aq {

double fraction(const Progress& progress); ///< 0 to 1; 0 while the total is unknown.
QString stageText(const QString& stage);   ///< "quantize" -> "Quantizing"; unknown ones unchanged.
QString durationText(double seconds);      ///< "0:07", "12:34", "1:02:03".

/// "123 MB/s, 0:12 left"; without the part that is not known.
QString rateText(double bytesPerSecond, std::optional<double> secondsLeft);

} // namespace aq
