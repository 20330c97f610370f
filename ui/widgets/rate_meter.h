#pragma once
#include <cstdint>
#include <deque>
#include <optional>

namespace aq {

/// Bytes per second over the last few seconds, and the time that is left. Times are handed in, so
/// that the same numbers always give the same answers.
class RateMeter {
public:
    void reset();
    /// @param seconds  since the job started, never smaller than the time before
    /// @param bytes    done so far; smaller than before: a new stage has begun, start afresh
    void add(double seconds, std::int64_t bytes);

    double since() const;          ///< Time of the oldest sample that counts; 0 without one.
    double bytesPerSecond() const; ///< Over the last `window` seconds; 0 until it is known.
    /// Seconds until `total` bytes are done; nothing while the rate is unknown.
    std::optional<double> secondsLeft(std::int64_t total) const;

    static constexpr double window = 5; ///< Seconds.

private:
    struct Sample {
        double seconds;
        std::int64_t bytes;
    };
    std::deque<Sample> m_samples;
};

} // namespace aq
