#include "app/process_memory.h"

#include <QtGlobal>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace aq {

void keepHeapSmall()
{
#ifdef __GLIBC__
    constexpr int large = 2 << 20; // Bytes: above all buffers that come and go while jobs run.
    mallopt(M_MMAP_THRESHOLD, large);
    mallopt(M_TRIM_THRESHOLD, 2 * large);
#endif
}

void giveBackMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace aq
