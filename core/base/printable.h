#pragma once
#include <QString>

namespace aq {

/// A name from a file, made safe for one line of text: control, direction and lone surrogate
/// characters become `\uXXXX`, and more than `limit` characters are cut in the middle with "…".
QString printable(QStringView text, qsizetype limit = 100);

} // namespace aq
