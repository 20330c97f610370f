#include "app/disk_guard.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QStorageInfo>
#include <sys/stat.h>

namespace aq {
namespace {

constexpr qint64 spareBytes = 16 << 20; ///< For headers, journals and everybody else.

/// It, or the nearest folder above it.
QDir existing(const QString& path)
{
    QDir folder(path);
    while (!folder.exists() && folder.cdUp()) { }
    return folder;
}

/// What the system tells disks apart by: all in memory have one name.
quint64 diskOf(const QString& path)
{
    struct stat status = {};
    const QByteArray folder = QFile::encodeName(existing(path).absolutePath());
    return ::stat(folder.constData(), &status) == 0 ? quint64(status.st_dev) : 0;
}

} // namespace

qint64 freeBytesOf(const QString& folder)
{
    const QStorageInfo disk(existing(folder));
    // Some virtual file systems do not know.
    return disk.isValid() && disk.bytesTotal() > 0 ? disk.bytesAvailable() : -1;
}

std::vector<DiskState> fullDisks(const std::vector<DiskNeed>& needs,
    const std::function<qint64(const QString& folder)>& freeBytes)
{
    QMap<quint64, DiskState> disks;
    for (const DiskNeed& need : needs) {
        DiskState& disk = disks[diskOf(need.folder)];
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
