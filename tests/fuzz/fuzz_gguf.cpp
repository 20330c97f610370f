// GGUF: the header of any bytes is read, or refused. What is accepted lies in the file, in order.
#include "core/io/formats/gguf.h"
#include "core/io/formats/gguf_values.h"

#include <cstdlib>

using namespace aq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Bytes bytes = std::as_bytes(std::span(data, size));
    const auto header = readGgufHeader(*memoryBytes({bytes.begin(), bytes.end()}));
    if (!header)
        return 0;
    std::int64_t end = 0;
    for (const TensorInfo& tensor : header->tensors) {
        const Blob& blob = tensor.encoding ? tensor.encoding->codes : tensor.data;
        if (blob.bytes != tensor.bytes() || blob.offset < end
            || blob.bytes > std::int64_t(size) - blob.offset)
            std::abort();
        if (tensor.encoding && codingMatrix(tensor).elements() != tensor.elements())
            std::abort();
        end = blob.offset + blob.bytes;
    }
    for (const TypedEntry& entry : header->typedMetadata)
        if (header->metadata.value(entry.key) != ggufText(entry.value))
            std::abort();
    return 0;
}
