// Arrow IPC: footer, messages and small columns of any bytes are read, or refused. What is accepted
// lies inside the file.
#include "core/io/formats/arrow_ipc.h"

#include <cstdlib>

using namespace aq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Bytes bytes = std::as_bytes(std::span(data, size));
    const auto header = readArrowHeader(*memoryBytes({bytes.begin(), bytes.end()}));
    if (!header)
        return 0;
    const auto check = [&](const Blob& blob) {
        if (blob.offset < 0 || blob.bytes < 0 || blob.bytes > std::int64_t(size) - blob.offset)
            std::abort();
    };
    for (const TensorInfo& tensor : header->tensors) {
        check(tensor.data);
        if (tensor.encoding) {
            check(tensor.encoding->codes);
            check(tensor.encoding->scales);
            check(tensor.encoding->zeros);
        }
    }
    return 0;
}
