// Affine groups, 16 at a time, straight from the weights' bytes. Compiled once per instruction set;
// affine.cpp has the same for reading. docs/schemes/affine.md
#include "core/quant/schemes/affine_groups.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/quant/schemes/affine_simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
#include "core/quant/schemes/affine_fit_inl.h"
#include "core/quant/schemes/affine_lanes_inl.h"
#endif

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128
BatchEncoder findBatchEncoder(const AffineRule&, DType, std::int64_t) { return nullptr; }
#else

template <int bits, DType type>
HWY_INLINE void searchRanges(const AffineRule& rule, const GroupBatch* batches, std::size_t count,
    const GroupLimits* limits, GroupRanges* ranges)
{
    FitSearch searches[GroupBatch::most];
    for (std::size_t b = 0; b < count; ++b)
        startSearch(rule, batches[b], limits[b], ranges[b], searches[b]);
    for (std::size_t b = 0; b < count; ++b)
        findCodes<bits, type>(rule, batches[b], ranges[b], searches[b]);
    for (std::size_t b = 0; b < count; ++b)
        endSearch<bits>(rule, batches[b], searches[b], ranges[b]);
}

/// Each step for all batches: ranges are long chains of arithmetic, of which a CPU does two at
/// once.
template <int bits, DType type, bool searches>
std::uint32_t encodeBatches(const AffineRule& rule, const GroupBatch* batches, std::size_t count)
{
    GroupLimits limits[GroupBatch::most];
    GroupRanges ranges[GroupBatch::most];
    for (std::size_t b = 0; b < count; ++b)
        limitsOf<type>(batches[b].x, batches[b].size, limits[b]);
    for (std::size_t b = 0; b < count; ++b)
        for (std::size_t g = 0; g < groupsAtOnce; g += lanes)
            plainRange(rule.range, limits[b], g, ranges[b]);
    if constexpr (searches)
        searchRanges<bits, type>(rule, batches, count, limits, ranges);
    std::uint32_t irregular = 0;
    for (std::size_t b = 0; b < count; ++b) {
        const GroupBatch& batch = batches[b];
        storeRanges(rule, ranges[b], batch);
        encodeCodes<bits, type, !searches>(ranges[b], batch.x, batch.size, count, batch.codes);
        irregular |= ranges[b].irregular << b * groupsAtOnce;
    }
    return irregular;
}

template <DType type>
BatchEncoder encoderOf(int bits, bool searches)
{
    switch (bits) {
    case 2:
        return searches ? encodeBatches<2, type, true> : encodeBatches<2, type, false>;
    case 3:
        return searches ? encodeBatches<3, type, true> : encodeBatches<3, type, false>;
    case 4:
        return searches ? encodeBatches<4, type, true> : encodeBatches<4, type, false>;
    case 5:
        return encodeBatches<5, type, false>;
    case 6:
        return encodeBatches<6, type, false>;
    case 8:
        return encodeBatches<8, type, false>;
    default:
        return nullptr;
    }
}

BatchEncoder findBatchEncoder(const AffineRule& rule, DType type, std::int64_t size)
{
    if (size == 0 || size % 32 != 0)
        return nullptr;
    if (rule.searches() && size > std::int64_t(fitMostWeights))
        return nullptr;
    switch (type) {
    case DType::F32:
        return encoderOf<DType::F32>(rule.bits, rule.searches());
    case DType::F16:
        return encoderOf<DType::F16>(rule.bits, rule.searches());
    case DType::BF16:
        return encoderOf<DType::BF16>(rule.bits, rule.searches());
    default:
        return nullptr;
    }
}

#endif

} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "core/quant/kernels/dispatch.h"

namespace aq {
namespace {
HWY_EXPORT(findBatchEncoder);
} // namespace

BatchEncoder batchEncoder(const AffineRule& rule, DType type, std::int64_t size)
{
    return isScalar() ? nullptr : HWY_DYNAMIC_DISPATCH(findBatchEncoder)(rule, type, size);
}

} // namespace aq
#endif // HWY_ONCE
