// Runs of weights side by side, one in each lane, so that a search over 16 of them needs no sums
// across lanes. Included once per instruction set.
#if defined(AQ_LANES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AQ_LANES_INL_H
#undef AQ_LANES_INL_H
#else
#define AQ_LANES_INL_H
#endif

#include "core/quant/kernels/convert_inl.h"
#include "core/tensor/dtype.h"

HWY_BEFORE_NAMESPACE();
namespace aq {
namespace HWY_NAMESPACE {

constexpr int runsSideBySide = 16;

/// Before a loop over the vectors of an array: unrolled, they stay in registers. gcc does not do
/// that by itself with -O2; clang does, and does not know the pragma.
#if HWY_COMPILER_GCC && !HWY_COMPILER_CLANG
#define AQ_UNROLL _Pragma("GCC unroll 16")
#else
#define AQ_UNROLL
#endif

/// `lanes` weights of any type, from the one at `index` of `in` on.
template <DType type>
HWY_INLINE FloatVector loadWeights(const std::byte* in, std::size_t index)
{
    if constexpr (type == DType::F16)
        return floatsFromHalves(in + 2 * index);
    else if constexpr (type == DType::BF16)
        return hn::BitCast(
            Floats(), hn::ShiftLeft<16>(hn::PromoteTo(Words(), loadHalves(in + 2 * index))));
    else
        return hn::LoadU(Floats(), reinterpret_cast<const float*>(in) + index);
}

/// Exchanges what two vectors hold in the off-diagonal places of a 2x2 matrix of 1 << `level`
/// lanes: (a0 a1, b0 b1) becomes (a0 b0, a1 b1).
template <int level>
HWY_INLINE void exchange(FloatVector& a, FloatVector& b)
{
    const Floats floats;
    if constexpr (level == 2) {
        const auto first = hn::OddEvenBlocks(hn::SwapAdjacentBlocks(b), a);
        b = hn::OddEvenBlocks(b, hn::SwapAdjacentBlocks(a));
        a = first;
    } else if constexpr (level == 3) {
        const auto first = hn::ConcatLowerLower(floats, b, a);
        b = hn::ConcatUpperUpper(floats, b, a);
        a = first;
    }
}

/// Transposes 4x4 within each block of four lanes.
HWY_INLINE void transposeBlocks(FloatVector* row)
{
    const Floats floats;
    const hn::Repartition<double, Floats> pairs;
    const auto a = hn::BitCast(pairs, hn::InterleaveLower(floats, row[0], row[1]));
    const auto b = hn::BitCast(pairs, hn::InterleaveUpper(floats, row[0], row[1]));
    const auto c = hn::BitCast(pairs, hn::InterleaveLower(floats, row[2], row[3]));
    const auto d = hn::BitCast(pairs, hn::InterleaveUpper(floats, row[2], row[3]));
    row[0] = hn::BitCast(floats, hn::InterleaveLower(pairs, a, c));
    row[1] = hn::BitCast(floats, hn::InterleaveUpper(pairs, a, c));
    row[2] = hn::BitCast(floats, hn::InterleaveLower(pairs, b, d));
    row[3] = hn::BitCast(floats, hn::InterleaveUpper(pairs, b, d));
}

/// A square of `lanes` x `lanes` floats: row i becomes column i.
HWY_INLINE void transpose(FloatVector (&row)[lanes])
{
    AQ_UNROLL
    for (std::size_t i = 0; i < lanes; i += 4)
        transposeBlocks(row + i);
    if constexpr (lanes >= 8) {
        AQ_UNROLL
        for (std::size_t i = 0; i < lanes; ++i)
            if (!(i & 4))
                exchange<2>(row[i], row[i + 4]);
    }
    if constexpr (lanes >= 16) {
        AQ_UNROLL
        for (std::size_t i = 0; i < lanes; ++i)
            if (!(i & 8))
                exchange<3>(row[i], row[i + 8]);
    }
}

template <int length, DType type>
HWY_INLINE void sideBySideOf(const std::byte* in, float* out)
{
    for (std::size_t i = 0; i < length; i += lanes)
        for (std::size_t r = 0; r < runsSideBySide; r += lanes) {
            FloatVector row[lanes];
            AQ_UNROLL
            for (std::size_t k = 0; k < lanes; ++k)
                row[k] = loadWeights<type>(in, (r + k) * length + i);
            transpose(row);
            AQ_UNROLL
            for (std::size_t k = 0; k < lanes; ++k)
                hn::StoreU(row[k], Floats(), out + runsSideBySide * (i + k) + r);
        }
}

/// Converts 16 runs of `length` weights that follow each other in `in`, and turns them so that
/// out[16 * i + r] is weight i of run r.
/// @param length  16 or 32
/// @param type    F32, F16 or BF16
template <int length>
void sideBySide(DType type, const std::byte* in, float* out)
{
    static_assert(length % 16 == 0);
    if (type == DType::F16)
        sideBySideOf<length, DType::F16>(in, out);
    else if (type == DType::BF16)
        sideBySideOf<length, DType::BF16>(in, out);
    else
        sideBySideOf<length, DType::F32>(in, out);
}

/// The way back, for codes: in[16 * i + r], code i of run r, goes to out[length * r + i].
template <int length>
void oneAfterAnother(const std::uint8_t* in, std::uint8_t* out)
{
    static_assert(length % 16 == 0);
    const hn::FixedTag<std::uint8_t, 16> bytes;
    for (int part = 0; part < length; part += 16) {
        hn::Vec<decltype(bytes)> row[16];
        AQ_UNROLL
        for (int i = 0; i < 16; ++i)
            row[i] = hn::LoadU(bytes, in + 16 * (part + i));
        // Interleaving rows i and i + 8 turns the bits of (row, column) around by one; four times
        // that exchanges row and column.
        AQ_UNROLL
        for (int turn = 0; turn < 4; ++turn) {
            hn::Vec<decltype(bytes)> next[16];
            AQ_UNROLL
            for (int i = 0; i < 8; ++i) {
                next[2 * i] = hn::InterleaveLower(bytes, row[i], row[i + 8]);
                next[2 * i + 1] = hn::InterleaveUpper(bytes, row[i], row[i + 8]);
            }
            AQ_UNROLL
            for (int i = 0; i < 16; ++i)
                row[i] = next[i];
        }
        AQ_UNROLL
        for (int r = 0; r < 16; ++r)
            hn::StoreU(row[r], bytes, out + length * r + part);
    }
}

} // namespace HWY_NAMESPACE
} // namespace aq
HWY_AFTER_NAMESPACE();
#endif // AQ_LANES_INL_H
