#pragma once
#include "core/jobs/job.h"

namespace aq {

/// Exactly how large the file is that quantizeModel() would write, to the byte: header, metadata,
/// padding and data. Writes nothing and reads no weights, so it cannot know which tensors will fall
/// back because a scale or a value does not fit its type (or fail, and be kept): only the size of
/// those differs. Errors as of quantizeModel() before it begins.
Result<std::int64_t> outputFileBytes(const QuantizeRequest& request);

} // namespace aq
