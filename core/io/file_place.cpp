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

} // namespace

int placeNew(const QByteArray& from, const QByteArray& to)
{
    const int number = renameWith(from, to, RENAME_NOREPLACE);
    if (!unsupported(number))
        return number;
    if (::link(from.constData(), to.constData()) != 0)
        return errno;
    return ::unlink(from.constData()) == 0 ? 0 : errno;
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
