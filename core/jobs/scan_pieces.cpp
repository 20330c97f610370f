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
                pieces.spans.push_back(all[std::size_t((2 * i + 1) * count / (2 * wanted))]);
            return pieces;
        }
    }
    pieces.spans = cut(matrix, tileElements);
    pieces.all = std::int64_t(pieces.spans.size());
    return pieces;
}

} // namespace aq
