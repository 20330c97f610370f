// 2 to 8 bits, one scale and one zero point per group: x' = (q - z) * s. docs/schemes/affine.md
// Formula: Jacob et al. 2018, arXiv:1712.05877, eq. 1, with a zero point that may be any real.
#include "core/quant/schemes/affine_layout.h"
#include "core/quant/schemes/affine_tiles.h"

namespace aq {

std::int64_t bytesOf(ScaleType type) { return type == ScaleType::F16 ? 2 : 4; }

std::int64_t bytesOf(ZeroType type)
{
    switch (type) {
    case ZeroType::None:
        return 0;
    case ZeroType::U8:
        return 1;
    case ZeroType::F16:
        return 2;
    case ZeroType::F32:
        return 4;
    }
    return 0;
}

namespace {

template <int bits>
constexpr Scheme affine(const char* id, const char* title)
{
    return {
        .id = id,
        .title = title,
        .family = "affine",
        .codeBits = bits,
        .layout =
            [](std::int64_t columns, const SchemeOptions& options) {
                return layoutOf(AffineRule(bits, options), columns);
            },
        .encode =
            [](const Weights& x, Matrix tile, const SchemeOptions& options,
                const TensorRange* range, std::span<const float> importance, EncodedRows out) {
                return encodeAffine({AffineRule(bits, options), x, tile, range, importance, out});
            },
        .decode = [](EncodedRowsView in, Matrix tile, const SchemeOptions& options,
                      std::span<float> x) { decodeAffine(AffineRule(bits, options), in, tile, x); },
        .encodeReference =
            [](const Weights& x, Matrix tile, const SchemeOptions& options,
                const TensorRange* range, std::span<const float> importance, EncodedRows out) {
                return encodeAffineReference(
                    {AffineRule(bits, options), x, tile, range, importance, out});
            },
        .decodeReference =
            [](EncodedRowsView in, Matrix tile, const SchemeOptions& options, std::span<float> x) {
                decodeAffineReference(AffineRule(bits, options), in, tile, x);
            },
    };
}

} // namespace

extern constinit const Scheme affine2 = affine<2>("int2", "INT2");
extern constinit const Scheme affine3 = affine<3>("int3", "INT3");
extern constinit const Scheme affine4 = affine<4>("int4", "INT4");
extern constinit const Scheme affine5 = affine<5>("int5", "INT5");
extern constinit const Scheme affine6 = affine<6>("int6", "INT6");
extern constinit const Scheme affine8 = affine<8>("int8", "INT8");

void storeRange(
    const TensorRange& range, const SchemeOptions& options, MutableBytes scale, MutableBytes zero)
{
    storeScale(options.scaleType, scale, 0, range.scale);
    storeZero(options.zeroType, zero, 0, range.zero);
}

} // namespace aq
