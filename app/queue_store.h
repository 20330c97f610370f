#pragma once
#include "app/workspace.h"
#include "core/jobs/queue_item.h"

#include <QLockFile>
#include <QSet>
#include <atomic>

namespace aq {

/// Where the folders of jobs are: in the folder that a person chose, else with the program's data,
/// for a result that was not exported is nothing that may be thrown away. Touches no disk.
QString queueRoot(const QString& chosen = {});

/// What an earlier run of the program left.
struct StoredQueue {
    bool isOurs = false; ///< Not another program's, and can be saved.
    std::vector<QueueItem> items = {};
    QSet<int> missing = {};          ///< Jobs whose file is not there: its disk may come back.
    QStringList strays = {};         ///< Folders of no job, for removeJobFolder().
    QStringList strayReports = {};   ///< Of no job, for removeReport().
    std::optional<Error> error = {}; ///< Of reading the list.
};

/// Where the queue is kept between runs: one file for the jobs and a folder for their unfinished
/// and unexported files. One program at a time owns them; another one gets a queue of its own,
/// which is gone when it ends.
class QueueStore {
public:
    /// Touches no disk. @param jobsRoot  as for queueRoot()
    explicit QueueStore(const QString& jobsRoot = {});
    /// Where folderFor() names folders from now on; those that are there stay. Touches no disk.
    void setJobsRoot(const QString& jobsRoot) { m_root = queueRoot(jobsRoot); }

    /// Takes the queue, unless another program has it, and reads it. What cannot be read is set
    /// aside, never written over. For the background, one call at a time.
    StoredQueue load();
    void giveBack(); ///< What load() took but nobody adopted. For the background.

    void adopt() { m_isSaved = true; } ///< What load() took is used from now on.
    bool isSaved() const { return m_isSaved; }
    Result<void> save(const std::vector<QueueItem>& items) const; ///< For the background.

    /// A new one for a job's files, for makeJobFolder(), once load() has ended. Touches no disk.
    /// Empty: there is no place for it.
    QString folderFor(int id) const;

private:
    bool takeLock();
    void readList(StoredQueue& stored);
    QStringList ownFolders() const;
    void findStrays(StoredQueue& stored, bool isCautious) const;

    const QString m_file, m_firstRoot; ///< What load() looks at, in the background.
    QString m_root;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Workspace> m_workspace; ///< Of an unsaved queue; made by the first load().
    bool m_wasLoaded = false;
    std::atomic_bool m_isSaved = false;
};

/// Makes a folder that folderFor() named, with a note of whose it is: a chosen folder may be that
/// of several accounts and machines.
Result<void> makeJobFolder(const QString& folder);

/// Removes such a folder, and nothing else: not that of another account or machine, nor one whose
/// job still runs. For the background.
void removeJobFolder(const QString& folder);

} // namespace aq
