#pragma once
#include <QString>

namespace aq {

/// How a file came to its name.
enum class Placed {
    New,     ///< There was no target.
    Swapped, ///< The old target lies under the temporary name: it can come back.
    Replaced ///< The old target is gone.
};

/// Gives the file `from` the free name `to`. @return 0, or errno
int placeNew(const QByteArray& from, const QByteArray& to);
/// The same, also where there is a file of that name. @return 0, or errno
int placeOver(const QByteArray& from, const QByteArray& to, Placed& placed);
/// Takes the name back from a file that was not Replaced. @return 0, or errno
int takeBack(const QByteArray& to, const QByteArray& from, Placed placed);
/// 0, or errno. EINVAL is how some file systems say that folders need no fsync.
int syncFolder(const QByteArray& folder);
/// Why `path` may not become a file; empty: it is free, or holds one and `overwrite` is set.
QString obstacle(const QByteArray& path, bool overwrite);

} // namespace aq
