#pragma once
#include <QString>
#include <functional>
#include <vector>

namespace aq {

/// What a running job will still write to the disk of a folder.
struct DiskNeed {
    int job = 0;
    QString folder;
    qint64 bytes = 0;
};

/// A disk, and the jobs that write to it.
struct DiskState {
    QString folder; ///< Of the first of the jobs.
    qint64 free = 0;
    qint64 needed = 0; ///< By all of them.
    std::vector<int> jobs;
};

/// The disks that have not enough room left for what is to be written. Touches the disks.
/// @param freeBytes  of the disk of a folder; negative: unknown
std::vector<DiskState> fullDisks(const std::vector<DiskNeed>& needs,
    const std::function<qint64(const QString& folder)>& freeBytes);

qint64 freeBytesOf(const QString& folder); ///< Of the nearest folder that exists; -1: unknown.

} // namespace aq
