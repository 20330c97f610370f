#include "core/jobs/progress_throttle.h"

namespace aq {

constexpr auto interval = std::chrono::milliseconds(100);

ProgressThrottle::ProgressThrottle(Sink sink)
    : m_sink(std::move(sink))
{
}

void ProgressThrottle::add(const Progress& progress, Clock::time_point now)
{
    m_held = progress;
    if (!m_lastTime || now - *m_lastTime >= interval)
        emitHeld(now);
}

void ProgressThrottle::flush()
{
    if (m_held)
        emitHeld(Clock::now());
}

void ProgressThrottle::emitHeld(Clock::time_point now)
{
    m_lastTime = now;
    m_sink(*m_held);
    m_held.reset();
}

} // namespace aq
