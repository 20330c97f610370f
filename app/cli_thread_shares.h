#pragma once
#include "core/base/job_gate.h"

#include <mutex>
#include <vector>

namespace aq::cli {

/// Shares a number of threads among the jobs that are at work, through their gates: all that are
/// there, whenever a job begins or ends. Any thread may call anything.
class ThreadShares {
public:
    explicit ThreadShares(int threads);

    void join(JobGate& gate);
    void leave(JobGate& gate);

private:
    void share();

    const int m_threads;
    std::mutex m_mutex;
    std::vector<JobGate*> m_gates; ///< Those who came first get what does not divide.
};

} // namespace aq::cli
