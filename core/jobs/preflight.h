#pragma once
#include "core/io/model_source.h"

namespace aq {

/// Says before any work what would make writing a file fail at the end: no name, a folder, an
/// existing file unless `overwrite`, a missing folder, or less free space than `bytes` take.
/// WriteFailed, located at the file.
Result<void> checkTarget(const QString& path, bool overwrite, std::int64_t bytes);

/// checkTarget(), and that `output` is not a file of the model itself, by any path or link.
Result<void> checkOutput(
    const ModelSource& source, const QString& output, bool overwrite, std::int64_t bytes);

} // namespace aq
