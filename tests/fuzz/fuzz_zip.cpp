// PyTorch archives: any bytes are opened, or refused; every tensor that is listed can be asked for.
#include "core/io/formats/torch_zip.h"
#include "core/io/model_source.h"

#include <algorithm>

using namespace aq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Bytes bytes = std::as_bytes(std::span(data, size));
    auto opened = openTorchZip(memoryBytes({bytes.begin(), bytes.end()}), {});
    if (!opened)
        return 0;
    const ModelSource source({}, torchZipFormat, std::move(*opened));
    for (const TensorInfo& tensor : source.header().tensors) {
        const auto part = std::min<std::int64_t>(tensor.bytes(), 1 << 16);
        std::vector<std::byte> elements(static_cast<std::size_t>(part));
        static_cast<void>(bool(source.read(tensor, tensor.bytes() - part, elements)));
    }
    return 0;
}
