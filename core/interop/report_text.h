#pragma once
#include <QString>

namespace aq {

// Numbers in reports that leave the program: for people, but never in the locale.

QString reportNumber(double value, int digits = 5); ///< "–" for NaN, "∞".
QString reportBytes(std::int64_t bytes);            ///< "3.20 GiB", "512 bytes"

} // namespace aq
