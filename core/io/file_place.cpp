#include "core/io/file_place.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aq {
namespace {

bool unsupported(int number)
{
    return number == EINVAL || number == ENOSYS || number == EOPNOTSUPP || number == EPERM;
}

int renameWith(const QByteArray& from, const QByteArray& to, unsigned flags)
{
    return ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), flags) == 0 ? 0
                                                                                         : errno;
}

/// Where names can be neither linked nor kept from being replaced, as on many FUSE mounts: the name
/// is taken with an empty file, which nobody else's can be, and that is replaced.
int placeOverOwn(const QByteArray& from, const QByteArray& to)
{
    const int handle = ::open(to.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0)
        return errno;
    ::close(handle);
    if (::rename(from.constData(), to.constData()) == 0)
        return 0;
    const int number = errno;
    ::unlink(to.constData());
    return number;
}

} // namespace

int placeNew(const QByteArray& from, const QByteArray& to)
{
    const int number = renameWith(from, to, RENAME_NOREPLACE);
    if (!unsupported(number))
        return number;
    if (::link(from.constData(), to.constData()) != 0)
        return unsupported(errno) || errno == EMLINK ? placeOverOwn(from, to) : errno;
    ::unlink(from.constData()); // The file has its name; one too many does no harm.
    return 0;
}

int placeOver(const QByteArray& from, const QByteArray& to, Placed& placed)
{
    int number = renameWith(from, to, RENAME_EXCHANGE);
    placed = Placed::Swapped;
    if (number == ENOENT) {
        number = renameWith(from, to, RENAME_NOREPLACE);
        placed = Placed::New;
    }
    if (!unsupported(number) && number != EEXIST)
        return number;
    placed = Placed::Replaced;
    return ::rename(from.constData(), to.constData()) == 0 ? 0 : errno;
}

int takeBack(const QByteArray& to, const QByteArray& from, Placed placed)
{
    return placed == Placed::Replaced
        ? EINVAL
        : renameWith(to, from, placed == Placed::Swapped ? RENAME_EXCHANGE : 0);
}

int syncFolder(const QByteArray& folder)
{
    const int handle = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return errno;
    const int number = ::fsync(handle) == 0 || errno == EINVAL ? 0 : errno;
    ::close(handle);
    return number;
}

QString obstacle(const QByteArray& path, bool overwrite)
{
    struct stat found;
    if (::lstat(path.constData(), &found) != 0)
        return {};
    if (S_ISDIR(found.st_mode))
        return QStringLiteral("is a folder");
    if (!S_ISREG(found.st_mode) && !S_ISLNK(found.st_mode))
        return QStringLiteral("is not a regular file");
    return overwrite ? QString() : QStringLiteral("exists already");
}

} // namespace aq
