#include "core/io/formats/packed_row.h"

#include "core/base/printable.h"
#include "core/io/formats/packed_size.h"
#include "core/io/formats/packed_words.h"
#include "core/io/refusal.h"

#include <climits>

namespace aq {
namespace {

constexpr std::size_t highestRank = 64;
constexpr std::int64_t floatBytes = 4;

QString shown(const Shape& shape) { return printable(shapeText(shape)); }

/// From the number of scales. Nothing when no size fits.
std::optional<std::int64_t> guessGroupSize(const Matrix& matrix, std::int64_t scales)
{
    if (scales == 1)
        return 0;
    if (matrix.rows == 0 || scales <= 0 || scales % matrix.rows != 0)
        return {};
    const std::int64_t groups = scales / matrix.rows;
    if (groups > matrix.columns)
        return {};
    const auto groupsOf
        = [&](std::int64_t size) { return matrix.columns / size + (matrix.columns % size != 0); };
    for (const std::int64_t size : {128, 64, 32, 256})
        if (groupsOf(size) == groups)
            return size;
    const std::int64_t size = matrix.columns / groups + (matrix.columns % groups != 0);
    return groupsOf(size) == groups ? std::optional(size) : std::nullopt;
}

std::optional<DType> dtypeOf(const PackedRow& row)
{
    return dtypeNamed(QLatin1StringView(row.dtype.toLatin1()));
}

/// Without data.
TensorInfo described(const PackedRow& row, DType dtype)
{
    TensorInfo tensor;
    tensor.name = row.name;
    tensor.dtype = dtype;
    tensor.shape = row.shape;
    return tensor;
}

Result<TensorInfo> keptTensor(const PackedRow& row)
{
    const auto dtype = dtypeOf(row);
    if (!dtype)
        return corrupt(
            QStringLiteral("column 'dtype' names no type: \"%1\"").arg(printable(row.dtype)));
    if (byteSize(row.shape, *dtype) != row.data.bytes)
        return corrupt(QStringLiteral("quantized_data has %1 bytes, which is not %2 of %3")
                           .arg(row.data.bytes)
                           .arg(shown(row.shape), row.dtype));
    if (row.bits != bitsOf(*dtype) || row.scales.bytes != 0 || row.zeros.bytes != 0)
        return corrupt(QStringLiteral("is kept, but has a bit_width, scales or zero_points that "
                                      "are not those of %1")
                           .arg(row.dtype));
    TensorInfo tensor = described(row, *dtype);
    tensor.data = row.data;
    return tensor;
}

Result<DType> sourceType(const PackedRow& row)
{
    if (row.dtype.isEmpty())
        return DType::F32;
    const auto dtype = dtypeOf(row);
    if (!dtype || !isFloat(*dtype))
        return corrupt(
            QStringLiteral("column 'dtype' names no float type: \"%1\"").arg(printable(row.dtype)));
    return *dtype;
}

Result<SchemeOptions> optionsOf(const PackedRow& row)
{
    const std::int64_t scales = row.scales.bytes / floatBytes;
    const auto group = row.group ? row.group : guessGroupSize(matrixOf(row.shape), scales);
    if (!group || *group < 0 || *group > INT_MAX)
        return corrupt(QStringLiteral("%1 scales fit no group size for shape %2")
                           .arg(scales)
                           .arg(shown(row.shape)));
    const auto symmetry = row.symmetry.isEmpty() ? std::optional(Symmetry::Asymmetric)
                                                 : symmetryNamed(row.symmetry);
    if (!symmetry)
        return corrupt(QStringLiteral("symmetry \"%1\" is not known").arg(printable(row.symmetry)));
    return SchemeOptions{.groupSize = int(*group),
        .symmetry = *symmetry,
        .scaleType = ScaleType::F32,
        .zeroType = ZeroType::F32,
        .search = Search::None};
}

Result<void> checkSizes(const PackedRow& row, const Encoding& encoding)
{
    const auto size = packedSize(encoding.scheme, encoding.options, row.shape);
    if (size && size->codesBytes() == row.data.bytes && size->scalesBytes() == row.scales.bytes
        && size->zerosBytes() == row.zeros.bytes)
        return {};
    return corrupt(QStringLiteral("%1 bytes, %2 scales and %3 zero_points do not fit shape %4 "
                                  "in %5 bits and groups of %6")
                       .arg(row.data.bytes)
                       .arg(row.scales.bytes / floatBytes)
                       .arg(row.zeros.bytes / floatBytes)
                       .arg(shown(row.shape))
                       .arg(row.bits)
                       .arg(encoding.options.groupSize));
}

Result<TensorInfo> quantizedTensor(const PackedRow& row)
{
    Encoding encoding;
    encoding.scheme = row.scheme.isEmpty() ? QStringLiteral("int%1").arg(row.bits) : row.scheme;
    const auto bits = packedBits(encoding.scheme);
    if (!bits)
        return unsupported(
            QStringLiteral("scheme \"%1\" is not known").arg(printable(encoding.scheme)));
    if (*bits != row.bits)
        return corrupt(
            QStringLiteral("bit_width is %1, scheme %2").arg(row.bits).arg(encoding.scheme));
    const auto dtype = sourceType(row);
    if (!dtype)
        return dtype.error();
    TensorInfo tensor = described(row, *dtype);
    if (tensor.elements() == 0 && row.data.bytes == 0 && row.scales.bytes <= floatBytes
        && row.zeros.bytes <= floatBytes)
        return tensor; // Nothing is encoded, whatever the width; a whole tensor may have its scale.
    const auto options = optionsOf(row);
    if (!options)
        return options.error();
    encoding.options = *options;
    if (const auto sizes = checkSizes(row, encoding); !sizes)
        return sizes.error();
    encoding.codes = row.data;
    encoding.scales = row.scales;
    encoding.zeros = row.zeros;
    tensor.encoding = std::move(encoding);
    return tensor;
}

} // namespace

Result<TensorInfo> tensorOf(const PackedRow& row)
{
    if (row.shape.size() > highestRank || !elementCount(row.shape))
        return corrupt(QStringLiteral("shape %1 is not possible").arg(shown(row.shape)));
    return row.scheme == QLatin1StringView(keptScheme) ? keptTensor(row) : quantizedTensor(row);
}

} // namespace aq
