#include "app/model_filters.h"

#include "core/io/format.h"
#include "ui/text/type_text.h"

#include <QCoreApplication>

namespace aq {
namespace {

struct ModelFilters {
    Q_DECLARE_TR_FUNCTIONS(ModelFilters)
};

} // namespace

QStringList modelFilters()
{
    QStringList each, all;
    for (const Format* format : formats()) {
        const QString patterns = QLatin1StringView(format->nameFilter);
        if (patterns.isEmpty())
            continue;
        all << patterns;
        each << QStringLiteral("%1 (%2)").arg(formatTitle(*format), patterns);
    }
    return QStringList{ModelFilters::tr("Models (%1)").arg(all.join(u' '))} + each
        + QStringList{ModelFilters::tr("All files (*)")};
}

} // namespace aq
