#pragma once
#include "core/base/job_control.h"

#include <chrono>
#include <optional>

namespace aq {

/// Lets at most ten Progress values a second through. The last one is never lost: flush() hands it
/// on when the job ends.
class ProgressThrottle {
public:
    using Clock = std::chrono::steady_clock;
    using Sink = std::function<void(const Progress&)>;

    explicit ProgressThrottle(Sink sink);

    void add(const Progress& progress, Clock::time_point now = Clock::now());
    void flush(); ///< Hands on what is held back.

private:
    void emitHeld(Clock::time_point now);

    Sink m_sink;
    std::optional<Progress> m_held;
    std::optional<Clock::time_point> m_lastTime;
};

} // namespace aq
