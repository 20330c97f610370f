#include "core/table/table_error.h"

#include "core/base/printable.h"

#include <QStringList>

namespace aq {

QString errorText(const LayerError& error)
{
    const QString layer = error.layer.isEmpty()
        ? QStringLiteral("row %1").arg(error.row)
        : QStringLiteral("layer '%1'").arg(printable(error.layer));
    return layer + QStringLiteral(": ") + error.error.detail;
}

QString errorText(const std::vector<LayerError>& errors)
{
    QStringList lines;
    for (const LayerError& error : errors)
        lines << errorText(error);
    return lines.join(u'\n');
}

} // namespace aq
