#pragma once
#include "ui/preferences.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>
#include <vector>

namespace aq {

/// What the program remembers between runs: what was chosen in the preferences, and what it noted
/// by itself. A plain value: main() loads it, pages get a copy.
struct Settings : Preferences {
    QString recents;      ///< JSON, newest first: see recents.h.
    QString modelFolder;  ///< Where a model was last opened.
    QString exportFolder; ///< Where a file was last saved; empty: beside its model.
    QString planFolder;
    QString queueFolder;        ///< Where jobs of the queue were last told to write.
    bool queueToFolder = false; ///< They were; else they keep their files until these are exported.
    QString reportFolder;       ///< Where a report or a chart was last saved.
    QByteArray reportView;      ///< Columns of the report.
    QString defaultPreset;      ///< Id; empty: the profile "local". What new models open with.
    QStringList hiddenPresets;  ///< Ids of built-in ones that were taken off the list.
    QByteArray geometry;
    QByteArray docks;
    QByteArray planView;        ///< Columns, tree or list.
    QByteArray splitters;       ///< See layout_part.h.
    QString shortcuts;          ///< JSON, the changed keys: see shortcuts_part.h.
    bool restoreSession = true; ///< The next start opens what this one had open.
    QString lastModel;          ///< Absolute path; empty: none was open.
    QByteArray lastRecipe;      ///< Of that model: see packedRecipe().
    int lastPage = 0;
    bool operator==(const Settings&) const = default;
};

/// The one list of keys: load and save both walk it, so they cannot drift apart.
template <typename Store>
void visit(Store&& store, auto& settings)
{
    store("files/recents", settings.recents);
    store("files/modelFolder", settings.modelFolder);
    store("files/exportFolder", settings.exportFolder);
    store("files/planFolder", settings.planFolder);
    store("files/queueFolder", settings.queueFolder);
    store("files/queueToFolder", settings.queueToFolder);
    store("files/reportFolder", settings.reportFolder);
    store("window/reportView", settings.reportView);
    store("window/theme", settings.theme);
    store("window/language", settings.language);
    store("window/notifications", settings.notifications);
    store("window/geometry", settings.geometry);
    store("window/docks", settings.docks);
    store("window/planView", settings.planView);
    store("window/splitters", settings.splitters);
    store("window/shortcuts", settings.shortcuts);
    store("session/restore", settings.restoreSession);
    store("session/model", settings.lastModel);
    store("session/recipe", settings.lastRecipe);
    store("session/page", settings.lastPage);
    store("plan/defaultPreset", settings.defaultPreset);
    store("plan/hiddenPresets", settings.hiddenPresets);
    store("jobs/threads", settings.threads);
    store("jobs/memoryMiB", settings.memoryMiB);
    store("jobs/atOnce", settings.jobsAtOnce);
    store("jobs/continueOnError", settings.continueOnError);
    store("jobs/workspaceFolder", settings.workspaceFolder);
    store("files/outputName", settings.outputName);
    store("files/whenExists", settings.whenExists);
    store("files/recentModels", settings.recentModels);
    store("quality/ownMinCosine", settings.ownMinCosine);
    store("quality/minCosine", settings.minCosine);
    store("quality/floorsPerWidth", settings.floorsPerWidth);
}

inline Settings loadSettings(const QSettings& file)
{
    Settings settings;
    visit(
        [&](const char* key, auto& value) {
            using Value = std::remove_cvref_t<decltype(value)>;
            QVariant stored = file.value(QLatin1StringView(key));
            if (stored.isValid() && stored.convert(QMetaType::fromType<Value>()))
                value = stored.template value<Value>(); // What does not convert is left alone.
        },
        settings);
    static_cast<Preferences&>(settings) = repaired(settings);
    return settings;
}

inline void saveSettings(QSettings& file, const Settings& settings)
{
    visit([&](const char* key, const auto& value) { file.setValue(QLatin1StringView(key), value); },
        settings);
}

/// Saves what differs from `before` only, so that two windows do not undo each other's choices.
inline void saveChanges(QSettings& file, const Settings& before, const Settings& settings)
{
    std::vector<QVariant> old;
    visit(
        [&](const char*, const auto& value) { old.push_back(QVariant::fromValue(value)); }, before);
    std::size_t at = 0;
    visit(
        [&](const char* key, const auto& value) {
            if (const QVariant now = QVariant::fromValue(value); now != old[at++])
                file.setValue(QLatin1StringView(key), now);
        },
        settings);
}

} // namespace aq
