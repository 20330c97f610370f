#include "core/io/temporary_file.h"

#include "core/io/output_file.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <csignal>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aq {
namespace {

// ".<name>.<pid>-<n>.claim" has to fit 255 bytes; pid and n have at most 10 digits each.
constexpr qsizetype nameBytes = 255 - 1 - 1 - 21 - 6;
constexpr char claimEnding[] = ".claim";

/// The process that a file belongs to; 0 when `rest` is not "<pid>-<n>" and `ending`.
pid_t ownerOf(QByteArrayView rest, QByteArrayView ending)
{
    if (!rest.endsWith(ending))
        return 0;
    rest.chop(ending.size());
    const qsizetype dash = rest.indexOf('-');
    bool pidRead = false, numberRead = false;
    const int pid = dash < 0 ? 0 : rest.first(dash).toByteArray().toInt(&pidRead);
    if (dash >= 0)
        rest.sliced(dash + 1).toByteArray().toUInt(&numberRead);
    return pidRead && numberRead && pid > 0 ? pid : 0;
}

/// The first bytes of a small file; empty when it cannot be read.
QByteArray startOf(const QByteArray& path)
{
    QByteArray text(1 << 20, '\0'); // The first record of a journal lists all files of a model.
    const int handle = ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    const ssize_t size = handle < 0 ? 0 : ::read(handle, text.data(), std::size_t(text.size()));
    if (handle >= 0)
        ::close(handle);
    text.truncate(std::max<ssize_t>(size, 0));
    return text;
}

/// Whether there is a journal that says that this temporary is its own.
bool isClaimed(const QByteArray& temporary)
{
    const QByteArray journal = startOf(claimOf(temporary));
    const QByteArray name = temporary.mid(temporary.lastIndexOf('/') + 1);
    return !journal.isEmpty() && startOf(journal).contains(name.toPercentEncoding());
}

/// Removes a temporary that nobody writes. Its process may live where we see no processes: in
/// another container, on another machine.
void removeUnlocked(const QByteArray& path)
{
    const int handle = ::open(path.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (handle < 0)
        return;
    if (::flock(handle, LOCK_EX | LOCK_NB) == 0) {
        ::unlink(path.constData());
        ::unlink(claimOf(path).constData());
    }
    ::close(handle);
}

} // namespace

QByteArray temporaryPrefix(const QByteArray& path)
{
    const qsizetype slash = path.lastIndexOf('/');
    QByteArray name = path.mid(slash + 1);
    if (name.size() > nameBytes) {
        qsizetype end = nameBytes;
        while (end > 0 && (name[end] & 0xC0) == 0x80) // Not inside a UTF-8 character.
            --end;
        name.truncate(end);
    }
    return path.left(slash + 1) + '.' + name + '.';
}

QByteArray folderOf(const QByteArray& path) { return path.left(path.lastIndexOf('/') + 1); }

QByteArray claimOf(const QByteArray& temporary)
{
    return temporary.chopped(qsizetype(std::size(partEnding)) - 1) + claimEnding;
}

bool isTemporaryOf(const QByteArray& path, const QByteArray& target)
{
    const QByteArray prefix = temporaryPrefix(target);
    return path.startsWith(prefix)
        && ownerOf(QByteArrayView(path).sliced(prefix.size()), partEnding) != 0;
}

void removeStale(const QByteArray& path)
{
    const QByteArray folder = folderOf(path);
    const QByteArray prefix = temporaryPrefix(path).mid(folder.size());
    DIR* entries = ::opendir(folder.constData());
    if (!entries)
        return; // The folder may be writable but not listable.
    const auto isGone
        = [](pid_t owner) { return owner != 0 && ::kill(owner, 0) != 0 && errno == ESRCH; };
    while (const dirent* entry = ::readdir(entries)) {
        const QByteArrayView name(entry->d_name);
        if (!name.startsWith(prefix))
            continue;
        const QByteArrayView rest = name.sliced(prefix.size());
        const QByteArray file = folder + name.toByteArray();
        if (isGone(ownerOf(rest, partEnding)) && !isClaimed(file))
            removeUnlocked(file);
        struct stat found;
        if (isGone(ownerOf(rest, claimEnding))) {
            const QByteArray part
                = file.chopped(qsizetype(std::size(claimEnding)) - 1) + partEnding;
            if (::lstat(part.constData(), &found) != 0)
                ::unlink(file.constData());
        }
    }
    ::closedir(entries);
}

void removeUnfinished(const QString& temporary, const QString& journal)
{
    const QByteArray name = QFile::encodeName(temporary);
    const qsizetype dot = name.lastIndexOf('.', name.size() - qsizetype(std::size(partEnding)) - 1);
    const bool isOurs = dot >= 0 && ownerOf(QByteArrayView(name).sliced(dot + 1), partEnding) != 0
        && startOf(claimOf(name)) == QFile::encodeName(QFileInfo(journal).absoluteFilePath());
    if (isOurs)
        removeUnlocked(name);
}

} // namespace aq
