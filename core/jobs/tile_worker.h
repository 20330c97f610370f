#pragma once
#include "core/analysis/metrics.h"
#include "core/io/model_source.h"
#include "core/jobs/tensor_task.h"
#include "core/jobs/tile_span.h"

#include <optional>
#include <vector>

namespace aq {

struct TileResult {
    ErrorSums sums;             ///< Source against what the output decodes to; nothing for copies.
    std::optional<Error> error; ///< Located: "model.safetensors: weight.x".
    bool scaleDoesNotFit = false; ///< The error is encode()'s: wider scales may help.
};

/// One thread's part of a job: reads a tile, does its task, measures, writes. Its buffers are
/// reused from tile to tile and bounded by the constants of tile_span.h, whatever the tensor.
class TileWorker {
public:
    /// A null writer measures only.
    TileWorker(ModelSource source, ModelWriter* writer);

    /// `range` is set exactly when the task encodes with groupSize 0.
    TileResult process(
        const TensorTask& task, const TileSpan& tile, const Slot& slot, const TensorRange* range);

    /// Feeds tile number `index` of a tensor to a search over the whole of it.
    Result<void> addToRange(const TensorTask& task, const TileSpan& tile, int pass,
        std::int64_t index, TensorRangeSearch& search);

    static std::int64_t memoryBytes(); ///< Upper bound of all buffers of one worker.

private:
    /// The codec of a tensor on its way through the worker.
    struct Codec {
        const Scheme& scheme;
        const SchemeOptions& options;
    };
    struct Strip;

    Result<void> copy(const TensorTask& task, const TileSpan& piece, const Slot& slot);
    TileResult encode(
        const TensorTask& task, const TileSpan& tile, const Slot& slot, const TensorRange* range);
    TileResult decode(const TensorTask& task, const TileSpan& tile, const Slot& slot);

    Result<void> readElements(const TensorInfo& tensor, const TileSpan& tile);
    Result<void> readCodes(const TensorInfo& tensor, const Codec& codec, const TileSpan& tile);
    std::vector<Strip> stripsOf(const Codec& codec, const TileSpan& tile) const;
    EncodedRows encodedOf(const Strip& strip);
    Result<std::span<const float>> floatsOf(
        const TensorInfo& tensor, const TileSpan& tile, const Strip& strip);
    Result<std::span<const float>> narrow(
        const TensorTask& task, const TileSpan& tile, const Strip& strip);

    Result<void> writeResult(
        const TensorTask& task, const Codec& codec, const TileSpan& tile, const Slot& slot);
    Result<void> write(std::int64_t offset, Bytes bytes);

    ModelSource m_source;
    ModelWriter* m_writer;
    std::vector<std::byte> m_bytes; ///< Source of a tile, or a piece that is copied.
    std::vector<std::byte> m_codes, m_scales, m_zeros; ///< Of a tile.
    std::vector<std::byte> m_written;                  ///< Of a tile, when floats are written.
    std::vector<float> m_x, m_y, m_narrowed;           ///< Source, decoded, as written; of a strip.
};

} // namespace aq
