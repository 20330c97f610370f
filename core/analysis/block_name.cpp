#include "core/analysis/block_name.h"

#include <QStringList>
#include <algorithm>

namespace aq {

QString blockOf(const QString& name)
{
    const QStringList parts = name.split(u'.');
    const auto isNumber = [](const QString& part) {
        return !part.isEmpty()
            && std::ranges::all_of(part, [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    const auto number = std::ranges::find_if(parts, isNumber);
    const auto depth = std::distance(parts.begin(), number);
    if (parts.size() - depth > 2)
        return parts.mid(0, depth + 1).join(u'.');
    return parts.mid(0, std::min(depth, parts.size() - 1)).join(u'.');
}

} // namespace aq
