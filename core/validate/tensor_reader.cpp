#include "core/validate/tensor_reader.h"

#include "core/base/printable.h"
#include "core/quant/to_float.h"

namespace aq {

namespace {

Error unsupported(const TensorInfo& tensor, const QString& detail)
{
    return {ErrorCode::Unsupported, detail, printable(tensor.name)};
}

} // namespace

TensorReader::TensorReader(ModelSource source)
    : m_source(std::move(source))
{
}

Result<void> TensorReader::read(
    const TensorInfo& tensor, std::int64_t firstRow, std::int64_t rows, std::span<float> x)
{
    const std::int64_t columns = matrixOf(tensor.shape).columns;
    if (!tensor.encoding)
        return readElements(tensor, firstRow * columns, rows * columns, x);

    const Encoding& encoding = *tensor.encoding;
    const Scheme* scheme = schemeNamed(encoding.scheme);
    if (!scheme)
        return unsupported(
            tensor, QStringLiteral("unknown scheme '%1'").arg(printable(encoding.scheme)));
    const RowLayout row = scheme->layout(columns, encoding.options);
    const bool isWhole = encoding.options.groupSize == 0; // One scale and zero for all rows.
    const auto load = [&](const Blob& blob, std::int64_t rowBytes, std::vector<std::byte>& into) {
        into.resize(std::size_t(isWhole && rowBytes == 0 ? blob.bytes : rows * rowBytes));
        return m_source.readBlob(blob, firstRow * rowBytes, into);
    };
    if (auto got = load(encoding.codes, row.codesBytes, m_codes); !got)
        return got.error().in(printable(tensor.name));
    if (auto got = load(encoding.scales, row.scalesBytes, m_scales); !got)
        return got.error().in(printable(tensor.name));
    if (auto got = load(encoding.zeros, row.zerosBytes, m_zeros); !got)
        return got.error().in(printable(tensor.name));
    scheme->decode({m_codes, m_scales, m_zeros}, {rows, columns}, encoding.options, x);
    return {};
}

Result<void> TensorReader::readElements(
    const TensorInfo& tensor, std::int64_t first, std::int64_t count, std::span<float> x)
{
    if (!isFloat(tensor.dtype))
        return unsupported(tensor,
            QStringLiteral("%1 cannot be read as floats")
                .arg(QLatin1StringView(nameOf(tensor.dtype))));
    const std::int64_t bytes = bitsOf(tensor.dtype) / 8;
    m_codes.resize(std::size_t(count * bytes));
    if (auto got = m_source.read(tensor, first * bytes, m_codes); !got)
        return got.error().in(printable(tensor.name));
    toFloat(tensor.dtype, m_codes, x);
    return {};
}

} // namespace aq
