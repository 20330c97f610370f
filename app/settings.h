#pragma once
#include <QByteArray>
#include <QSettings>
#include <QString>

namespace aq {

/// What the program remembers between runs. A plain value: main() loads it, pages get a copy.
struct Settings {
    QString recents;      ///< JSON, newest first: see recents.h.
    QString modelFolder;  ///< Where a model was last opened.
    QString exportFolder; ///< Where a file was last saved; empty: beside its model.
    QString planFolder;
    QString theme = QStringLiteral("system"); ///< "system", "light", "dark".
    QString language;                         ///< "de", "zh_CN"; empty: as the system.
    int threads = 0;                          ///< 0: one per core; shared by all jobs.
    int memoryMiB = 256;                      ///< For the tiles of all jobs.
    int jobsAtOnce = 1;
    QString workspaceFolder; ///< Files not yet exported; empty: the cache folder.
    QString notifications = QStringLiteral("queue"); ///< "never", "each" job, "queue" end.
    bool continueOnError = false;
    QString reportFolder;      ///< Where a report or a chart was last saved.
    QByteArray geometry;
    QByteArray docks;
    QByteArray planView; ///< Columns, tree or list.
};

/// The one list of keys: load and save both walk it, so they cannot drift apart.
template <typename Store>
void visit(Store&& store, auto& settings)
{
    store("files/recents", settings.recents);
    store("files/modelFolder", settings.modelFolder);
    store("files/exportFolder", settings.exportFolder);
    store("files/planFolder", settings.planFolder);
    store("files/reportFolder", settings.reportFolder);
    store("window/theme", settings.theme);
    store("window/language", settings.language);
    store("window/notifications", settings.notifications);
    store("window/geometry", settings.geometry);
    store("window/docks", settings.docks);
    store("window/planView", settings.planView);
    store("jobs/threads", settings.threads);
    store("jobs/memoryMiB", settings.memoryMiB);
    store("jobs/atOnce", settings.jobsAtOnce);
    store("jobs/workspaceFolder", settings.workspaceFolder);
    store("jobs/continueOnError", settings.continueOnError);
}

inline Settings loadSettings(const QSettings& file)
{
    Settings settings;
    visit(
        [&](const char* key, auto& value) {
            using Value = std::remove_cvref_t<decltype(value)>;
            const QVariant stored = file.value(QLatin1StringView(key));
            if (stored.canConvert<Value>())
                value = stored.template value<Value>();
        },
        settings);
    return settings;
}

inline void saveSettings(QSettings& file, const Settings& settings)
{
    visit([&](const char* key, const auto& value) { file.setValue(QLatin1StringView(key), value); },
        settings);
}

} // namespace aq
