#pragma once
#include "core/io/format.h"

namespace aq {

/// What a file is that people take for a model but that cannot be read: a git-lfs pointer, a web
/// page, an archive. Empty if it is none of those. In English, fit to follow "path: ".
QString knownButUnusable(const Probe& probe);

} // namespace aq
