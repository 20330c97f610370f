#include "ui/preferences.h"

#include "ui/theme.h"

#include <QStringList>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

void keepIn(QString& value, const QStringList& allowed)
{
    if (!allowed.contains(value))
        value = allowed.first();
}

} // namespace

Preferences repaired(Preferences p)
{
    p.theme = themeId(themeNamed(p.theme));
    keepIn(p.notifications,
        {QStringLiteral("queue"), QStringLiteral("each"), QStringLiteral("never")});
    keepIn(
        p.whenExists, {QStringLiteral("ask"), QStringLiteral("rename"), QStringLiteral("replace")});
    p.threads = std::clamp(p.threads, 0, Preferences::mostThreads);
    p.memoryMiB = std::clamp(p.memoryMiB, Preferences::leastMemoryMiB, Preferences::mostMemoryMiB);
    p.jobsAtOnce = std::clamp(p.jobsAtOnce, 1, Preferences::mostJobsAtOnce);
    p.recentModels = std::clamp(p.recentModels, 0, Preferences::mostRecents);
    p.minCosine
        = std::isfinite(p.minCosine) ? std::clamp(p.minCosine, 0.0, 1.0) : Preferences().minCosine;
    return p;
}

} // namespace aq
