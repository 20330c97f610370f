#pragma once
#include "core/io/formats/arrow_table.h"

namespace aq {

/// Walks over the messages of an Arrow IPC stream from the first to the mark at its end, or to the
/// end of the file, which is allowed as well. Bodies are passed over.
///
/// @return Corrupt or Unsupported otherwise; the error names the byte where the message begins.
Result<ArrowTable> readArrowStream(const ByteSource& file);

} // namespace aq
