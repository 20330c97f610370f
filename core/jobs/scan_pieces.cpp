#include "core/jobs/scan_pieces.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace aq {
namespace {

constexpr std::int64_t runs = 64;
constexpr std::int64_t leastRun = 1 << 10; ///< A multiple of every group and block.

std::int64_t runElements(std::int64_t mostElements)
{
    const auto wanted
        = std::bit_floor(std::uint64_t(std::max<std::int64_t>(mostElements / runs, 1)));
    return std::clamp(std::int64_t(wanted), leastRun, tileElements);
}

/// Numbers that look random, the same everywhere (SplitMix64: Steele, Lea, Flood 2014).
std::uint64_t scattered(std::uint64_t number)
{
    std::uint64_t x = (number + 1) * 0x9E3779B97F4A7C15;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return x ^ (x >> 31);
}

/// One of each `wanted` equal parts of `count` pieces, at no fixed distance: rows may repeat in
/// some period (heads, channels).
std::int64_t chosen(std::int64_t part, std::int64_t wanted, std::int64_t count)
{
    const std::int64_t first = part * count / wanted, end = (part + 1) * count / wanted;
    return first + std::int64_t(scattered(std::uint64_t(part)) % std::uint64_t(end - first));
}

} // namespace

std::int64_t ScanPieces::elements() const
{
    return std::accumulate(spans.begin(), spans.end(), std::int64_t(0),
        [](std::int64_t sum, const TileSpan& span) { return sum + span.elements(); });
}

ScanPieces scanPieces(const Matrix& matrix, std::int64_t mostElements)
{
    ScanPieces pieces;
    const double elements = double(matrix.elements());
    if (mostElements > 0 && matrix.elements() > mostElements) {
        const auto all = cut(matrix, runElements(mostElements));
        const auto count = std::int64_t(all.size());
        const auto wanted = std::max<std::int64_t>(
            std::int64_t(double(mostElements) / elements * double(count)), 2);
        if (wanted < count) {
            pieces.all = count;
            for (std::int64_t i = 0; i < wanted; ++i)
                pieces.spans.push_back(all[std::size_t(chosen(i, wanted, count))]);
            return pieces;
        }
    }
    pieces.spans = cut(matrix, tileElements);
    pieces.all = std::int64_t(pieces.spans.size());
    return pieces;
}

} // namespace aq
