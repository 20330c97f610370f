#pragma once
#include "app/settings.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <functional>

namespace aq {

/// Keeps the settings on disk up to date while the program runs, so that a crash loses nothing. It
/// looks for changes every few seconds and writes what changed in the background; its end writes
/// the last of it. Writing is atomic: QSettings replaces its file whole.
class SettingsKeeper final : public QObject {
    Q_OBJECT
public:
    using Source = std::function<Settings()>;
    /// `file`: an INI file. `source` is asked in this thread, at the latest by save().
    SettingsKeeper(const QString& file, const Settings& saved, Source source);
    ~SettingsKeeper() override; ///< Waits for what is being written; save() comes before it.

    void save();        ///< What has changed, soon; costs nothing when nothing has.
    void saveAndWait(); ///< The same, and it is on disk when this returns.

private:
    QString m_file;
    Settings m_saved;
    Source m_source;
    QThreadPool m_pool;
    QTimer m_timer;
};

/// Where the settings of this user lie.
QString settingsPath();

} // namespace aq
