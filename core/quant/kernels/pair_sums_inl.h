// Sums over a finished tensor and a look at its elements as stored. Included once per instruction
// set. The order of every addition is that of the reference.
#if defined(AQ_PAIR_SUMS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AQ_PAIR_SUMS_INL_H
#undef AQ_PAIR_SUMS_INL_H
#else
#define AQ_PAIR_SUMS_INL_H
#endif

#include "core/quant/kernels/convert_inl.h"
#include "core/quant/kernels/pair_sums.h"

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {

/// The lanes of StretchSums that one vector holds.
struct StretchLanes {
    FloatVector xx, xe, ee, e, maxError, peak;
};

HWY_INLINE void addPairs(StretchLanes& s, FloatVector x, FloatVector y)
{
    const auto error = hn::Sub(y, x);
    s.xx = hn::Add(s.xx, hn::Mul(x, x));
    s.xe = hn::Add(s.xe, hn::Mul(x, error));
    s.ee = hn::Add(s.ee, hn::Mul(error, error));
    s.e = hn::Add(s.e, error);
    s.maxError = hn::Max(s.maxError, hn::Abs(error));
    s.peak = hn::Max(s.peak, hn::Abs(x));
}

/// A stretch of whole sixteens.
HWY_INLINE void sumStretch(const float* x, const float* y, std::size_t count, StretchSums& out)
{
    const Floats d;
    auto maxError = hn::Zero(d), peak = maxError;
    for (std::size_t part = 0; part < stretchLanes; part += lanes) {
        StretchLanes s;
        s.xx = s.xe = s.ee = s.e = s.maxError = s.peak = hn::Zero(d);
        for (std::size_t i = part; i < count; i += stretchLanes)
            addPairs(s, hn::LoadU(d, x + i), hn::LoadU(d, y + i));
        hn::Store(s.xx, d, out.sums[StretchSums::XX] + part);
        hn::Store(s.xe, d, out.sums[StretchSums::XE] + part);
        hn::Store(s.ee, d, out.sums[StretchSums::EE] + part);
        hn::Store(s.e, d, out.sums[StretchSums::E] + part);
        maxError = hn::Max(maxError, s.maxError);
        peak = hn::Max(peak, s.peak);
    }
    out.maxError = hn::GetLane(hn::MaxOfLanes(d, maxError));
    out.peak = hn::GetLane(hn::MaxOfLanes(d, peak));
}

HWY_INLINE void addLanes(PairTotals& totals, const StretchSums& s)
{
    const hn::CappedTag<double, 8> doubles;
    const hn::Rebind<float, decltype(doubles)> floats;
    for (int sum = 0; sum < StretchSums::Count; ++sum)
        for (std::size_t lane = 0; lane < stretchLanes; lane += hn::MaxLanes(doubles)) {
            double* const total = totals.lanes[sum] + lane;
            const auto more = hn::PromoteTo(doubles, hn::Load(floats, s.sums[sum] + lane));
            hn::Store(hn::Add(hn::Load(doubles, total), more), doubles, total);
        }
    totals.maxError = std::max(totals.maxError, s.maxError);
    totals.peak = std::max(totals.peak, s.peak);
}

inline PairSums pairSums(std::span<const float> x, const float* y)
{
    PairTotals totals;
    StretchSums s;
    for (std::size_t at = 0; at < x.size(); at += stretchPairs) {
        const std::size_t count = std::min(stretchPairs, x.size() - at);
        if (count % stretchLanes == 0) {
            sumStretch(x.data() + at, y + at, count, s);
        } else { // Pairs of zeros change no sum.
            alignas(64) float lastX[stretchPairs] = {}, lastY[stretchPairs] = {};
            std::copy_n(x.data() + at, count, lastX);
            std::copy_n(y + at, count, lastY);
            sumStretch(lastX, lastY, stretchPairs, s);
        }
        if (isWithinFloats(s))
            addLanes(totals, s);
        else
            addOutside(totals, x.subspan(at, count), y + at);
    }
    return totals.sum();
}

/// `bits` elements of `T` at a time, four vectors between two looks.
template <typename T>
HWY_INLINE std::size_t finiteElements(const std::byte* in, std::size_t count, T exponents)
{
    const hn::CappedTag<T, 64 / sizeof(T)> d;
    constexpr std::size_t step = hn::MaxLanes(d);
    const auto exponent = hn::Set(d, exponents);
    const auto* x = reinterpret_cast<const T*>(in);
    const auto bad = [&](std::size_t i) HWY_ATTR {
        return hn::Eq(hn::And(hn::LoadU(d, x + i), exponent), exponent);
    };
    std::size_t i = 0;
    for (; i + 4 * step <= count; i += 4 * step) {
        const auto any
            = hn::Or(hn::Or(bad(i), bad(i + step)), hn::Or(bad(i + 2 * step), bad(i + 3 * step)));
        if (!hn::AllFalse(d, any))
            break; // The reference finds which one.
    }
    return i;
}

inline std::size_t firstNonFiniteStored(ElementBits bits, const std::byte* x, std::size_t count)
{
    const std::size_t i = bits.bytes == 2
        ? finiteElements<std::uint16_t>(x, count, std::uint16_t(bits.exponent))
        : finiteElements<std::uint32_t>(x, count, bits.exponent);
    return i + scalarKernels.firstNonFiniteStored(bits, x + i * std::size_t(bits.bytes), count - i);
}

} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();
#endif // AQ_PAIR_SUMS_INL_H
