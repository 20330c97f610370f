#pragma once
#include "core/analysis/metrics.h"
#include "core/io/model_source.h"
#include "core/jobs/tensor_task.h"
#include "core/validate/loaded_piece.h"

#include <functional>
#include <optional>
#include <vector>

namespace aq {

struct TileResult {
    ErrorSums sums;             ///< Source against what the output decodes to; nothing for copies.
    std::optional<Error> error; ///< Located: "model.safetensors: weight.x".
    bool scaleDoesNotFit = false; ///< The values are fine, the chosen types too narrow for them.
};

/// One thread's part of a job: reads a tile, does its task, measures, writes. Its buffers are
/// reused from tile to tile and bounded by the constants of tile_span.h, whatever the tensor.
class TileWorker {
public:
    /// A null writer measures only.
    TileWorker(ModelSource source, ModelWriter* writer);

    /// Gets to see all that is measured: source values `x` and what they become, `y`, strip by
    /// strip. `first`: row-major index in the tensor of the strip's first element.
    using Look = std::function<void(
        std::int64_t first, std::span<const float> x, std::span<const float> y)>;
    void setLook(Look look) { m_look = std::move(look); }

    /// `range` is set exactly when the task encodes with groupSize 0.
    TileResult process(
        const TensorTask& task, const TileSpan& tile, const Slot& slot, const TensorRange* range);

    /// What process() finds for each of several tasks of one tensor that are measured only and read
    /// it in the same rows; the tile is read, checked and, where encode() needs it, turned into
    /// floats once for all. `done` gets the results in the order of the tasks; false ends it early.
    using TaskDone = std::function<bool(std::size_t task, const TileResult& result)>;
    void processAll(std::span<const TensorTask> tasks, const TileSpan& tile,
        const TensorRange* range, const TaskDone& done);

    /// Feeds tile number `index` of a tensor to a search over the whole of it.
    Result<void> addToRange(const TensorTask& task, const TileSpan& tile, int pass,
        std::int64_t index, TensorRangeSearch& search);

    static std::int64_t memoryBytes(); ///< Upper bound of all buffers of one worker.

private:
    struct Codec {
        const Scheme& scheme;
        const SchemeOptions& options;
    };

    Result<void> copy(const TensorTask& task, const TileSpan& piece, const Slot& slot);
    Result<void> copyBlob(
        const Blob& blob, std::int64_t blobStart, const TileSpan& piece, std::int64_t slot);
    TileResult encode(
        const TensorTask& task, const TileSpan& tile, const Slot& slot, const TensorRange* range);
    TileResult encodeLoaded(const TensorTask& task, const TileSpan& tile, const Slot& slot,
        const TensorRange* range, const Weights& weights);
    TileResult convert(const TensorTask& task, const TileSpan& tile, const Slot& slot);
    TileResult convertLoaded(const TensorTask& task, const TileSpan& tile, const Slot& slot);
    TileResult located(const TensorTask& task, TileResult result) const;
    void measure(const TensorTask& task, const TileSpan& tile, const TileSpan& strip,
        std::span<const float> y, ErrorSums& sums);

    Result<Weights> loadWeights(const TensorTask& task, const TileSpan& tile);
    Result<void> check(const TensorTask& task, const TileSpan& tile, const Weights& weights) const;
    Result<void> floatsOf(const TensorTask& task, const TileSpan& tile, const TileSpan& strip);
    Result<std::span<const float>> narrow(const TensorTask& task, const TileSpan& tile,
        const TileSpan& strip, std::span<const float> y);
    Result<void> encodeTile(const TensorTask& task, const TileSpan& tile, const Weights& weights,
        const TensorRange* range);
    void decodeStrip(const TensorTask& task, const TileSpan& tile, const TileSpan& strip);

    Result<void> writeCodes(const TensorTask& task, const TileSpan& tile, const Slot& slot);
    Result<void> writeFloats(const TensorTask& task, const TileSpan& tile, const Slot& slot);
    Result<void> write(std::int64_t offset, Bytes bytes);

    ModelSource m_source;
    ModelWriter* m_writer;
    Look m_look;
    LoadedPiece m_loaded;
    std::vector<std::byte> m_bytes;                    ///< A piece that is copied.
    std::vector<std::byte> m_codes, m_scales, m_zeros; ///< Of a tile.
    std::vector<std::byte> m_written;                  ///< Of a tile, when floats are written.
    std::vector<float> m_floats;           ///< Of a tile whose elements encode() cannot take.
    std::vector<float> m_x, m_y, m_narrow; ///< Source, decoded, as written; of a strip.
};

} // namespace aq
