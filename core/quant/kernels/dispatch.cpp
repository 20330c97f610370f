#include "core/quant/kernels/kernels.h"

#include <array>

namespace aq {

std::span<const Kernels* const> runnableKernels()
{
    static constexpr std::array table{&scalarKernels};
    return table;
}

const Kernels& kernels() { return *runnableKernels().front(); }

} // namespace aq
