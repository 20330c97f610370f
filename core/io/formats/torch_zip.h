#pragma once
#include "core/io/format.h"

namespace aq {

/// A checkpoint written by torch.save() since 1.6: a zip archive with a pickle and the storages.
/// Layout and rules: docs/formats/torch-zip.md.
extern const Format torchZipFormat;

/// What open() does with the archive, without a file: for tests and fuzzers.
Result<OpenedModel> openTorchZip(
    const std::shared_ptr<const ByteSource>& archive, const QString& path);

} // namespace aq
