// Safetensors: the header of any bytes is read, or refused. What is accepted tiles the data.
#include "core/io/formats/safetensors.h"

#include <cstdlib>

using namespace aq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Bytes bytes = std::as_bytes(std::span(data, size));
    const auto header = readSafetensorsHeader(*memoryBytes({bytes.begin(), bytes.end()}));
    if (!header)
        return 0;
    std::int64_t end = -1;
    for (const TensorInfo& tensor : header->tensors) {
        if (tensor.encoding) // Folded back from a packed file: its blobs lie in three places.
            return 0;
        if ((end >= 0 && tensor.data.offset != end) || tensor.data.bytes != tensor.bytes())
            std::abort();
        end = tensor.data.offset + tensor.data.bytes;
    }
    if (end >= 0 && end != std::int64_t(size))
        std::abort();
    return 0;
}
