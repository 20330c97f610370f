#include "core/validate/loaded_piece.h"

#include "core/base/printable.h"
#include "core/quant/to_float.h"

#include <cstring>

namespace aq {
namespace {

Error unsupported(const QString& detail) { return {ErrorCode::Unsupported, detail, {}}; }

Bytes part(const std::vector<std::byte>& bytes, std::int64_t offset, std::int64_t count)
{
    return std::span(bytes).subspan(std::size_t(offset), std::size_t(count));
}

/// Groups that must not be cut: rows of such a tensor are its own and no others.
bool hasRows(const TensorInfo& tensor)
{
    if (!tensor.encoding)
        return false;
    const Scheme* scheme = schemeNamed(tensor.encoding->scheme);
    return !scheme || scheme->blockElements == 0;
}

} // namespace

LoadedPiece::LoadedPiece(ModelSource source)
    : m_source(std::move(source))
{
}

Result<void> LoadedPiece::load(const TensorInfo& tensor, const Matrix& matrix, const TileSpan& span)
{
    m_span = span;
    m_dtype = tensor.dtype;
    m_scheme = nullptr;
    const std::int64_t first = span.firstRow * matrix.columns + span.firstColumn;
    if (!tensor.encoding) {
        if (!isFloat(tensor.dtype))
            return unsupported(QStringLiteral("%1 cannot be read as floats")
                                   .arg(QLatin1StringView(nameOf(tensor.dtype))));
        const std::int64_t bytes = bitsOf(tensor.dtype) / 8;
        m_codes.resize(std::size_t(span.elements() * bytes));
        return m_source.read(tensor, first * bytes, m_codes);
    }
    m_scheme = schemeNamed(tensor.encoding->scheme);
    m_options = tensor.encoding->options;
    if (!m_scheme)
        return unsupported(undecodable(tensor));
    if (m_scheme->blockElements)
        return loadBlocks(tensor, first, span.elements());
    if (matrix != codingMatrix(tensor))
        return unsupported(QStringLiteral("cannot read %1 in rows of %2 elements")
                               .arg(QLatin1StringView(m_scheme->id))
                               .arg(matrix.columns));
    return loadRows(tensor, matrix, span);
}

Result<void> LoadedPiece::loadRows(
    const TensorInfo& tensor, const Matrix& matrix, const TileSpan& span)
{
    const Encoding& encoding = *tensor.encoding;
    const StreamOffsets at
        = offsetsOf(*m_scheme, m_options, matrix.columns, span.firstRow, span.firstColumn);
    const StreamOffsets size = sizesOf(*m_scheme, m_options, span.matrix());
    m_codes.resize(std::size_t(size.codes));
    m_scales.resize(std::size_t(size.scales));
    m_zeros.resize(std::size_t(size.zeros));
    if (auto got = m_source.readBlob(encoding.codes, at.codes, m_codes); !got)
        return got;
    if (auto got = m_source.readBlob(encoding.scales, at.scales, m_scales); !got)
        return got;
    return m_source.readBlob(encoding.zeros, at.zeros, m_zeros);
}

// Blocks lie back to back through all rows, so elements are counted through all rows too.
Result<void> LoadedPiece::loadBlocks(
    const TensorInfo& tensor, std::int64_t first, std::int64_t count)
{
    const std::int64_t block = m_scheme->blockElements;
    const std::int64_t firstBlock = first / block, endBlock = (first + count + block - 1) / block;
    const std::int64_t bytes = m_scheme->layout(block, m_options).codesBytes;
    m_skip = first - firstBlock * block;
    m_codes.resize(std::size_t((endBlock - firstBlock) * bytes));
    return m_source.readBlob(tensor.encoding->codes, firstBlock * bytes, m_codes);
}

std::optional<Weights> LoadedPiece::weights() const
{
    const bool isTaken = m_dtype == DType::F32 || m_dtype == DType::F16 || m_dtype == DType::BF16;
    if (m_scheme || !isTaken)
        return {};
    return Weights(m_dtype, m_codes);
}

Bytes LoadedPiece::elementsOf(const TileSpan& strip) const
{
    const std::int64_t bytes = bitsOf(m_dtype) / 8;
    const std::int64_t first = strip.firstRow * m_span.columns + strip.firstColumn;
    return part(m_codes, first * bytes, strip.elements() * bytes);
}

void LoadedPiece::toFloats(const TileSpan& strip, std::span<float> x)
{
    if (!m_scheme)
        return toFloat(m_dtype, elementsOf(strip), x);
    if (m_scheme->blockElements)
        return decodeBlocks(strip.firstRow * m_span.columns + strip.firstColumn, x);
    const StreamOffsets at
        = offsetsOf(*m_scheme, m_options, m_span.columns, strip.firstRow, strip.firstColumn);
    const StreamOffsets size = sizesOf(*m_scheme, m_options, strip.matrix());
    m_scheme->decode({part(m_codes, at.codes, size.codes), part(m_scales, at.scales, size.scales),
                         part(m_zeros, at.zeros, size.zeros)},
        strip.matrix(), m_options, x);
}

void LoadedPiece::decodeBlocks(std::int64_t first, std::span<float> x)
{
    const std::int64_t block = m_scheme->blockElements;
    const std::int64_t bytes = m_scheme->layout(block, m_options).codesBytes;
    const std::int64_t from = m_skip + first, end = from + std::int64_t(x.size());
    const std::int64_t firstBlock = from / block, endBlock = (end + block - 1) / block;
    const Bytes codes = part(m_codes, firstBlock * bytes, (endBlock - firstBlock) * bytes);
    const Matrix run{1, (endBlock - firstBlock) * block};
    if (run.columns == std::int64_t(x.size()))
        return m_scheme->decode({codes, {}, {}}, run, m_options, x);
    m_block.resize(std::size_t(run.columns));
    m_scheme->decode({codes, {}, {}}, run, m_options, m_block);
    std::copy_n(m_block.begin() + (from - firstBlock * block), x.size(), x.begin());
}

std::optional<std::size_t> LoadedPiece::firstUnderflow(
    const TileSpan& strip, std::span<const float> x) const
{
    if (m_scheme || m_dtype != DType::F64)
        return {};
    const Bytes stored = elementsOf(strip);
    for (std::size_t i = 0; i < x.size(); ++i) {
        double wide = 0;
        std::memcpy(&wide, stored.data() + i * sizeof wide, sizeof wide);
        if (x[i] == 0 && wide != 0)
            return i;
    }
    return {};
}

QString undecodable(const TensorInfo& tensor)
{
    if (!tensor.encoding || schemeNamed(tensor.encoding->scheme))
        return {};
    return QStringLiteral("cannot decode %1").arg(printable(tensor.encoding->scheme).toUpper());
}

std::optional<Matrix> commonRows(const TensorInfo& a, const TensorInfo& b)
{
    const Matrix ofA = codingMatrix(a), ofB = codingMatrix(b);
    if (hasRows(a) && hasRows(b) && ofA != ofB)
        return {};
    return hasRows(a) ? ofA : ofB;
}

} // namespace aq
