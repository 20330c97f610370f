#pragma once
#include "core/base/parallel_for.h"

/// Bytes per second at which the threads of `pool` together read 1 GiB of memory that is in no
/// cache, with the widest vectors in use: what streaming kernels can at best reach.
/// @return median of five passes.
double memoryReadBytesPerSecond(aq::WorkerPool& pool);
