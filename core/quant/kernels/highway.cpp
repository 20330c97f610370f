// The fast kernels, compiled once for every instruction set that the compiler knows; the program
// asks the CPU at run time which of them it can run. docs/decisions/0004-highway.md
#include "core/quant/kernels/kernels.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/quant/kernels/highway.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
#include "core/quant/kernels/codes_inl.h"
#include "core/quant/kernels/convert_inl.h"
#include "core/quant/kernels/pair_sums_inl.h"
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
        .firstNonFiniteStored = firstNonFiniteStored,
    };
    return &table;
#endif
}

} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "core/quant/kernels/instruction_set.h"

#include <array>
#include <atomic>
#include <cstdlib>
#include <string_view>

namespace aq {
namespace {

HWY_EXPORT(compiledKernels);

/// Scalar, and one for each bit of Highway's target mask at most.
struct SetList {
    std::array<InstructionSet, 64> sets{};
    std::array<const Kernels*, 64> kernels{};
    std::size_t size = 0;

    void add(const Kernels* table, std::int64_t target)
    {
        if (size != 0 && kernels[size - 1] == table)
            return;
        kernels[size] = table;
        sets[size++] = {table->name, target};
    }
};

SetList listRunnable()
{
    SetList list;
    const std::int64_t runnable = hwy::SupportedTargets() & HWY_TARGETS;
    for (int bit = 0; bit < 63; ++bit) { // The lower a target's bit, the better it is.
        const std::int64_t target = std::int64_t(1) << bit;
        if (!(runnable & target) || target == HWY_EMU128 || target == HWY_SCALAR)
            continue;
        hwy::GetChosenTarget().Update(target);
        list.add(HWY_DYNAMIC_DISPATCH(compiledKernels)(), target);
    }
    list.add(&scalarKernels, 0);
    return list;
}

const SetList& runnable()
{
    static const SetList list = listRunnable();
    return list;
}

/// Of the environment; empty: the best is wanted.
std::string_view wantedName()
{
    const char* wanted = std::getenv("AQ_KERNELS");
    return wanted ? wanted : "";
}

/// One past the last where no set has the name.
std::size_t indexOf(std::string_view name)
{
    std::size_t index = 0;
    while (index < runnable().size && name != runnable().sets[index].name)
        ++index;
    return index;
}

std::size_t wantedIndex()
{
    const std::size_t index = indexOf(wantedName());
    return index < runnable().size ? index : 0;
}

/// Tells Highway too, whose own dispatch is used by files with one kernel.
std::size_t choose(std::size_t index)
{
    const std::int64_t target = runnable().sets[index].target;
    hwy::GetChosenTarget().Update(target ? target : HWY_STATIC_TARGET);
    return index;
}

std::atomic<std::size_t>& chosen()
{
    static std::atomic<std::size_t> index = choose(wantedIndex());
    return index;
}

} // namespace

std::span<const InstructionSet> instructionSets()
{
    return {runnable().sets.data(), runnable().size};
}

const InstructionSet& instructionSet() { return runnable().sets[chosen()]; }

std::string_view unknownInstructionSet()
{
    return indexOf(wantedName()) < runnable().size ? std::string_view() : wantedName();
}

void useInstructionSet(const InstructionSet& set)
{
    for (std::size_t i = 0; i < runnable().size; ++i)
        if (runnable().sets[i].target == set.target)
            chosen() = choose(i);
}

std::span<const Kernels* const> runnableKernels()
{
    return {runnable().kernels.data(), runnable().size};
}

const Kernels& kernels() { return *runnable().kernels[chosen()]; }

} // namespace aq
#endif // HWY_ONCE
