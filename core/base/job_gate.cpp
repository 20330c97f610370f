#include "core/base/job_gate.h"

#include <chrono>

namespace aq {
namespace {

constexpr std::chrono::milliseconds askAgain(50); ///< Whether the job was cancelled.

} // namespace

void JobGate::setThreads(int threads)
{
    {
        const std::lock_guard lock(m_mutex);
        m_threads = threads;
    }
    m_changed.notify_all();
}

int JobGate::threads() const
{
    const std::lock_guard lock(m_mutex);
    return m_threads;
}

bool JobGate::waitForTurn(int worker, const std::function<bool()>& cancelled)
{
    std::unique_lock lock(m_mutex);
    while (worker >= m_threads) {
        const std::uint64_t seen = m_wakes;
        lock.unlock();
        if (cancelled())
            return false;
        lock.lock();
        m_changed.wait_for(lock, askAgain, [&] { return worker < m_threads || m_wakes != seen; });
    }
    return true;
}

void JobGate::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_wakes;
    }
    m_changed.notify_all();
}

void JobGate::setKeepsUnfinished(bool keeps)
{
    const std::lock_guard lock(m_mutex);
    m_keepsUnfinished = keeps;
}

bool JobGate::keepsUnfinished() const
{
    const std::lock_guard lock(m_mutex);
    return m_keepsUnfinished;
}

} // namespace aq
