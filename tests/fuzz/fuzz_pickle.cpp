// State dicts: any bytes are read as a pickle, or refused. Views that are accepted lie inside the
// storages they claim.
#include "core/io/formats/state_dict.h"

#include <cstdlib>

using namespace aq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Bytes bytes = std::as_bytes(std::span(data, size));
    const auto pickle = readPickle({bytes.begin(), bytes.end()});
    if (!pickle)
        return 0;
    const auto found = findStateDict(*pickle);
    if (!found)
        return 0;
    for (const StoredTensor& tensor : found->tensors)
        if (tensor.offset < 0 || tensor.span < 0 || tensor.offset > tensor.storageBytes
            || tensor.span > tensor.storageBytes - tensor.offset)
            std::abort();
    return 0;
}
