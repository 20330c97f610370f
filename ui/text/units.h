#pragma once
#include <QString>
#include <cstdint>

namespace aq {

// Numbers as a person reads them, in the default QLocale. What was not measured (NaN) is a dash.

QString bytesText(std::int64_t bytes);      ///< "3.2 GiB", "512 bytes"
QString countText(std::int64_t count);      ///< "1,130"
QString shortCountText(std::int64_t count); ///< "859.5 M"; below 10,000 exact.
QString percentText(double fraction);       ///< 0.0123 -> "1.23 %"; three digits that count.
QString changeText(std::int64_t before, std::int64_t after); ///< "−74.3 %", "+0.1 %"
QString ratioText(double ratio);                             ///< "3.9×"
QString bitsPerWeightText(double bits);                      ///< "4.25 bpw"
QString decibelText(double decibels);                        ///< "41.2 dB"; +inf is "exact".
QString cosineText(double cosine); ///< "0.99731"; below 1 never shown as 1.

} // namespace aq
