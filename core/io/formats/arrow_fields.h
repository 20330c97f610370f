#pragma once
#include "core/io/formats/arrow_table.h"

namespace aq {

namespace arrow {
struct Schema;
}

/// Adds a schema that has passed the verifier to `table`: columns, layout, metadata.
/// @return Corrupt or Unsupported, naming the column.
Result<void> readArrowSchema(const arrow::Schema& schema, ArrowTable& table);

} // namespace aq
