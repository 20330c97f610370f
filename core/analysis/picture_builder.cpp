#include "core/analysis/picture_builder.h"

#include "core/quant/to_float.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace aq {
namespace {

constexpr std::size_t runElements = 4096; ///< Handled at once: fits L1.

/// Bins that show a range that may be as wide as two floats can be apart.
Histogram binsOf(const Moments& moments, int bins)
{
    return moments.count ? histogramFor(moments.min, moments.max, bins) : Histogram();
}

} // namespace

PictureBuilder::PictureBuilder(const Matrix& matrix, const PictureGrain& grain)
    : m_matrix(matrix)
    , m_grain(grain)
    , m_rowsPerChannel(
          std::max<std::int64_t>(1, (matrix.rows + grain.mostChannels - 1) / grain.mostChannels))
    , m_errors(grain.bins)
{
    dropSecondPass();
}

void PictureBuilder::addRange(std::span<const float> x)
{
    for (std::size_t at = 0; at < x.size(); at += runElements) {
        const auto run = x.subspan(at, std::min(runElements, x.size() - at));
        const auto finite = finiteOf(run, m_x);
        m_original.moments.add(finite);
        m_original.notFinite += std::int64_t(run.size() - finite.size());
    }
}

void PictureBuilder::endRange()
{
    const Moments& moments = m_original.moments;
    const double reach = outlierDeviations * moments.deviation();
    m_outlierLow = moments.mean - reach;
    m_outlierHigh = moments.mean + reach;
    dropSecondPass();
}

void PictureBuilder::dropSecondPass()
{
    m_original.outliers = 0;
    m_original.histogram = binsOf(m_original.moments, m_grain.bins);
    m_decoded = {{}, 0, 0, m_original.histogram};
    m_errors = GrowingHistogram(m_grain.bins);
    m_sums = {};
    const std::int64_t channels = (m_matrix.rows + m_rowsPerChannel - 1) / m_rowsPerChannel;
    m_channels.assign(std::size_t(channels), {});
    m_values = m_decodedValues = m_error = HeatMapBuilder(m_matrix, m_grain);
}

void PictureBuilder::add(
    std::int64_t first, std::span<const float> x, std::span<const float> y, Use use)
{
    for (std::size_t at = 0; at < x.size();) {
        const std::int64_t element = first + std::int64_t(at);
        const std::int64_t row = element / m_matrix.columns, column = element % m_matrix.columns;
        const std::size_t length
            = std::min({x.size() - at, std::size_t(m_matrix.columns - column), runElements});
        const auto runX = x.subspan(at, length);
        const auto runY = y.empty() ? y : y.subspan(at, length);
        if (int(use) & int(Use::Numbers))
            addNumbers(row, runX, runY);
        if (int(use) & int(Use::Maps))
            addMaps(row, column, runX, runY);
        at += length;
    }
}

void PictureBuilder::addNumbers(
    std::int64_t row, std::span<const float> x, std::span<const float> y)
{
    Channel& channel = m_channels[std::size_t(row / m_rowsPerChannel)];
    if (const auto finite = finiteOf(x, m_x); !finite.empty()) {
        const std::int64_t outliers = countInto(m_original, finite);
        const auto [least, most] = std::ranges::minmax(finite);
        channel.min = channel.count ? std::min(channel.min, double(least)) : double(least);
        channel.max = channel.count ? std::max(channel.max, double(most)) : double(most);
        for (const float value : finite)
            channel.xx += double(value) * double(value);
        channel.count += std::int64_t(finite.size());
        channel.outliers += outliers;
    }
    if (y.empty())
        return;
    const auto finite = finiteOf(y, m_y);
    m_decoded.moments.add(finite);
    m_decoded.notFinite += std::int64_t(y.size() - finite.size());
    countInto(m_decoded, finite);
    addErrors(channel, x, y);
}

/// Of pairs that are both finite.
void PictureBuilder::addErrors(Channel& channel, std::span<const float> x, std::span<const float> y)
{
    if (firstNonFinite(x) || firstNonFinite(y)) {
        m_x.clear();
        m_y.clear();
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (std::isfinite(x[i]) && std::isfinite(y[i])) {
                m_x.push_back(x[i]);
                m_y.push_back(y[i]);
            }
        }
        x = m_x;
        y = m_y;
    }
    m_sums.add(x, y);
    channel.pairs += std::int64_t(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double d = double(y[i]) - double(x[i]);
        channel.dd += d * d;
        m_errors.add(d);
    }
}

void PictureBuilder::addMaps(
    std::int64_t row, std::int64_t column, std::span<const float> x, std::span<const float> y)
{
    m_values.add(row, column, x);
    if (y.empty())
        return;
    m_decodedValues.add(row, column, y);
    m_d.resize(x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
        m_d[i] = std::abs(y[i] - x[i]);
    m_error.add(row, column, m_d);
}

/// @return how many are outliers
std::int64_t PictureBuilder::countInto(Side& side, std::span<const float> finite)
{
    if (side.histogram.counts.empty()) // Nothing of the original is finite.
        return 0;
    addTo(side.histogram, finite);
    const std::int64_t outliers = std::ranges::count_if(
        finite, [&](float x) { return double(x) < m_outlierLow || double(x) > m_outlierHigh; });
    side.outliers += outliers;
    return outliers;
}

std::span<const float> PictureBuilder::finiteOf(
    std::span<const float> x, std::vector<float>& buffer) const
{
    if (!firstNonFinite(x))
        return x;
    buffer.clear();
    std::ranges::copy_if(x, std::back_inserter(buffer), [](float v) { return std::isfinite(v); });
    return buffer;
}

ValueStats PictureBuilder::statsOf(const Side& side) const
{
    const Moments& moments = side.moments;
    ValueStats stats{.count = moments.count + side.notFinite,
        .notFinite = side.notFinite,
        .zeros = moments.zeros,
        .min = moments.min,
        .max = moments.max,
        .mean = moments.mean,
        .deviation = moments.deviation(),
        .kurtosis = moments.kurtosis()};
    if (moments.count)
        stats.outlierShare = double(side.outliers) / double(moments.count);
    return stats;
}

std::vector<ChannelRange> PictureBuilder::channels() const
{
    std::vector<ChannelRange> ranges;
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        const Channel& channel = m_channels[i];
        const std::int64_t first = std::int64_t(i) * m_rowsPerChannel;
        if (channel.count)
            ranges.push_back({first, std::min(m_rowsPerChannel, m_matrix.rows - first), channel.min,
                channel.max, std::sqrt(channel.xx / double(channel.count)),
                channel.pairs ? std::sqrt(channel.dd / double(channel.pairs)) : 0,
                channel.outliers});
    }
    return ranges;
}

TensorPicture PictureBuilder::picture(Decoded decoded) const
{
    TensorPicture picture;
    picture.rows = m_matrix.rows;
    picture.columns = m_matrix.columns;
    picture.original = statsOf(m_original);
    picture.originalHistogram = m_original.histogram;
    picture.channels = channels();
    picture.values = m_values.map();
    if (decoded == Decoded::None)
        return picture;
    const bool isKept = decoded == Decoded::Kept;
    picture.isKept = isKept;
    picture.decoded = statsOf(isKept ? m_original : m_decoded);
    picture.decodedHistogram = isKept ? m_original.histogram : m_decoded.histogram;
    picture.errorHistogram = m_errors.histogram();
    picture.sums = m_sums;
    picture.decodedValues = isKept ? picture.values : m_decodedValues.map();
    picture.error = m_error.map();
    return picture;
}

} // namespace aq
