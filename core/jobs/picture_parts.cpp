#include "core/jobs/picture_parts.h"

#include <algorithm>

namespace aq {
namespace {

using Use = PictureBuilder::Use;

constexpr std::int64_t fewestPieces = 1024; ///< Of a sample, so that every channel has some.

/// Pieces of a sample are smaller than tiles, but still a multiple of every group and block.
std::int64_t pieceLimit(std::int64_t elements, std::int64_t most)
{
    std::int64_t limit = tileElements;
    while (elements > most && limit > stripElements && most / limit < fewestPieces)
        limit /= 2;
    return limit;
}

/// Marks those of `candidates`, or as many of them, evenly spaced, as have about `most` elements.
/// @return whether some were passed over
bool choose(const std::vector<TileSpan>& pieces, const std::vector<std::size_t>& candidates,
    std::int64_t most, std::vector<bool>& chosen)
{
    std::int64_t elements = 0;
    for (const std::size_t piece : candidates)
        elements += pieces[piece].elements();
    const auto all = std::int64_t(candidates.size());
    const std::int64_t wanted = elements <= most
        ? all
        : std::clamp<std::int64_t>(
            std::int64_t(double(most) / double(elements) * double(all)), 1, all);
    for (std::int64_t i = 0; i < wanted; ++i)
        chosen[candidates[std::size_t((2 * i + 1) * all / (2 * wanted))]] = true;
    return wanted < all;
}

/// Elements of the tensor from the first to the last that the heat maps show.
std::pair<std::int64_t, std::int64_t> shownElements(
    const Matrix& shown, const PictureRequest& request)
{
    const std::int64_t lastRow = request.rows > 0
        ? std::min(shown.rows, request.firstRow + request.rows) - 1
        : shown.rows - 1;
    const std::int64_t endColumn = request.columns > 0
        ? std::min(shown.columns, request.firstColumn + request.columns)
        : shown.columns;
    return {request.firstRow * shown.columns + request.firstColumn,
        lastRow * shown.columns + endColumn};
}

} // namespace

PicturePlan picturePlan(const Matrix& read, const Matrix& shown, const PictureRequest& request)
{
    const auto pieces = cut(read, pieceLimit(read.elements(), request.mostElements));
    const auto [first, end] = shownElements(shown, request);
    std::vector<std::size_t> all, inMaps;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::int64_t start = firstElement(read, pieces[i], {});
        all.push_back(i);
        if (start < end && start + pieces[i].elements() > first)
            inMaps.push_back(i);
    }
    PicturePlan plan;
    std::vector<bool> forNumbers(pieces.size()), forMaps(pieces.size());
    if (!request.mapsOnly)
        plan.isSampled = choose(pieces, all, request.mostElements, forNumbers);
    const bool mapsAreSampled = choose(pieces, inMaps, request.mostElements, forMaps);
    plan.isSampled = request.mapsOnly ? mapsAreSampled : plan.isSampled;
    std::int64_t elements = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!forNumbers[i] && !forMaps[i])
            continue;
        plan.parts.push_back({pieces[i],
            forNumbers[i] && forMaps[i] ? Use::Both
                : forNumbers[i]         ? Use::Numbers
                                        : Use::Maps});
        elements += forNumbers[i] || request.mapsOnly ? pieces[i].elements() : 0;
    }
    plan.sampledRows
        = shown.columns ? std::min(shown.rows, (elements + shown.columns - 1) / shown.columns) : 0;
    return plan;
}

} // namespace aq
