// The fast kernels, compiled once for every instruction set that the compiler knows; the program
// asks the CPU at run time which of them it can run. docs/decisions/0004-highway.md
#include "core/quant/kernels/kernels.h"

// Vectors without a fixed size cannot be members or be counted on to have 16 lanes at most.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/quant/kernels/highway.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
#include "core/quant/kernels/codes_inl.h"
#include "core/quant/kernels/convert_inl.h"
#include "core/quant/kernels/sums_inl.h"
#endif

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {

const Kernels* compiledKernels()
{
#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128
    return &scalarKernels;
#else
    static constexpr Kernels table{
        .name = HWY_STR(HWY_NAMESPACE) + 2, // "N_AVX2"
        .fromHalf = fromHalf,
        .fromBfloat = fromBfloat,
        .toHalf = toHalf,
        .toBfloat = toBfloat,
        .firstNonFinite = firstNonFinite,
        .minMax = minMax,
        .toCodes = toCodes,
        .pack = pack,
        .unpack = unpack,
        .fromCodes = fromCodes,
        .clipRanges = clipRanges,
        .clipErrors = clipErrors,
        .pairSums = pairSums,
    };
    return &table;
#endif
}

} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <array>
#include <cstdlib>
#include <string_view>

namespace aq {
namespace {

HWY_EXPORT(compiledKernels);

/// Scalar, and one set for each bit of Highway's target mask at most.
struct KernelList {
    std::array<const Kernels*, 64> sets{};
    std::size_t size = 0;

    void add(const Kernels* set)
    {
        if (size == 0 || sets[size - 1] != set)
            sets[size++] = set;
    }
};

KernelList listRunnable()
{
    KernelList list;
    const std::int64_t runnable = hwy::SupportedTargets() & HWY_TARGETS;
    for (int bit = 0; bit < 63; ++bit) { // The lower a target's bit, the better it is.
        const std::int64_t target = std::int64_t(1) << bit;
        if (!(runnable & target))
            continue;
        hwy::GetChosenTarget().Update(target);
        list.add(HWY_DYNAMIC_DISPATCH(compiledKernels)());
    }
    list.add(&scalarKernels);
    return list;
}

const Kernels& chosenKernels()
{
    const char* wanted = std::getenv("AQ_KERNELS");
    for (const Kernels* set : runnableKernels())
        if (wanted && std::string_view(wanted) == set->name)
            return *set;
    return *runnableKernels().front();
}

} // namespace

std::span<const Kernels* const> runnableKernels()
{
    static const KernelList list = listRunnable();
    return {list.sets.data(), list.size};
}

const Kernels& kernels()
{
    static const Kernels& chosen = chosenKernels();
    return chosen;
}

} // namespace aq
#endif // HWY_ONCE
