#include "core/analysis/block_name.h"

#include <QStringView>
#include <algorithm>

namespace aq {

QString blockOf(const QString& name)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    for (qsizetype start = 0, end = 0; end >= 0; start = end + 1) {
        end = name.indexOf(u'.', start);
        const QStringView part
            = QStringView(name).sliced(start, (end < 0 ? name.size() : end) - start);
        if (part.isEmpty() || !std::ranges::all_of(part, isDigit))
            continue;
        if (end >= 0 && name.indexOf(u'.', end + 1) >= 0) // At least two more parts.
            return name.first(end);
        return name.first(std::max<qsizetype>(start - 1, 0));
    }
    return name.first(std::max<qsizetype>(name.lastIndexOf(u'.'), 0));
}

} // namespace aq
