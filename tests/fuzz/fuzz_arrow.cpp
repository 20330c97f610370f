// Arrow IPC, files and streams: footer, messages and small columns of any bytes are read, or
// refused. What is accepted lies inside its part, and can be read or is refused then.
#include "core/io/formats/arrow_ipc.h"

#include <cstdlib>

using namespace aq;

namespace {

constexpr std::int64_t mostRead = 1 << 16; ///< Bytes of each end of a blob.

void readEnds(const OpenedModel& opened, const Blob& blob)
{
    const ByteSource& part = *opened.parts.at(std::size_t(blob.part));
    if (blob.offset < 0 || blob.bytes < 0 || blob.offset > part.size()
        || blob.bytes > part.size() - blob.offset)
        std::abort();
    const std::int64_t bytes = std::min(mostRead, blob.bytes);
    std::vector<std::byte> into(static_cast<std::size_t>(bytes));
    const bool first = bool(part.read(blob.offset, into));
    if (blob.part == 0 && !first) // Only what is compressed may turn out to be damaged.
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Bytes bytes = std::as_bytes(std::span(data, size));
    const auto file = memoryBytes({bytes.begin(), bytes.end()});
    for (const auto open : {openArrow, openArrowStream}) {
        const auto opened = open(file, QStringLiteral("x"));
        if (!opened)
            continue;
        for (const TensorInfo& tensor : opened->header.tensors) {
            readEnds(*opened, tensor.data);
            if (!tensor.encoding)
                continue;
            for (const Blob& blob :
                {tensor.encoding->codes, tensor.encoding->scales, tensor.encoding->zeros})
                readEnds(*opened, blob);
        }
    }
    return 0;
}
