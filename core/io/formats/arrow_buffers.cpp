#include "core/io/formats/arrow_buffers.h"

#include "core/io/refusal.h"

#include "arrow_schema_generated.h"

#include <QtEndian>

namespace aq {
namespace {

constexpr std::int64_t windowBytes = 4096;
constexpr std::int64_t mostSmall = 256 << 20; ///< Bytes decompressed into memory at once.
constexpr std::int64_t mostRows = 1 << 20;    ///< Of a compressed batch: a few bytes can be many.

Result<ArrowCodec> codecOf(const arrow::RecordBatch& batch)
{
    const auto* compression = batch.compression();
    if (!compression)
        return ArrowCodec::None;
    if (compression->method() != arrow::BodyCompressionMethod::Buffer)
        return unsupported(
            QStringLiteral("compression method %1 is not known").arg(int(compression->method())));
    switch (compression->codec()) {
    case arrow::CompressionType::Lz4Frame:
        return ArrowCodec::Lz4Frame;
    case arrow::CompressionType::Zstd:
        return ArrowCodec::Zstd;
    }
    return unsupported(
        QStringLiteral("compression codec %1 is not known").arg(int(compression->codec())));
}

} // namespace

Result<ArrowDecoder*> ArrowSource::decoder(ArrowCodec codec)
{
    auto& decoder = m_decoders[std::size_t(codec)];
    if (!decoder)
        decoder = arrowDecoder(codec);
    if (!decoder)
        return Error{ErrorCode::Internal, QStringLiteral("out of memory"), {}};
    return decoder.get();
}

Result<ArrowBuffers> ArrowBuffers::read(ArrowSource& source, const arrow::RecordBatch& batch,
    const ArrowLayout& layout, const ArrowBlock& block)
{
    ArrowBuffers buffers(source);
    const auto codec = codecOf(batch);
    if (!codec)
        return codec.error();
    buffers.m_codec = *codec;
    buffers.m_rows = batch.length();
    if (const auto read = buffers.readNodes(batch, layout); !read)
        return read.error();
    if (const auto read = buffers.readExtents(batch, block); !read)
        return read.error();
    if (buffers.m_codec != ArrowCodec::None && buffers.m_rows > mostRows)
        return unsupported(QStringLiteral("%1 rows in a compressed batch; up to %2 are read")
                               .arg(buffers.m_rows)
                               .arg(mostRows));
    return buffers;
}

Result<void> ArrowBuffers::readNodes(const arrow::RecordBatch& batch, const ArrowLayout& layout)
{
    const auto* nodes = batch.nodes();
    const auto* counts = batch.variadic_buffer_counts();
    std::int64_t most = batch.buffers() ? batch.buffers()->size() : 0;
    std::int64_t expected = layout.buffers;
    for (flatbuffers::uoffset_t i = 0; counts && i < counts->size(); ++i) {
        const std::int64_t count = counts->Get(i);
        if (count < 0 || count > most)
            return corrupt(QStringLiteral("a column claims %1 buffers of data").arg(count));
        most -= count;
        expected += count;
        m_viewBuffers.push_back(count);
    }
    if (!nodes || !batch.buffers() || int(nodes->size()) != layout.nodes
        || batch.buffers()->size() != expected || int(m_viewBuffers.size()) != layout.views
        || m_rows < 0)
        return corrupt(QStringLiteral("it does not have the columns of the schema"));
    for (const arrow::FieldNode* node : *nodes) {
        if (node->length() < 0 || node->null_count() < 0 || node->null_count() > node->length())
            return corrupt(QStringLiteral("a column has a negative length, or more nulls than "
                                          "values"));
        m_nodes.push_back({node->length(), node->null_count()});
    }
    return {};
}

Result<void> ArrowBuffers::readExtents(const arrow::RecordBatch& batch, const ArrowBlock& block)
{
    const std::int64_t body = block.offset + block.messageBytes;
    m_end = body + block.bodyBytes;
    for (const arrow::Buffer* buffer : *batch.buffers()) {
        if (buffer->offset() < 0 || buffer->length() < 0 || buffer->offset() > block.bodyBytes
            || buffer->length() > block.bodyBytes - buffer->offset())
            return corrupt(QStringLiteral("a buffer of %1 bytes at %2 leaves the body of %3")
                               .arg(buffer->length())
                               .arg(buffer->offset())
                               .arg(block.bodyBytes));
        m_extents.push_back({body + buffer->offset(), buffer->length()});
    }
    return {};
}

Result<ArrowRun> ArrowBuffers::run(const ArrowField& field, int index)
{
    std::int64_t place = field.buffer + index;
    for (int i = 0; i < field.viewsBefore; ++i)
        place += m_viewBuffers[std::size_t(i)];
    const Extent& extent = m_extents[std::size_t(place)];
    if (m_codec == ArrowCodec::None || extent.bytes == 0)
        return ArrowRun{extent.offset, extent.bytes, extent.bytes, ArrowCodec::None};
    if (extent.bytes < 8)
        return corrupt(
            QStringLiteral("a compressed buffer has %1 bytes, fewer than 8").arg(extent.bytes));
    const auto prefix = windowed(extent.offset, 8);
    if (!prefix)
        return prefix.error();
    const auto bytes = qFromLittleEndian<qint64>(prefix->data());
    const std::int64_t packed = extent.bytes - 8;
    if (bytes == -1) // Stored as it is.
        return ArrowRun{extent.offset + 8, packed, packed, ArrowCodec::None};
    if (bytes < 0 || bytes > mostDecoded(m_codec, packed))
        return corrupt(QStringLiteral("a buffer claims %1 bytes when decompressed, which %2 bytes "
                                      "cannot be")
                           .arg(bytes)
                           .arg(packed));
    return ArrowRun{extent.offset + 8, packed, bytes, m_codec};
}

std::int64_t ArrowBuffers::viewBuffers(const ArrowField& field) const
{
    return m_viewBuffers[std::size_t(field.viewsBefore)];
}

Result<std::vector<std::byte>> ArrowBuffers::windowed(std::int64_t offset, std::int64_t bytes)
{
    const std::int64_t windowEnd = m_windowOffset + std::int64_t(m_window.size());
    if (offset < m_windowOffset || offset + bytes > windowEnd) {
        auto window = readBytes(m_source->file(), offset, std::min(windowBytes, m_end - offset));
        if (!window)
            return window.error();
        m_window = std::move(*window);
        m_windowOffset = offset;
    }
    const auto first = m_window.begin() + (offset - m_windowOffset);
    return std::vector<std::byte>(first, first + bytes);
}

Result<std::vector<std::byte>> ArrowBuffers::first(const ArrowRun& run, std::int64_t bytes)
{
    Q_ASSERT(bytes <= run.bytes);
    if (run.codec == ArrowCodec::None)
        return bytes > windowBytes ? readBytes(m_source->file(), run.offset, bytes)
                                   : windowed(run.offset, bytes);
    if (bytes > mostSmall)
        return unsupported(QStringLiteral("takes %1 bytes when decompressed; up to %2 are read")
                               .arg(bytes)
                               .arg(mostSmall));
    std::vector<std::byte> all; // Grows with what there really is.
    auto passed
        = pass(run, bytes, [&](Bytes piece) { all.insert(all.end(), piece.begin(), piece.end()); });
    if (!passed)
        return passed.error();
    return all;
}

Result<Blob> ArrowBuffers::place(const ArrowRun& run, const QString& name)
{
    if (run.codec == ArrowCodec::None)
        return Blob{0, run.offset, run.bytes};
    const auto offset = m_source->inflated()->add(run, name);
    if (!offset)
        return offset.error();
    return Blob{1, *offset, run.bytes};
}

} // namespace aq
