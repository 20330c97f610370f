#pragma once
#include "core/table/table_columns.h"
#include "core/table/weight_table.h"
#include "core/validate/tile_span.h"

#include <span>

namespace aq {

/// A layer of a result, and where its three parts lie.
struct QuantizedRow {
    const WeightLayer* layer = nullptr;
    QByteArray name; ///< UTF-8.
    Matrix matrix;
    StreamOffsets size; ///< Bytes of codes, scales and zero points.
    std::size_t batch = 0;
    StreamOffsets at; ///< Bytes from the beginning of the batch's three buffers.
};

/// Puts rows one behind the other into as few batches as offsets up to `largest` allow. Returns the
/// number of batches, at least one. @pre no row is too large by itself
std::size_t placeRows(std::span<QuantizedRow> rows, std::int64_t largest);
/// Whether offsets up to `largest` cannot reach the end of a row, not even in a batch of its own.
bool isTooLarge(const QuantizedRow& row, std::int64_t largest);

/// The buffers of one batch: codes, scales and zero points of its rows, side by side.
struct QuantizedBuffers {
    std::shared_ptr<TableBuffer> codes, scales, zeros;
};
std::vector<QuantizedBuffers> buffersFor(std::span<const QuantizedRow> rows, std::size_t batches);
EncodedRows bytesOf(const QuantizedRow& row, const QuantizedBuffers& buffers);

/// Moves bytes down over those of rows that were taken out; order and batches stay.
void closeGaps(std::span<QuantizedRow> rows, const std::vector<QuantizedBuffers>& buffers);

/// One batch with the columns of quantizedSchema(). @pre its rows follow each other without gaps
OwnedArray quantizedBatch(std::span<const QuantizedRow> rows, const QuantizedBuffers& buffers,
    const Scheme& scheme, const SchemeOptions& options, OffsetWidth width);

} // namespace aq
