#include "core/analysis/histogram.h"

#include <algorithm>
#include <cmath>

namespace aq {

Histogram histogramFor(double low, double high, int bins)
{
    if (low == high) {
        const double room = low == 0 ? 1 : std::abs(low) / 2;
        low -= room;
        high += room;
    }
    const double width = (high - low) / double(bins - 2);
    return {low - width, high + width, std::vector<std::int64_t>(std::size_t(bins)), 0, 0};
}

void addTo(Histogram& histogram, std::span<const float> values)
{
    const auto bins = std::int64_t(histogram.counts.size());
    const double scale = double(bins) / (histogram.high - histogram.low);
    for (const float value : values) {
        const double x = double(value);
        if (x < histogram.low)
            ++histogram.below;
        else if (x > histogram.high)
            ++histogram.above;
        else
            ++histogram.counts[std::size_t(
                std::min(bins - 1, std::int64_t((x - histogram.low) * scale)))];
    }
}

// Twice as many as wanted, so that enough are left when half of them turn out to be empty.
GrowingHistogram::GrowingHistogram(int bins)
    : m_counts(std::size_t((bins + 3) / 4 * 4 * 2))
{
}

void GrowingHistogram::add(double value)
{
    if (value == 0) {
        ++m_zeros;
        return;
    }
    if (std::abs(value) >= m_reach)
        growTo(std::abs(value));
    ++m_counts[binOf(value)];
}

std::size_t GrowingHistogram::binOf(double value) const
{
    // Rounding may take the largest double below the reach to it.
    return std::min(m_counts.size() - 1, std::size_t((value + m_reach) * m_scale));
}

void GrowingHistogram::growTo(double magnitude)
{
    if (m_reach == 0)
        m_reach = std::exp2(std::floor(std::log2(magnitude)));
    const std::size_t size = m_counts.size();
    while (magnitude >= m_reach) {
        std::vector<std::int64_t> wider(size);
        for (std::size_t i = 0; i < size; ++i)
            wider[size / 4 + i / 2] += m_counts[i];
        m_counts = std::move(wider);
        m_reach *= 2;
    }
    m_scale = double(size) / (2 * m_reach);
}

Histogram GrowingHistogram::histogram() const
{
    if (m_reach == 0)
        return {};
    std::vector<std::int64_t> counts = m_counts;
    const std::size_t middle = counts.size() / 2;
    counts[middle] += m_zeros;
    std::size_t half = middle;
    while (half > middle / 2 && counts[middle - half] == 0 && counts[middle + half - 1] == 0)
        --half;
    const double reach = double(half) * (m_reach / double(middle));
    return {-reach, reach,
        {counts.begin() + std::ptrdiff_t(middle - half),
            counts.begin() + std::ptrdiff_t(middle + half)},
        0, 0};
}

} // namespace aq
