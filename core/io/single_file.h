#pragma once
#include "core/io/format.h"

namespace aq {

/// Opens a model that is one file: its header from `readHeader`, all blobs in that file. Errors
/// begin with the path.
Result<OpenedModel> openSingleFile(
    const QString& path, Result<ModelHeader> (*readHeader)(const ByteSource& file));

} // namespace aq
