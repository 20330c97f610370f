#include "core/jobs/scan_worker.h"

#include <utility>

namespace aq {

void ScanWorker::measure(ScanPiece& piece, const std::function<bool()>& mayGoOn)
{
    const std::vector<float>& h = piece.tensor->weights;
    ScanSums weighted;
    m_worker.setLook(h.empty()
            ? TileWorker::Look()
            : [&](std::int64_t first, std::span<const float> x, std::span<const float> y) {
                  weighted.addWeighted(first, x, y, h);
              });
    const TensorRange* range = piece.group->range ? &*piece.group->range : nullptr;
    m_worker.processAll(
        piece.group->tasks, piece.span(), range, [&](std::size_t, const TileResult& result) {
            ScanFound found{std::exchange(weighted, {}), {}};
            found.sums.sums = result.sums;
            if (h.empty()) {
                found.sums.weightedError = result.sums.dd;
                found.sums.weightedEnergy = result.sums.xx;
            }
            if (result.error && isReading(*result.error))
                piece.failure = result.error;
            else if (result.error)
                found.problem = result.error->detail;
            piece.found.push_back(std::move(found));
            return !piece.failure && mayGoOn();
        });
    m_worker.setLook({});
}

} // namespace aq
