#pragma once
#include "core/io/formats/arrow_inflated.h"
#include "core/io/formats/arrow_table.h"

namespace aq {

namespace arrow {
struct RecordBatch;
}

/// What the batches of a table are read from, and where their large compressed buffers go.
class ArrowSource {
public:
    explicit ArrowSource(std::shared_ptr<const ByteSource> file)
        : m_file(file)
        , m_inflated(std::make_shared<ArrowInflated>(std::move(file)))
    {
    }

    const ByteSource& file() const { return *m_file; }
    const std::shared_ptr<ArrowInflated>& inflated() const { return m_inflated; }
    Result<ArrowDecoder*> decoder(ArrowCodec codec); ///< Made once, used for all small buffers.

private:
    std::shared_ptr<const ByteSource> m_file;
    std::shared_ptr<ArrowInflated> m_inflated;
    std::array<std::unique_ptr<ArrowDecoder>, 3> m_decoders; ///< By codec.
};

/// The number of values in a column or in what lies below it, and how many of them are null.
struct ArrowNode {
    std::int64_t length = 0;
    std::int64_t nulls = 0;
};

/// The nodes and buffers of one record batch.
class ArrowBuffers {
public:
    /// Checks the numbers of nodes and buffers, and every buffer against the body in `block`.
    /// @pre `batch` has passed the verifier; the source lives as long as this
    static Result<ArrowBuffers> read(ArrowSource& source, const arrow::RecordBatch& batch,
        const ArrowLayout& layout, const ArrowBlock& block);

    std::int64_t rows() const { return m_rows; }
    const ArrowNode& node(int index) const { return m_nodes[std::size_t(index)]; }
    /// The index-th buffer from the first of a column on. Reads what a compressed one claims to
    /// hold, and refuses what it cannot.
    Result<ArrowRun> run(const ArrowField& field, int index);
    std::int64_t viewBuffers(const ArrowField& field) const; ///< Of the column's data.

    /// The first bytes of a small buffer, in memory. Unsupported: it is compressed and not small.
    Result<std::vector<std::byte>> first(const ArrowRun& run, std::int64_t bytes);
    /// Where a buffer can be read from whatever its size: part 0 is the file, part 1 what is
    /// decompressed. `name` is for errors.
    Result<Blob> place(const ArrowRun& run, const QString& name);
    /// Hands a buffer's first bytes to `sink` in pieces. Where little is left behind them, the end
    /// of a compressed one is checked as well.
    template <typename Sink>
    Result<void> pass(const ArrowRun& run, std::int64_t bytes, Sink sink);

private:
    struct Extent {
        std::int64_t offset = 0; ///< In the file.
        std::int64_t bytes = 0;
    };

    explicit ArrowBuffers(ArrowSource& source)
        : m_source(&source)
    {
    }
    Result<void> readNodes(const arrow::RecordBatch& batch, const ArrowLayout& layout);
    Result<void> readExtents(const arrow::RecordBatch& batch, const ArrowBlock& block);
    Result<std::vector<std::byte>> windowed(std::int64_t offset, std::int64_t bytes);

    ArrowSource* m_source;
    ArrowCodec m_codec = ArrowCodec::None;
    std::int64_t m_end = 0; ///< Of the body, in the file.
    std::int64_t m_rows = 0;
    std::vector<ArrowNode> m_nodes;
    std::vector<Extent> m_extents;
    std::vector<std::int64_t> m_viewBuffers; ///< Per column of a view type.
    std::vector<std::byte> m_window; ///< Read ahead: most buffers are small and close together.
    std::int64_t m_windowOffset = 0;
};

template <typename Sink>
Result<void> ArrowBuffers::pass(const ArrowRun& run, std::int64_t bytes, Sink sink)
{
    constexpr std::int64_t pieceBytes = 64 << 10;
    std::vector<std::byte> piece(std::size_t(std::min(pieceBytes, bytes)));
    std::optional<ArrowInflater> inflater;
    if (run.codec != ArrowCodec::None) {
        const auto decoder = m_source->decoder(run.codec);
        if (!decoder)
            return decoder.error();
        inflater.emplace(m_source->file(), run, **decoder);
    }
    for (std::int64_t at = 0; at < bytes; at += std::int64_t(piece.size())) {
        piece.resize(std::size_t(std::min(pieceBytes, bytes - at)));
        auto got = inflater ? inflater->read(piece) : m_source->file().read(run.offset + at, piece);
        if (!got)
            return got;
        sink(Bytes(piece));
    }
    if (!inflater || run.bytes == bytes || run.bytes - bytes > pieceBytes)
        return {};
    piece.resize(std::size_t(run.bytes - bytes)); // Padding, most often: then the end is checked.
    return inflater->read(piece);
}

} // namespace aq
