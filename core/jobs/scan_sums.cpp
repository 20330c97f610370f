#include "core/jobs/scan_sums.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace aq {
namespace {

constexpr std::size_t lanes = 8; ///< Sums side by side: the order is fixed, and fit for vectors.

/// One run of columns.
void add(ScanSums& to, std::span<const float> x, std::span<const float> y, const float* h)
{
    std::array<double, lanes> error{}, energy{};
    const auto addOne = [&](std::size_t i, std::size_t lane) {
        const double weight = double(h[i]), value = double(x[i]), off = value - double(y[i]);
        error[lane] += weight * off * off;
        energy[lane] += weight * value * value;
    };
    std::size_t i = 0;
    for (; i + lanes <= x.size(); i += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            addOne(i + lane, lane);
    for (; i < x.size(); ++i)
        addOne(i, i % lanes);
    to.weightedError += std::accumulate(error.begin(), error.end(), 0.0);
    to.weightedEnergy += std::accumulate(energy.begin(), energy.end(), 0.0);
}

double ratio(double error, double energy)
{
    if (error == 0)
        return 0;
    return energy > 0 ? error / energy : std::numeric_limits<double>::infinity();
}

} // namespace

void ScanSums::addWeighted(std::int64_t first, std::span<const float> x, std::span<const float> y,
    std::span<const float> h)
{
    for (std::size_t done = 0; done < x.size();) {
        const std::size_t column = (std::size_t(first) + done) % h.size();
        const std::size_t count = std::min(h.size() - column, x.size() - done);
        add(*this, x.subspan(done, count), y.subspan(done, count), h.data() + column);
        done += count;
    }
}

void ScanSums::merge(const ScanSums& next)
{
    sums.merge(next.sums);
    weightedError += next.weightedError;
    weightedEnergy += next.weightedEnergy;
}

CandidateError candidateError(std::span<const ScanSums> pieces, std::int64_t allPieces)
{
    ScanSums total;
    for (const ScanSums& piece : pieces)
        total.merge(piece);
    CandidateError error{.sums = total.sums};
    error.error = ratio(total.weightedError, total.weightedEnergy);
    const auto n = double(pieces.size());
    if (std::int64_t(pieces.size()) >= allPieces || total.weightedError == 0)
        return error;
    error.standardError = error.error;
    if (pieces.size() < 2 || !std::isfinite(error.error))
        return error;
    double squares = 0;
    for (const ScanSums& piece : pieces) {
        const double residual = piece.weightedError - error.error * piece.weightedEnergy;
        squares += residual * residual;
    }
    const double mean = total.weightedEnergy / n, unseen = 1 - n / double(allPieces);
    error.standardError = std::sqrt(unseen / n * squares / (n - 1)) / mean;
    return error;
}

} // namespace aq
