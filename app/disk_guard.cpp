#include "app/disk_guard.h"

#include <QDir>
#include <QMap>
#include <QStorageInfo>

namespace aq {
namespace {

constexpr qint64 spareBytes = 16 << 20; ///< For headers, journals and everybody else.

QStorageInfo diskOf(const QString& path)
{
    QDir folder(path);
    while (!folder.exists() && folder.cdUp()) { }
    return QStorageInfo(folder);
}

} // namespace

qint64 freeBytesOf(const QString& folder)
{
    const QStorageInfo disk = diskOf(folder);
    // Some virtual file systems do not know.
    return disk.isValid() && disk.bytesTotal() > 0 ? disk.bytesAvailable() : -1;
}

std::vector<DiskState> fullDisks(const std::vector<DiskNeed>& needs,
    const std::function<qint64(const QString& folder)>& freeBytes)
{
    QMap<QByteArray, DiskState> disks;
    for (const DiskNeed& need : needs) {
        DiskState& disk = disks[diskOf(need.folder).device()];
        if (disk.jobs.empty()) {
            disk.folder = need.folder;
            disk.free = freeBytes(need.folder);
        }
        disk.needed += need.bytes;
        disk.jobs.push_back(need.job);
    }
    std::vector<DiskState> full;
    for (const DiskState& disk : disks)
        if (disk.free >= 0 && disk.free < disk.needed + spareBytes)
            full.push_back(disk);
    return full;
}

} // namespace aq
