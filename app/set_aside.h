#pragma once
#include "core/base/result.h"

namespace aq {

/// Renames a file of the program's own that it cannot read, so that nothing is written over it.
/// @return the new path, that of no other file: "queue.json.damaged", "queue.json.damaged-2", …
Result<QString> setAside(const QString& path);
/// Whether something was set aside under that name and is still there.
bool wasSetAside(const QString& path);

} // namespace aq
