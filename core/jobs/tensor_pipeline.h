#pragma once
#include "core/base/job_control.h"
#include "core/base/parallel_for.h"
#include "core/jobs/job.h"
#include "core/jobs/tile_worker.h"

#include <atomic>
#include <functional>

namespace aq {

/// What became of one tensor.
struct TensorOutcome {
    TensorTask done; ///< As it was done in the end: kept after a failure, or with wider scales.
    ErrorSums sums;  ///< Merged in tile order; nothing for copies.
    std::optional<Error> failure; ///< Why it was kept (continue on error).
    bool fellBack = false;        ///< A scale did not fit its type, so all were widened.
    bool isResumed = false;       ///< An earlier run did it; its bytes are in the file.
};

/// As many threads as wanted and as the memory has room for; at least one.
int threadsFor(const JobLimits& limits);

/// Streams every tensor of a model through its task, tile by tile, with all threads, in batches of
/// consecutive tensors. Memory is bounded by tiles * threads and one batch's list of tiles. Bytes
/// written and all results are the same for any number of threads.
///
/// JobControl is called on the thread that calls run(), between its tiles; its gate says how many
/// threads work.
class TensorPipeline {
public:
    struct Setup {
        ModelSource source;
        std::vector<TensorTask> tasks; ///< One per tensor of the source, as they lie in the file.
        ModelWriter* writer = nullptr; ///< Null: measure only.
        JobLimits limits;
        QString stage;                        ///< Of the progress.
        std::int64_t bytesAfterwards = 0;     ///< That later stages of the job will report.
        std::vector<TensorOutcome> done = {}; ///< Of the first tasks, by an earlier run.
        /// A tensor's bytes are all written, in the order of the tasks; on the thread of run().
        std::function<void(const TensorOutcome&)> finished = {};
    };
    TensorPipeline(Setup setup, const JobControl& control);
    ~TensorPipeline();

    enum class End { Complete, Failed, Cancelled };
    End run();

    /// In the order of the tasks until run() is complete, then in source order.
    const std::vector<TensorOutcome>& outcomes() const { return m_outcomes; }
    const std::vector<Error>& errors() const { return m_errors; } ///< After Failed: tensor order.
    std::int64_t stageBytes() const { return m_stageBytes; } ///< Source bytes read by this stage.

private:
    struct TileWork;
    struct TensorState;
    struct Batch;
    using TileFunction = std::function<void(TileWork&, TileWorker&)>;

    std::size_t takeDone();
    std::size_t batchEnd(std::size_t first) const;
    Batch listBatch(std::size_t first, std::size_t end) const;
    void findRanges(Batch& batch);
    void endRangePass(Batch& batch, int pass);
    void processTiles(Batch& batch);
    void forEach(Batch& batch, const std::vector<std::size_t>& tiles, const TileFunction& work);
    void noteFailure(Batch& batch, std::size_t index);
    void afterTile(Batch& batch, const TileWork& work);
    void cancel(); ///< No tile is begun any more.
    void finishReady(Batch& batch);
    void finishTensor(const Batch& batch, std::size_t tensor);
    std::size_t settle(Batch& batch);
    bool canChange(std::size_t tensor, const TileResult& problem) const;
    bool change(std::size_t tensor, const TileResult& problem);
    void reportProgress(const QString& tensor);

    const JobControl& m_control;
    Setup m_setup;
    WorkerPool m_pool;
    std::vector<TileWorker> m_workers; ///< One per thread.
    std::vector<TensorOutcome> m_outcomes;
    std::vector<Error> m_errors;
    std::int64_t m_stageBytes = 0;
    std::atomic<std::int64_t> m_bytesDone{0};
    std::int64_t m_bytesShown = 0;        ///< Never goes back, also when tensors are done again.
    std::atomic<std::size_t> m_stopAt{0}; ///< Tile of the batch from which on none is done.
    bool m_cancelled = false;
};

} // namespace aq
