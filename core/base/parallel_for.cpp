#include "core/base/parallel_for.h"

#include "core/base/job_gate.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace aq {

struct WorkerPool::State {
    std::mutex mutex;
    std::condition_variable wake, idle;
    const Work* work = nullptr;
    JobGate* gate = nullptr;
    const std::function<bool()>* cancelled = nullptr;
    std::size_t items = 0;
    std::atomic<std::size_t> next{0};
    std::size_t round = 0; ///< Counts run() calls, so that a worker joins each one once.
    int busy = 0;
    bool stopping = false;
    bool wasCancelled = false; ///< Of the calling thread only.
    std::exception_ptr error;
    std::vector<std::thread> threads;

    bool allTaken() const { return next >= items; }

    /// Nothing is left to take: whoever waits for a turn waits for nothing.
    void release()
    {
        if (gate)
            gate->wake();
    }

    bool isTurnOf(int worker)
    {
        if (!gate)
            return true;
        return gate->waitForTurn(worker, [&] {
            if (allTaken())
                return true;
            if (worker == 0)
                wasCancelled = (*cancelled)();
            return worker == 0 && wasCancelled;
        });
    }

    void takeItems(int worker)
    {
        try {
            while (isTurnOf(worker)) {
                const std::size_t item = next++;
                if (item + 1 >= items)
                    release();
                if (item >= items)
                    return;
                (*work)(item, worker);
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!error)
                error = std::current_exception();
        }
        next = items; // The turn did not come, or the work failed.
        release();
    }

    void serve(int worker)
    {
        std::unique_lock lock(mutex);
        for (std::size_t seen = 0;;) {
            wake.wait(lock, [&] { return stopping || round != seen; });
            if (stopping)
                return;
            seen = round;
            lock.unlock();
            takeItems(worker);
            lock.lock();
            if (--busy == 0)
                idle.notify_one();
        }
    }
};

WorkerPool::WorkerPool(int threads)
    : m_state(new State)
{
    try {
        for (int worker = 1; worker < resolvedThreads(threads); ++worker)
            m_state->threads.emplace_back([this, worker] { m_state->serve(worker); });
    } catch (const std::system_error&) { // The system has no more: fewer do the same work.
    }
}

WorkerPool::~WorkerPool()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->wake.notify_all();
    for (std::thread& thread : m_state->threads)
        thread.join();
    delete m_state;
}

int WorkerPool::threads() const { return int(m_state->threads.size()) + 1; }

void WorkerPool::run(std::size_t items, const Work& work)
{
    run(items, work, nullptr, [] { return false; });
}

bool WorkerPool::run(
    std::size_t items, const Work& work, JobGate* gate, const std::function<bool()>& cancelled)
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->work = &work;
        m_state->gate = gate;
        m_state->cancelled = &cancelled;
        m_state->wasCancelled = false;
        m_state->items = items;
        m_state->next = 0;
        m_state->error = nullptr;
        m_state->busy = int(m_state->threads.size());
        ++m_state->round;
    }
    m_state->wake.notify_all();
    m_state->takeItems(0);
    std::unique_lock lock(m_state->mutex);
    m_state->idle.wait(lock, [&] { return m_state->busy == 0; });
    if (m_state->error)
        std::rethrow_exception(m_state->error);
    return !m_state->wasCancelled;
}

int resolvedThreads(int wanted)
{
    return wanted > 0 ? wanted : std::max(1, int(std::thread::hardware_concurrency()));
}

} // namespace aq
