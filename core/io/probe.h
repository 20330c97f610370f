#pragma once
#include "core/io/format.h"

namespace aq {

/// Looks at the start of a file. `head` keeps the bytes that the probe points to.
Result<Probe> probeFile(const QString& path, std::vector<std::byte>& head);

/// Adds `by` to the part of all blobs of a tensor: its file goes behind others.
void moveParts(TensorInfo& tensor, int by);

} // namespace aq
