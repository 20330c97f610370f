#include "ui/widgets/rate_meter.h"

#include <algorithm>

namespace aq {

void RateMeter::reset() { m_samples.clear(); }

void RateMeter::add(double seconds, std::int64_t bytes)
{
    if (!m_samples.empty() && bytes < m_samples.back().bytes)
        m_samples.clear();
    m_samples.push_back({seconds, bytes});
    while (m_samples.size() > 2 && m_samples[1].seconds <= seconds - window)
        m_samples.pop_front();
}

double RateMeter::since() const { return m_samples.empty() ? 0 : m_samples.front().seconds; }

double RateMeter::bytesPerSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const double seconds = m_samples.back().seconds - m_samples.front().seconds;
    const auto bytes = m_samples.back().bytes - m_samples.front().bytes;
    return seconds > 0 ? double(bytes) / seconds : 0;
}

std::optional<double> RateMeter::secondsLeft(std::int64_t total) const
{
    const double rate = bytesPerSecond();
    if (rate <= 0)
        return std::nullopt;
    return double(std::max<std::int64_t>(0, total - m_samples.back().bytes)) / rate;
}

} // namespace aq
