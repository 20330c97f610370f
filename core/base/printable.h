#pragma once
#include <QString>

namespace aq {

/// A name from a file, made safe for one line of text: control, direction and lone surrogate
/// characters become `\uXXXX`, and what is then longer than `limit` is cut in the middle with "…".
/// @pre limit >= 3
QString printable(QStringView text, qsizetype limit = 100);

} // namespace aq
