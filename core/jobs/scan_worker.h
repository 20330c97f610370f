#pragma once
#include "core/jobs/scan_sums.h"
#include "core/jobs/scan_tensor.h"
#include "core/jobs/tile_worker.h"

namespace aq {

/// What one task of a group came to on one piece.
struct ScanFound {
    ScanSums sums;
    QString problem;
};

/// One piece that is read for all tasks of a group.
struct ScanPiece {
    ScanTensor* tensor = nullptr;
    ScanGroup* group = nullptr;
    std::size_t number = 0; ///< Among the group's.
    std::vector<ScanFound> found;
    std::optional<Error> failure; ///< The file could not be read.

    const TileSpan& span() const { return group->pieces.spans[number]; }
};

/// One thread's reader, and what it adds up besides.
class ScanWorker {
public:
    explicit ScanWorker(const ModelSource& source)
        : m_worker(source, nullptr)
    {
    }
    void measure(ScanPiece& piece, const std::function<bool()>& mayGoOn);
    TileWorker& tiles() { return m_worker; }

private:
    TileWorker m_worker;
};

/// Whether a file could not be read; other errors are about values.
inline bool isReading(const Error& error) { return error.code != ErrorCode::Unsupported; }

} // namespace aq
