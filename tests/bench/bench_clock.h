#pragma once
#include <chrono>
#include <ctime>

/// Seconds since it was made: of the calling thread's own CPU time where one thread does all the
/// work, so that other programs on the machine hardly count; of the wall clock where several do.
class BenchClock {
public:
    explicit BenchClock(int threads)
        : m_ownTime(threads == 1)
        , m_start(now())
    {
    }
    double seconds() const { return now() - m_start; }

private:
    double now() const
    {
#ifdef CLOCK_THREAD_CPUTIME_ID
        timespec time{};
        if (m_ownTime && clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
            return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
#endif
        const auto wall = std::chrono::steady_clock::now().time_since_epoch();
        return std::chrono::duration<double>(wall).count();
    }

    bool m_ownTime;
    double m_start;
};
