#include "core/table/c_export.h"

#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>
#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace aq {
namespace {

constexpr std::size_t alignment = 64;     ///< What the Arrow format recommends; a cache line.
constexpr std::size_t hugePage = 1 << 21; ///< On x86-64 and most arm64 kernels.

std::byte* alignedBytes(std::size_t bytes)
{
    const bool large = bytes >= 2 * hugePage;
    void* data = nullptr;
    if (::posix_memalign(&data, large ? hugePage : alignment, bytes) != 0)
        return nullptr;
#if defined(__linux__)
    if (large) // A wish: where it is not granted, pages are small and nothing else changes.
        ::madvise(data, bytes / hugePage * hugePage, MADV_HUGEPAGE);
#endif
    return static_cast<std::byte*>(data);
}

} // namespace

std::shared_ptr<TableBuffer> TableBuffer::allocate(std::int64_t bytes)
{
    Q_ASSERT(bytes >= 0);
    if (bytes > std::numeric_limits<std::int64_t>::max() - std::int64_t(alignment))
        return nullptr;
    try {
        std::shared_ptr<TableBuffer> buffer(new TableBuffer);
        if (bytes == 0)
            return buffer;
        const std::size_t size = std::size_t(bytes);
        const std::size_t padded = (size + alignment - 1) / alignment * alignment;
        buffer->m_data = alignedBytes(padded);
        if (!buffer->m_data)
            return nullptr;
        buffer->m_bytes = size;
        std::memset(
            buffer->m_data + size, 0, padded - size); // For consumers that read whole words.
        return buffer;
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

TableBuffer::~TableBuffer() { std::free(m_data); }

} // namespace aq
