#include "core/io/probe.h"

#include <algorithm>

namespace aq {
namespace {

constexpr std::int64_t headSize = 4096; ///< Bytes.

} // namespace

Result<Probe> probeFile(const QString& path, std::vector<std::byte>& head)
{
    const auto file = openFile(path);
    if (!file)
        return file.error();
    auto bytes = readBytes(**file, 0, std::min(headSize, (*file)->size()));
    if (!bytes)
        return bytes.error().in(path);
    head = std::move(*bytes);
    return Probe{.path = path, .isFolder = false, .head = head, .size = (*file)->size()};
}

void moveParts(TensorInfo& tensor, int by)
{
    tensor.data.part += by;
    if (!tensor.encoding)
        return;
    for (Blob* blob : {&tensor.encoding->codes, &tensor.encoding->scales, &tensor.encoding->zeros})
        blob->part += by;
}

} // namespace aq
