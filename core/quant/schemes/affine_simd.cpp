// Affine groups, 16 at a time, straight from the weights' bytes. Compiled once per instruction set;
// affine.cpp has the same for reading. docs/schemes/affine.md
#include "core/quant/schemes/affine_groups.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/quant/schemes/affine_simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
#include "core/quant/schemes/affine_lanes_inl.h"
#endif

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128
BatchEncoder findBatchEncoder(const AffineRule&, DType, std::int64_t) { return nullptr; }
#else

template <int bits, DType type>
std::uint32_t encodeBatch(const AffineRule& rule, const GroupBatch& batch)
{
    GroupLimits limits;
    limitsOf<type>(batch.x, batch.size, limits);
    GroupRanges ranges;
    for (std::size_t g = 0; g < groupsAtOnce; g += lanes)
        plainRange(rule.range, limits, g, ranges);
    storeRanges(rule, ranges, batch);
    encodeCodes<bits, type, false>(ranges, batch.x, batch.size, batch.codes);
    return ranges.irregular;
}

template <DType type>
BatchEncoder encoderOf(int bits)
{
    switch (bits) {
    case 2:
        return encodeBatch<2, type>;
    case 3:
        return encodeBatch<3, type>;
    case 4:
        return encodeBatch<4, type>;
    case 5:
        return encodeBatch<5, type>;
    case 6:
        return encodeBatch<6, type>;
    case 8:
        return encodeBatch<8, type>;
    default:
        return nullptr;
    }
}

BatchEncoder findBatchEncoder(const AffineRule& rule, DType type, std::int64_t size)
{
    if (size == 0 || size % 32 != 0)
        return nullptr;
    switch (type) {
    case DType::F32:
        return encoderOf<DType::F32>(rule.bits);
    case DType::F16:
        return encoderOf<DType::F16>(rule.bits);
    case DType::BF16:
        return encoderOf<DType::BF16>(rule.bits);
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
