#pragma once
#include <QByteArray>

namespace aq {

// What temporary files are called: "/folder/.<name>.<pid>-<n>.part", and beside one that a journal
// claims "….claim". Paths are absolute, as the system calls want them.

constexpr char partEnding[] = ".part";

/// "/folder/.<name>.": what the temporaries of this target begin with.
QByteArray temporaryPrefix(const QByteArray& target);
QByteArray folderOf(const QByteArray& path); ///< With the slash at its end.
QByteArray claimOf(const QByteArray& temporary);
/// Whether `path` begins with a target's prefix and goes on as a temporary's name does.
bool isTemporaryOf(const QByteArray& path, const QByteArray& target);

/// Removes temporaries of this target whose process is gone, that nobody holds locked, and that no
/// journal claims which still names them; and claims of none.
void removeStale(const QByteArray& target);

} // namespace aq
