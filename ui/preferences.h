#pragma once
#include <QString>

namespace aq {

/// What a person chooses once, for all models: the values of the preferences dialog. Each has the
/// value it has after "Restore defaults".
struct Preferences {
    QString theme = QStringLiteral("system");        ///< "system", "light", "dark".
    QString language;                                ///< "de", "zh_CN"; empty: as the system.
    QString notifications = QStringLiteral("queue"); ///< "never", "each" job, "queue" end.

    int threads = 0;     ///< 0: one per core; shared by all jobs.
    int memoryMiB = 256; ///< For the tiles of all jobs.
    int jobsAtOnce = 1;
    bool continueOnError = false; ///< A failed tensor is kept as it is, and listed.

    bool ownMinCosine = false;  ///< Else the plan's own.
    double minCosine = 0.85;    ///< Where `ownMinCosine`.
    bool floorsPerWidth = true; ///< Thresholds::floorsPerWidth.

    QString workspaceFolder; ///< Files not yet exported; empty: the cache folder.
    QString outputName;      ///< Template of output_name.h; empty: the usual one.
    QString whenExists = QStringLiteral("ask"); ///< "ask", "rename", "replace".
    int recentModels = 10;                      ///< How many are listed, pinned ones aside.
    bool operator==(const Preferences&) const = default;

    static constexpr int mostThreads = 1024, leastMemoryMiB = 32, mostMemoryMiB = 1 << 20,
                         mostJobsAtOnce = 16, mostRecents = 50;
};

/// With what no dialog allows brought back to what it does: a settings file may say anything.
Preferences repaired(Preferences preferences);

} // namespace aq
