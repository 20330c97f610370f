#include "app/cli_thread_shares.h"

#include <algorithm>

namespace aq::cli {

ThreadShares::ThreadShares(int threads)
    : m_threads(threads)
{
}

void ThreadShares::join(JobGate& gate)
{
    const std::lock_guard lock(m_mutex);
    m_gates.push_back(&gate);
    share();
}

void ThreadShares::leave(JobGate& gate)
{
    const std::lock_guard lock(m_mutex);
    std::erase(m_gates, &gate);
    share();
}

void ThreadShares::share()
{
    const int jobs = int(m_gates.size());
    for (int i = 0; i < jobs; ++i)
        m_gates[std::size_t(i)]->setThreads(
            std::max(1, m_threads / jobs + (i < m_threads % jobs ? 1 : 0)));
}

} // namespace aq::cli
