#pragma once
#include "core/io/model_writer.h"

namespace aq {

/// Starts an Arrow IPC file, or stream, with one row, in its own record batch, per tensor:
/// docs/formats/arrow.md. Scales and zero points must be F32. Columns have 32-bit offsets unless a
/// tensor needs wider ones.
///
/// @return InvalidPlan: sizes or types that the columns cannot hold.
Result<std::unique_ptr<ModelWriter>> createArrow(
    const QString& path, const OutputManifest& manifest);
Result<std::unique_ptr<ModelWriter>> createArrowStream(
    const QString& path, const OutputManifest& manifest);

/// Size in bytes of the file that such a writer makes; errors likewise.
Result<std::int64_t> arrowFileBytes(const OutputManifest& manifest);
Result<std::int64_t> arrowStreamBytes(const OutputManifest& manifest);

} // namespace aq
