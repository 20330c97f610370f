#pragma once
#include "app/latest.h"
#include "app/workspace.h"
#include "core/jobs/queue_item.h"

#include <QLockFile>

namespace aq {

/// Where the queue is kept between runs: one file for the jobs and a folder for their unfinished
/// and unexported files. One program at a time owns them; another one gets a queue of its own,
/// which is gone when it ends.
class QueueStore {
public:
    /// @param jobsRoot  where folders of jobs are made; empty: the user's cache folder
    explicit QueueStore(const QString& jobsRoot = {});

    bool isSaved() const { return m_lock != nullptr; } ///< Not another program's.
    /// What is in the file; nothing when there is none. A file that cannot be read is set aside.
    Result<std::vector<QueueItem>> load() const;
    Result<void> save(const std::vector<QueueItem>& items) const;

    Result<QString> folderFor(int id); ///< A new one for a job's files; not made yet.
    /// Folders of jobs that are in the queue no more. For removeJobFolder().
    QStringList strays(const std::vector<QueueItem>& items) const;

private:
    QString m_file, m_root;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Workspace> m_workspace; ///< Of an unsaved queue.
};

/// Removes a folder that folderFor() named, and nothing else. For the background.
void removeJobFolder(const QString& folder);

} // namespace aq
