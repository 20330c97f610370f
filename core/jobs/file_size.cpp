#include "core/jobs/file_size.h"

#include "core/jobs/planned_file.h"

namespace aq {

Result<std::int64_t> outputFileBytes(const QuantizeRequest& request)
{
    const auto file = plannedFile(request, nullptr);
    if (!file)
        return file.error();
    const auto bytes = outputFormat(request.plan).fileBytes(file->manifest);
    if (!bytes)
        return bytes.error().in(request.output.isEmpty() ? request.source.path() : request.output);
    return *bytes;
}

} // namespace aq
