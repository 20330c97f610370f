#pragma once
#include <cstddef>
#include <functional>

namespace aq {

class JobGate;

/// A fixed set of plain C++ threads that work through numbered items together.
/// One run() at a time; the calling thread works too, so `WorkerPool(1)` starts no thread.
class WorkerPool {
public:
    using Work = std::function<void(std::size_t item, int worker)>;

    explicit WorkerPool(int threads); ///< 0: one per core. @see resolvedThreads()
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    int threads() const;

    /// Calls `work(item, worker)` once for each item in [0, items), in any order, `worker` in
    /// [0, threads()) naming the thread (an index into per-thread buffers). Returns when all are
    /// done. The first exception is rethrown here after the others have stopped.
    void run(std::size_t items, const Work& work);

    /// The same behind a gate (null: none): each thread waits for its turn before it takes an item,
    /// so that one that may not work holds none. `cancelled` is asked by the calling thread alone,
    /// while it waits. @return false: it was cancelled, items that nobody had taken are not done.
    bool run(
        std::size_t items, const Work& work, JobGate* gate, const std::function<bool()>& cancelled);

private:
    struct State;
    State* m_state;
};

int resolvedThreads(int wanted); ///< 0 becomes the number of cores; never less than 1.

} // namespace aq
