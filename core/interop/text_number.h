#pragma once
#include <QByteArray>
#include <cstdint>

namespace aq {

/// The shortest decimal that reads back as exactly this number; never follows the locale.
/// Empty for NaN and infinities: JSON writes null, CSV an empty cell.
QByteArray numberText(double value);
inline QByteArray numberText(std::int64_t value) { return QByteArray::number(qint64(value)); }

} // namespace aq
