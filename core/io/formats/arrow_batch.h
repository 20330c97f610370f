#pragma once
#include "core/io/formats/arrow_table.h"

namespace aq {

/// One record batch: its message, and the small buffers (names, offsets, shapes) on request. The
/// large ones (codes, scales, weights) are only located.
class ArrowBatch {
public:
    /// Checks every buffer against the body and every column against the number of rows.
    static Result<ArrowBatch> read(
        const ByteSource& file, const ArrowTable& table, const ArrowBlock& block);

    std::int64_t rows() const { return m_rows; }

    // One value per row. Errors name the column: nulls, offsets that decrease or leave the data.
    Result<std::vector<QString>> texts(const ArrowField& field);         ///< Utf8
    Result<std::vector<Blob>> blobs(const ArrowField& field);            ///< Binary, FloatList
    Result<std::vector<Shape>> longLists(const ArrowField& field);       ///< LongList
    Result<std::vector<std::int64_t>> integers(const ArrowField& field); ///< UInt8, Int32

private:
    struct Run {
        std::int64_t offset = 0; ///< In the file.
        std::int64_t bytes = 0;
    };

    Result<std::vector<std::byte>> bytesOf(const Run& run, std::int64_t bytes);
    Result<std::vector<std::int64_t>> offsets(
        const ArrowField& field, std::int64_t end); ///< rows + 1
    Result<Run> items(const ArrowField& field, std::int64_t itemBytes) const;

    const ByteSource* m_file = nullptr;
    std::int64_t m_end = 0; ///< Of the body, in the file.
    std::int64_t m_rows = 0;
    std::vector<std::int64_t> m_lengths; ///< Per node.
    std::vector<Run> m_buffers;
    std::vector<std::byte> m_window; ///< Read ahead: most buffers are small and close together.
    std::int64_t m_windowOffset = 0;
};

} // namespace aq
