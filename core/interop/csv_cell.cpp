#include "core/interop/csv_cell.h"

#include "core/base/printable.h"

namespace aq {

QByteArray csvCell(const QString& text)
{
    constexpr qsizetype escaped = 6; // Characters of \uXXXX.
    QByteArray bytes = printable(text, escaped * (text.size() + 1)).toUtf8();
    if (!bytes.isEmpty() && QByteArrayView("=+-@").contains(bytes.front()))
        bytes.prepend('\'');
    const bool isPlain = bytes.indexOf('"') < 0 && bytes.indexOf(',') < 0;
    return isPlain ? bytes : '"' + bytes.replace('"', "\"\"") + '"';
}

} // namespace aq
