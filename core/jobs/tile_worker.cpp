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

std::int64_t firstElement(const TensorTask& task, const TileSpan& tile)
{
    return tile.firstRow * taskMatrix(task).columns + tile.firstColumn;
}

/// Without the row and group that encode() names: they count from the tile, not the tensor.
TileResult scaleFailure(const Error& error)
{
    const bool mayWiden = error.code == ErrorCode::Unsupported;
    return {{}, Error{error.code, error.detail, {}}, mayWiden};
}

std::int64_t elementBytes(DType dtype) { return bitsOf(dtype) / 8; }

StreamOffsets placeOf(const TensorTask& task, const TileSpan& tile)
{
    return offsetsOf(
        *task.scheme, task.options, taskMatrix(task).columns, tile.firstRow, tile.firstColumn);
}

/// The importance of the columns of a tile; empty: all alike.
std::span<const float> importanceOf(const TensorTask& task, const TileSpan& tile)
{
    if (!task.importance)
        return {};
    return std::span(*task.importance)
        .subspan(std::size_t(tile.firstColumn), std::size_t(tile.columns));
}

} // namespace

TileWorker::TileWorker(ModelSource source, ModelWriter* writer)
    : m_source(source)
    , m_writer(writer)
    , m_loaded(std::move(source))
{
}

std::int64_t TileWorker::memoryBytes()
{
    // A source of F64, also as floats; codes, scales and zeros of the smallest groups; F32 written;
    // three strips.
    return tileElements * (8 + 4 + 2 + 1 + 1 + 4) + 3 * 4 * stripElements;
}

TileResult TileWorker::process(
    const TensorTask& task, const TileSpan& tile, const Slot& slot, const TensorRange* range)
{
    TileResult result;
    if (task.scheme)
        result = encode(task, tile, slot, range);
    else if (task.floats)
        result = convert(task, tile, slot);
    else if (const auto copied = copy(task, tile, slot); !copied)
        result.error = copied.error();
    return located(task, std::move(result));
}

void TileWorker::processAll(std::span<const TensorTask> tasks, const TileSpan& tile,
    const TensorRange* range, const TaskDone& done)
{
    if (tasks.empty())
        return;
    const auto weights = loadWeights(tasks.front(), tile);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const TensorTask& task = tasks[i];
        TileResult result{{}, {}, false};
        if (!weights)
            result.error = weights.error();
        else if (task.scheme)
            result = encodeLoaded(task, tile, {}, range, *weights);
        else
            result = convertLoaded(task, tile, {});
        if (!done(i, located(task, std::move(result))))
            return;
    }
}

TileResult TileWorker::located(const TensorTask& task, TileResult result) const
{
    if (result.error && result.error->code != ErrorCode::WriteFailed)
        result.error = locatedAt(m_source, *task.tensor, *result.error);
    return result;
}

Result<void> TileWorker::copy(const TensorTask& task, const TileSpan& piece, const Slot& slot)
{
    if (!m_writer)
        return {};
    if (const auto& encoding = task.tensor->encoding) {
        const std::int64_t scales = encoding->codes.bytes, zeros = scales + encoding->scales.bytes;
        if (auto copied = copyBlob(encoding->codes, 0, piece, slot.data); !copied)
            return copied;
        if (auto copied = copyBlob(encoding->scales, scales, piece, slot.scales); !copied)
            return copied;
        return copyBlob(encoding->zeros, zeros, piece, slot.zeros);
    }
    const MutableBytes bytes = sized(m_bytes, piece.columns);
    if (auto read = m_source.read(*task.tensor, piece.firstColumn, bytes); !read)
        return read;
    return write(slot.data + piece.firstColumn, bytes);
}

/// What `piece` holds of a blob that begins at byte `blobStart` of the tensor.
Result<void> TileWorker::copyBlob(
    const Blob& blob, std::int64_t blobStart, const TileSpan& piece, std::int64_t slot)
{
    const std::int64_t from = std::max<std::int64_t>(piece.firstColumn - blobStart, 0);
    const std::int64_t end = std::min(piece.firstColumn + piece.columns - blobStart, blob.bytes);
    if (from >= end)
        return {};
    const MutableBytes bytes = sized(m_bytes, end - from);
    if (auto read = m_source.readBlob(blob, from, bytes); !read)
        return read;
    return write(slot + from, bytes);
}

TileResult TileWorker::encode(
    const TensorTask& task, const TileSpan& tile, const Slot& slot, const TensorRange* range)
{
    const auto weights = loadWeights(task, tile);
    if (!weights)
        return {{}, weights.error(), false};
    return encodeLoaded(task, tile, slot, range, *weights);
}

TileResult TileWorker::encodeLoaded(const TensorTask& task, const TileSpan& tile, const Slot& slot,
    const TensorRange* range, const Weights& weights)
{
    const auto fail = [](const Error& error) { return TileResult{{}, error, false}; };
    if (const auto done = encodeTile(task, tile, weights, range); !done)
        return scaleFailure(done.error());
    TileResult result;
    for (const TileSpan& strip : cut(tile.matrix(), stripElements)) {
        m_loaded.toFloats(strip, sized(m_x, strip.elements()));
        decodeStrip(task, tile, strip);
        const auto y = narrow(task, tile, strip, sized(m_y, strip.elements()));
        if (!y)
            return fail(y.error());
        measure(task, tile, strip, *y, result.sums);
    }
    const auto wrote = task.floats ? writeFloats(task, tile, slot) : writeCodes(task, tile, slot);
    return wrote ? result : fail(wrote.error());
}

// Floats of another type: of a quantized source, or of plain elements.
TileResult TileWorker::convert(const TensorTask& task, const TileSpan& tile, const Slot& slot)
{
    if (const auto loaded = m_loaded.load(*task.tensor, taskMatrix(task), tile); !loaded)
        return {{}, loaded.error(), false};
    return convertLoaded(task, tile, slot);
}

TileResult TileWorker::convertLoaded(const TensorTask& task, const TileSpan& tile, const Slot& slot)
{
    const auto fail = [](const Error& error) { return TileResult{{}, error, false}; };
    TileResult result;
    for (const TileSpan& strip : cut(tile.matrix(), stripElements)) {
        if (const auto good = floatsOf(task, tile, strip); !good)
            return fail(good.error());
        const auto x = sized(m_x, strip.elements());
        const auto y = narrow(task, tile, strip, x);
        if (!y)
            return {{}, y.error(), true};
        measure(task, tile, strip, *y, result.sums);
    }
    const auto wrote = writeFloats(task, tile, slot);
    return wrote ? result : fail(wrote.error());
}

/// Of a strip whose source values are in m_x.
void TileWorker::measure(const TensorTask& task, const TileSpan& tile, const TileSpan& strip,
    std::span<const float> y, ErrorSums& sums)
{
    const std::span<const float> x = sized(m_x, strip.elements());
    sums.add(x, y);
    if (m_look)
        m_look(firstElement(task, tile) + strip.firstRow * tile.columns + strip.firstColumn, x, y);
}

Result<void> TileWorker::addToRange(const TensorTask& task, const TileSpan& tile, int pass,
    std::int64_t index, TensorRangeSearch& search)
{
    if (const auto loaded = m_loaded.load(*task.tensor, taskMatrix(task), tile); !loaded)
        return locatedAt(m_source, *task.tensor, loaded.error());
    if (const auto good = floatsOf(task, tile, {0, tile.rows, 0, tile.columns}); !good)
        return locatedAt(m_source, *task.tensor, good.error());
    search.add(pass, index, sized(m_x, tile.elements()));
    return {};
}

/// The tile as encode() takes it: finite elements as stored, or floats.
Result<Weights> TileWorker::loadWeights(const TensorTask& task, const TileSpan& tile)
{
    if (const auto loaded = m_loaded.load(*task.tensor, taskMatrix(task), tile); !loaded)
        return loaded.error();
    if (const auto weights = m_loaded.weights()) {
        if (const auto good = check(task, tile, *weights); !good)
            return good.error();
        return *weights;
    }
    const std::span<float> floats = sized(m_floats, tile.elements());
    for (const TileSpan& strip : cut(tile.matrix(), stripElements)) {
        if (const auto good = floatsOf(task, tile, strip); !good)
            return good.error();
        const std::int64_t first = strip.firstRow * tile.columns + strip.firstColumn;
        std::ranges::copy(sized(m_x, strip.elements()), floats.begin() + first);
    }
    return Weights(std::span<const float>(floats));
}

Result<void> TileWorker::check(
    const TensorTask& task, const TileSpan& tile, const Weights& weights) const
{
    const auto bad = firstNonFinite(weights);
    if (!bad)
        return {};
    const Weights element = weights.subspan(std::int64_t(*bad), 1);
    float value = 0;
    toFloat(element.type, element.bytes, std::span(&value, 1));
    return nonFiniteSource(
        firstElement(task, tile) + std::int64_t(*bad), element.type, element.bytes, value);
}

/// Fills m_x with a strip of the loaded tile: all finite, no zero that was none.
Result<void> TileWorker::floatsOf(
    const TensorTask& task, const TileSpan& tile, const TileSpan& strip)
{
    const std::span<float> x = sized(m_x, strip.elements());
    m_loaded.toFloats(strip, x);
    auto bad = firstNonFinite(std::span<const float>(x));
    if (const auto lost = m_loaded.firstUnderflow(strip, x))
        bad = std::min(bad.value_or(*lost), *lost);
    if (!bad)
        return {};
    const std::int64_t inTile
        = strip.firstRow * tile.columns + strip.firstColumn + std::int64_t(*bad);
    const TensorInfo& tensor = *task.tensor;
    if (tensor.encoding) // A damaged scale.
        return nonFiniteSource(firstElement(task, tile) + inTile, DType::F32, {}, x[*bad]);
    const std::int64_t bytes = elementBytes(tensor.dtype);
    return nonFiniteSource(firstElement(task, tile) + inTile, tensor.dtype,
        m_loaded.stored().subspan(std::size_t(inTile * bytes), std::size_t(bytes)), x[*bad]);
}

Result<void> TileWorker::encodeTile(
    const TensorTask& task, const TileSpan& tile, const Weights& weights, const TensorRange* range)
{
    const StreamOffsets size = sizesOf(*task.scheme, task.options, tile.matrix());
    const EncodedRows rows{
        sized(m_codes, size.codes), sized(m_scales, size.scales), sized(m_zeros, size.zeros)};
    if (range)
        storeRange(*range, task.options, rows.scales, rows.zeros);
    return task.scheme->encode(
        weights, tile.matrix(), task.options, range, importanceOf(task, tile), rows);
}

/// Fills m_y with what a strip of the encoded tile decodes to.
void TileWorker::decodeStrip(const TensorTask& task, const TileSpan& tile, const TileSpan& strip)
{
    const StreamOffsets at
        = offsetsOf(*task.scheme, task.options, tile.columns, strip.firstRow, strip.firstColumn);
    const StreamOffsets size = sizesOf(*task.scheme, task.options, strip.matrix());
    task.scheme->decode(
        {part(m_codes, at.codes, size.codes), part(m_scales, at.scales, size.scales),
            part(m_zeros, at.zeros, size.zeros)},
        strip.matrix(), task.options, sized(m_y, strip.elements()));
}

/// Values of a strip as the output will hold them; what floats are written is kept in m_written.
Result<std::span<const float>> TileWorker::narrow(
    const TensorTask& task, const TileSpan& tile, const TileSpan& strip, std::span<const float> y)
{
    if (!task.floats)
        return y;
    const std::int64_t element = elementBytes(*task.floats);
    const std::int64_t inTile = strip.firstRow * tile.columns + strip.firstColumn;
    sized(m_written, tile.elements() * element);
    const MutableBytes out = part(m_written, inTile * element, strip.elements() * element);
    const std::span<float> narrowed = sized(m_narrow, strip.elements());
    fromFloat(*task.floats, y, out);
    toFloat(*task.floats, out, narrowed);
    if (const auto bad = firstNonFinite(std::span<const float>(narrowed)))
        return nonFiniteResult(
            firstElement(task, tile) + inTile + std::int64_t(*bad), *task.floats, y[*bad]);
    return std::span<const float>(narrowed);
}

Result<void> TileWorker::writeCodes(const TensorTask& task, const TileSpan& tile, const Slot& slot)
{
    const StreamOffsets at = placeOf(task, tile);
    const StreamOffsets size = sizesOf(*task.scheme, task.options, tile.matrix());
    if (auto wrote = write(slot.data + at.codes, sized(m_codes, size.codes)); !wrote)
        return wrote;
    if (auto wrote = write(slot.scales + at.scales, sized(m_scales, size.scales)); !wrote)
        return wrote;
    return write(slot.zeros + at.zeros, sized(m_zeros, size.zeros));
}

Result<void> TileWorker::writeFloats(const TensorTask& task, const TileSpan& tile, const Slot& slot)
{
    const std::int64_t element = elementBytes(*task.floats);
    return write(slot.data + firstElement(task, tile) * element,
        sized(m_written, tile.elements() * element));
}

Result<void> TileWorker::write(std::int64_t offset, Bytes bytes)
{
    return bytes.empty() || !m_writer ? Result<void>() : m_writer->write(offset, bytes);
}

} // namespace aq
