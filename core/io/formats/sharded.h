#pragma once
#include "core/io/format.h"

namespace aq {

/// A model in several files, named by an index. Layout and rules: docs/formats/sharded.md.
extern const Format shardedFormat;

/// The index and the shards it names, whether they exist or not; just the index when it is damaged.
QStringList filesOfIndex(const QString& path);

} // namespace aq
