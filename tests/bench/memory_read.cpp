#include "tests/bench/memory_read.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tests/bench/memory_read.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// Sum of `count` words, a multiple of 64. Four chains of additions, so that loads are the limit.
std::uint64_t sumWords(const std::uint64_t* words, std::size_t count)
{
    const hn::CappedTag<std::uint64_t, 16> d;
    auto a = hn::Zero(d), b = a, c = a, e = a;
    const std::size_t lanes = hn::Lanes(d);
    for (std::size_t i = 0; i < count; i += 4 * lanes) {
        a = hn::Add(a, hn::LoadU(d, words + i));
        b = hn::Add(b, hn::LoadU(d, words + i + lanes));
        c = hn::Add(c, hn::LoadU(d, words + i + 2 * lanes));
        e = hn::Add(e, hn::LoadU(d, words + i + 3 * lanes));
    }
    return hn::GetLane(hn::SumOfLanes(d, hn::Add(hn::Add(a, b), hn::Add(c, e))));
}

} // namespace HWY_NAMESPACE
} // namespace
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "core/quant/kernels/dispatch.h"
#include "tests/bench/bench_clock.h"
#include "tests/bench/huge_pages.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>

namespace {
HWY_EXPORT(sumWords);
}

double memoryReadBytesPerSecond(aq::WorkerPool& pool)
{
    constexpr std::size_t part = 1 << 17; // 1 MiB
    const HugeVector<std::uint64_t> words(std::size_t(1) << 27, 1);
    std::atomic<std::uint64_t> sum = 0;
    std::array<double, 5> speeds{};
    for (double& speed : speeds) {
        const BenchClock clock(pool.threads());
        pool.run(words.size() / part, [&](std::size_t item, int) {
            sum += HWY_DYNAMIC_DISPATCH(sumWords)(words.data() + item * part, part);
        });
        speed = double(words.size() * sizeof(std::uint64_t)) / clock.seconds();
    }
    if (sum != speeds.size() * words.size())
        std::fprintf(stderr, "memory was misread\n");
    std::ranges::sort(speeds);
    return speeds[speeds.size() / 2];
}
#endif // HWY_ONCE
