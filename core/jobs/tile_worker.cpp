#include "core/jobs/tile_worker.h"

#include "core/jobs/source_error.h"
#include "core/quant/to_float.h"

#include <cstring>

namespace aq {
namespace {

/// The front of a buffer that only ever grows: fresh memory is the dearest thing here.
template <typename T>
std::span<T> sized(std::vector<T>& buffer, std::int64_t count)
{
    if (std::int64_t(buffer.size()) < count)
        buffer.resize(std::size_t(count));
    return std::span(buffer).first(std::size_t(count));
}

MutableBytes part(std::vector<std::byte>& bytes, std::int64_t offset, std::int64_t count)
{
    return std::span(bytes).subspan(std::size_t(offset), std::size_t(count));
}

std::int64_t columnsOf(const TensorInfo& tensor) { return matrixOf(tensor.shape).columns; }

std::int64_t firstElement(const TensorInfo& tensor, const TileSpan& tile)
{
    return tile.firstRow * columnsOf(tensor) + tile.firstColumn;
}

/// Without the row and group that encode() names: they count from the strip, not the tensor.
TileResult scaleFailure(const Error& error)
{
    const bool mayWiden = error.code == ErrorCode::Unsupported;
    return {{}, Error{error.code, error.detail, {}}, mayWiden};
}

std::int64_t elementBytes(DType dtype) { return bitsOf(dtype) / 8; }

/// The first element that floats cannot hold: not finite, or an F64 so small that it became zero.
std::optional<std::size_t> firstUnfit(DType dtype, Bytes stored, std::span<const float> x)
{
    const auto bad = firstNonFinite(x);
    if (dtype != DType::F64)
        return bad;
    for (std::size_t i = 0; i < bad.value_or(x.size()); ++i) {
        double wide = 0;
        std::memcpy(&wide, stored.data() + i * sizeof wide, sizeof wide);
        if (x[i] == 0 && wide != 0)
            return i;
    }
    return bad;
}

} // namespace

/// A part of a tile that is converted, encoded and measured at once.
struct TileWorker::Strip {
    TileSpan span = {};               ///< Within the tile.
    std::int64_t first = 0;           ///< Its first element in the tile.
    StreamOffsets at = {}, size = {}; ///< Its place in the tile's three streams.
};

TileWorker::TileWorker(ModelSource source, ModelWriter* writer)
    : m_source(std::move(source))
    , m_writer(writer)
{
}

std::int64_t TileWorker::memoryBytes()
{
    // A source of F64; codes, scales and zeros of the smallest groups; F32 written; three strips.
    return tileElements * (8 + 1 + 1 + 1 + 4) + 3 * 4 * stripElements;
}

TileResult TileWorker::process(
    const TensorTask& task, const TileSpan& tile, const Slot& slot, const TensorRange* range)
{
    TileResult result;
    if (task.scheme)
        result = encode(task, tile, slot, range);
    else if (task.floats)
        result = decode(task, tile, slot);
    else if (const auto copied = copy(task, tile, slot); !copied)
        result.error = copied.error();
    if (result.error && result.error->code != ErrorCode::WriteFailed)
        result.error = locatedAt(m_source, *task.tensor, *result.error);
    return result;
}

Result<void> TileWorker::copy(const TensorTask& task, const TileSpan& piece, const Slot& slot)
{
    if (!m_writer)
        return {};
    const MutableBytes bytes = sized(m_bytes, piece.columns);
    if (const auto read = m_source.read(*task.tensor, piece.firstColumn, bytes); !read)
        return read.error();
    return write(slot.data + piece.firstColumn, bytes);
}

TileResult TileWorker::encode(
    const TensorTask& task, const TileSpan& tile, const Slot& slot, const TensorRange* range)
{
    const auto fail = [](const Error& error) { return TileResult{{}, error, false}; };
    if (const auto read = readElements(*task.tensor, tile); !read)
        return fail(read.error());

    const Codec codec{*task.scheme, task.options};
    const StreamOffsets sizes = sizesOf(codec.scheme, codec.options, tile.matrix());
    sized(m_codes, sizes.codes);
    const MutableBytes scales = sized(m_scales, sizes.scales), zeros = sized(m_zeros, sizes.zeros);
    if (range)
        storeRange(*range, codec.options, scales, zeros);
    TileResult result;
    for (const Strip& strip : stripsOf(codec, tile)) {
        const auto x = floatsOf(*task.tensor, tile, strip);
        if (!x)
            return fail(x.error());
        const EncodedRows rows = encodedOf(strip);
        const Matrix matrix = strip.span.matrix();
        if (const auto done = codec.scheme.encode(*x, matrix, codec.options, range, {}, rows);
            !done)
            return scaleFailure(done.error());
        codec.scheme.decode({rows.codes, rows.scales, rows.zeros}, matrix, codec.options,
            sized(m_y, matrix.elements()));
        const auto y = narrow(task, tile, strip);
        if (!y)
            return fail(y.error());
        result.sums.add(*x, *y);
    }
    if (const auto wrote = writeResult(task, codec, tile, slot); !wrote)
        return fail(wrote.error());
    return result;
}

TileResult TileWorker::decode(const TensorTask& task, const TileSpan& tile, const Slot& slot)
{
    const auto fail = [](const Error& error) { return TileResult{{}, error, false}; };
    const Encoding& encoding = *task.tensor->encoding;
    const Codec codec{*schemeNamed(encoding.scheme), encoding.options};
    if (const auto read = readCodes(*task.tensor, codec, tile); !read)
        return fail(read.error());

    TileResult result;
    for (const Strip& strip : stripsOf(codec, tile)) {
        const EncodedRows rows = encodedOf(strip);
        const std::span<float> x = sized(m_y, strip.span.elements());
        codec.scheme.decode(
            {rows.codes, rows.scales, rows.zeros}, strip.span.matrix(), codec.options, x);
        const auto y = narrow(task, tile, strip);
        if (!y)
            return fail(y.error());
        result.sums.add(x, *y);
    }
    if (const auto wrote = writeResult(task, codec, tile, slot); !wrote)
        return fail(wrote.error());
    return result;
}

Result<void> TileWorker::addToRange(const TensorTask& task, const TileSpan& tile, int pass,
    std::int64_t index, TensorRangeSearch& search)
{
    if (const auto read = readElements(*task.tensor, tile); !read)
        return locatedAt(m_source, *task.tensor, read.error());
    const auto x = floatsOf(*task.tensor, tile, {.span = tile});
    if (!x)
        return locatedAt(m_source, *task.tensor, x.error());
    search.add(pass, index, *x);
    return {};
}

Result<void> TileWorker::readElements(const TensorInfo& tensor, const TileSpan& tile)
{
    const std::int64_t element = elementBytes(tensor.dtype);
    return m_source.read(
        tensor, firstElement(tensor, tile) * element, sized(m_bytes, tile.elements() * element));
}

Result<void> TileWorker::readCodes(
    const TensorInfo& tensor, const Codec& codec, const TileSpan& tile)
{
    const Encoding& encoding = *tensor.encoding;
    const StreamOffsets at = offsetsOf(
        codec.scheme, codec.options, columnsOf(tensor), tile.firstRow, tile.firstColumn);
    const StreamOffsets size = sizesOf(codec.scheme, codec.options, tile.matrix());
    if (const auto read = m_source.readBlob(encoding.codes, at.codes, sized(m_codes, size.codes));
        !read)
        return read.error();
    if (const auto read
        = m_source.readBlob(encoding.scales, at.scales, sized(m_scales, size.scales));
        !read)
        return read.error();
    return m_source.readBlob(encoding.zeros, at.zeros, sized(m_zeros, size.zeros));
}

std::vector<TileWorker::Strip> TileWorker::stripsOf(const Codec& codec, const TileSpan& tile) const
{
    std::vector<Strip> strips;
    for (const TileSpan& span : cut(tile.matrix(), stripElements))
        strips.push_back({span, span.firstRow * tile.columns + span.firstColumn,
            offsetsOf(codec.scheme, codec.options, tile.columns, span.firstRow, span.firstColumn),
            sizesOf(codec.scheme, codec.options, span.matrix())});
    return strips;
}

EncodedRows TileWorker::encodedOf(const Strip& strip)
{
    return {part(m_codes, strip.at.codes, strip.size.codes),
        part(m_scales, strip.at.scales, strip.size.scales),
        part(m_zeros, strip.at.zeros, strip.size.zeros)};
}

Result<std::span<const float>> TileWorker::floatsOf(
    const TensorInfo& tensor, const TileSpan& tile, const Strip& strip)
{
    const std::int64_t element = elementBytes(tensor.dtype);
    const std::span<float> x = sized(m_x, strip.span.elements());
    const Bytes stored = part(m_bytes, strip.first * element, strip.span.elements() * element);
    toFloat(tensor.dtype, stored, x);
    if (const auto bad = firstUnfit(tensor.dtype, stored, x))
        return nonFiniteSource(firstElement(tensor, tile) + strip.first + std::int64_t(*bad),
            tensor.dtype, stored.subspan(*bad * std::size_t(element)), x[*bad]);
    return std::span<const float>(x);
}

// The decoded strip in m_y, as the output will hold it.
Result<std::span<const float>> TileWorker::narrow(
    const TensorTask& task, const TileSpan& tile, const Strip& strip)
{
    const std::span<const float> y = sized(m_y, strip.span.elements());
    if (!task.floats)
        return std::span<const float>(y);
    const std::int64_t element = elementBytes(*task.floats);
    sized(m_written, tile.elements() * element);
    const MutableBytes out
        = part(m_written, strip.first * element, strip.span.elements() * element);
    const std::span<float> narrowed = sized(m_narrowed, strip.span.elements());
    fromFloat(*task.floats, y, out);
    toFloat(*task.floats, out, narrowed);
    if (const auto bad = firstNonFinite(narrowed))
        return nonFiniteResult(firstElement(*task.tensor, tile) + strip.first + std::int64_t(*bad),
            *task.floats, y[*bad]);
    return std::span<const float>(narrowed);
}

Result<void> TileWorker::writeResult(
    const TensorTask& task, const Codec& codec, const TileSpan& tile, const Slot& slot)
{
    if (!m_writer)
        return {};
    const TensorInfo& tensor = *task.tensor;
    if (task.floats) {
        const std::int64_t element = elementBytes(*task.floats);
        return write(slot.data + firstElement(tensor, tile) * element,
            sized(m_written, tile.elements() * element));
    }
    const StreamOffsets at = offsetsOf(
        codec.scheme, codec.options, columnsOf(tensor), tile.firstRow, tile.firstColumn);
    const StreamOffsets size = sizesOf(codec.scheme, codec.options, tile.matrix());
    if (const auto wrote = write(slot.data + at.codes, sized(m_codes, size.codes)); !wrote)
        return wrote.error();
    if (const auto wrote = write(slot.scales + at.scales, sized(m_scales, size.scales)); !wrote)
        return wrote.error();
    return write(slot.zeros + at.zeros, sized(m_zeros, size.zeros));
}

Result<void> TileWorker::write(std::int64_t offset, Bytes bytes)
{
    return bytes.empty() ? Result<void>() : m_writer->write(offset, bytes);
}

} // namespace aq
