#pragma once
#include "core/io/format.h"

namespace aq {

/// A model in several files, named by an index. Layout and rules: docs/formats/sharded.md.
extern const Format shardedFormat;

} // namespace aq
