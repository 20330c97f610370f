#pragma once
#include "core/base/result.h"
#include "core/plan/preset.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace aq {

/// The presets a person made: one file each in a folder, written whole or not at all. The list here
/// changes at once, the disk in the background and in that order; what another window or an editor
/// changes in the folder is picked up. A file that cannot be read is reported and left where it is.
class PresetStore final : public QObject {
    Q_OBJECT
public:
    explicit PresetStore(const QString& folder, QObject* parent = nullptr);
    ~PresetStore() override; ///< Waits until all is written.

    const QString& folder() const { return m_folder; }
    bool isLoaded() const { return m_loaded; }               ///< The folder was read once.
    const std::vector<Preset>& own() const { return m_own; } ///< By name.
    const Preset* find(const QString& id) const;             ///< Built-in ones too; null: gone.
    QStringList names() const;                               ///< Of the own ones.
    const std::vector<Error>& damaged() const { return m_damaged; }

    /// Adds an own preset, or replaces that with its id. Its id, made here where it has none.
    QString save(Preset preset);
    void remove(const QString& id);
    void load(); ///< Again; answered by changed() when anything differs.

    /// The presets of a file as own ones, under free names.
    void importFile(const QString& path);
    void exportTo(const QString& path, const std::vector<Preset>& presets);

Q_SIGNALS:
    void loaded(); ///< For the first time.
    void changed();
    void damageFound(const std::vector<aq::Error>& errors); ///< Files that were not known as such.
    void imported(const QStringList& ids);
    void exported(const QString& path);
    void failed(const aq::Error& error);

private:
    struct Contents {
        std::vector<Preset> presets;
        std::vector<Error> damaged;
        bool isFolder = false;
    };
    static Contents read(const QString& folder);

    QString pathOf(const QString& id) const;
    QString newId(const QString& name) const;
    void inTurn(std::function<Result<void>()> write, std::function<void()> then = {});
    void take(const Contents& contents);
    void watch();

    QString m_folder;
    std::vector<Preset> m_own;
    std::vector<Error> m_damaged;
    QThreadPool m_pool; ///< One thread: in the order of the calls.
    QFileSystemWatcher m_watcher;
    QTimer m_soon; ///< Several changes of the folder are read once.
    int m_writing = 0;
    bool m_loaded = false;
};

QString defaultPresetFolder(); ///< "presets" in the folder for the program's data.

} // namespace aq
