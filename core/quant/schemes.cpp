#include "core/quant/scheme.h"

#include <array>

namespace aq {

extern const Scheme affine2, affine3, affine4, affine5, affine6, affine8; // schemes/affine.cpp
extern const Scheme ggmlQ8_0, ggmlQ4_0, ggmlQ4_1, ggmlQ5_0, ggmlQ5_1; // schemes/simple_blocks.cpp
extern const Scheme floatF16, floatBF16, floatF32;                    // schemes/floats.cpp
extern const Scheme ggmlQ2_K, ggmlQ4_K, ggmlQ5_K;                     // schemes/k_min.cpp
extern const Scheme ggmlQ3_K, ggmlQ6_K;                               // schemes/k_signed.cpp
extern const Scheme ggmlIQ4_NL, ggmlIQ4_XS;                           // schemes/iq4.cpp

std::span<const Scheme* const> schemes()
{
    static constexpr std::array table{&affine2, &affine3, &affine4, &affine5, &affine6, &affine8,
        &ggmlQ8_0, &ggmlQ4_0, &ggmlQ4_1, &ggmlQ5_0, &ggmlQ5_1, &ggmlQ2_K, &ggmlQ3_K, &ggmlQ4_K,
        &ggmlQ5_K, &ggmlQ6_K, &ggmlIQ4_NL, &ggmlIQ4_XS, &floatF16, &floatBF16, &floatF32};
    return table;
}

const Scheme* schemeNamed(QStringView id)
{
    for (const Scheme* scheme : schemes())
        if (id == QLatin1StringView(scheme->id))
            return scheme;
    return nullptr;
}

Encoding encodingFor(
    const Scheme& scheme, const SchemeOptions& options, std::span<const std::int64_t> shape)
{
    const Matrix matrix = matrixOf(shape);
    const RowLayout row = scheme.layout(matrix.columns, options);
    Encoding encoding;
    encoding.scheme = QString::fromLatin1(scheme.id);
    encoding.options = options;
    encoding.codes.bytes = matrix.rows * row.codesBytes;
    encoding.scales.bytes = matrix.rows * row.scalesBytes;
    encoding.zeros.bytes = matrix.rows * row.zerosBytes;
    if (options.groupSize == 0 && scheme.blockElements == 0 && matrix.elements() > 0) {
        encoding.scales.bytes = bytesOf(options.scaleType);
        encoding.zeros.bytes = bytesOf(options.zeroType);
    }
    return encoding;
}

} // namespace aq
