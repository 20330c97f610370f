#pragma once
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>

namespace aq {

/// The hand of the outside on a running job: how many of its threads may work, and what becomes of
/// its unfinished file when it is cancelled. Any thread may call anything.
class JobGate {
public:
    static constexpr int all = 1 << 20;

    void setThreads(int threads); ///< 0: paused. Takes effect between two tiles.
    int threads() const;

    /// Blocks while `worker` (0, 1, …) is not among the threads that may work, waking now and then
    /// to ask `cancelled`. @return false: it was cancelled, do no more work. Never asked, and
    /// always true, where the worker may work.
    bool waitForTurn(int worker, const std::function<bool()>& cancelled);
    void wake(); ///< Whoever waits asks `cancelled` at once.

    /// A job with a journal that is cancelled, or that a disk fails, leaves its temporary file and
    /// journal, to be resumed.
    void setKeepsUnfinished(bool keeps);
    bool keepsUnfinished() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_threads = all;
    std::uint64_t m_wakes = 0; ///< Counts wake() calls: none is missed between two waits.
    bool m_keepsUnfinished = false;
};

} // namespace aq
