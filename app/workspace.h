#pragma once
#include "core/base/result.h"

#include <QLockFile>
#include <memory>

namespace aq {

/// A folder of this process for files that are written but not yet exported. It is removed with
/// all it holds when the object goes; what a crash left behind is found by its lock and removed.
class Workspace {
public:
    /// A new folder inside `root`, which is made when it is missing.
    static Result<std::unique_ptr<Workspace>> create(const QString& root);
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    const QString& path() const { return m_path; }
    /// A new sub-folder, so that the next job's file may have the name of the last one's.
    Result<QString> newFolder();

private:
    Workspace(QString path, std::unique_ptr<QLockFile> lock);

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    int m_folders = 0;
};

/// Removes the folders in `root` whose process is gone. Deletes files: for the background.
void removeLeftovers(const QString& root);

QString defaultWorkspaceRoot(); ///< "jobs" in the user's cache folder.

} // namespace aq
