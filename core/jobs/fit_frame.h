#pragma once
#include "core/fit/fit.h"
#include "core/jobs/job.h"

namespace aq {

/// What a format writes besides a tensor's data differs by how it is stored: a packed tensor has
/// three entries in a safetensors header, a kept one has one; buffers of Arrow files are padded.
/// Makes the choices of the problem differ by that too, as the format itself counts it, so that the
/// solver compares what files really take. Of `request` only the source is used.
/// @param alignment  that the model was made with
void countFrames(FitModel& model, const QuantizeRequest& request, std::int64_t alignment);

} // namespace aq
