#pragma once
#include "core/jobs/scan.h"
#include "core/jobs/scan_memory.h"
#include "core/jobs/scan_pieces.h"
#include "core/jobs/tensor_task.h"

namespace aq {

/// Tasks of one tensor that read it in the same rows, and so share all that is read.
struct ScanGroup {
    static constexpr int fixed = -1;

    Matrix matrix;
    ScanPieces pieces;
    std::vector<TensorTask> tasks;
    std::vector<int> candidates;           ///< Of each task: what it measures, or `fixed`.
    std::vector<QByteArray> keys;          ///< Of each task: scanKey().
    std::optional<TensorRange> range = {}; ///< Of a task that has one group for the whole tensor.

    bool needsRange() const;
};

/// One tensor on its way through a scan.
struct ScanTensor {
    std::size_t index = 0;         ///< In the header.
    Sensitivity::Tensor result;    ///< All but what the groups will find.
    std::vector<ScanGroup> groups; ///< Empty: nothing is left to measure.
    std::vector<float> weights;    ///< h_j of the columns of its own rows; empty: all alike.

    CandidateError& errorOf(int candidate);
    std::int64_t pieces() const;       ///< Of all groups.
    std::int64_t readElements() const; ///< Of all groups.
    /// Once all groups are done: energy, elements measured, and a problem that all have.
    void complete();
};

/// What is to be measured of one tensor; what is in `memory` is taken from there. All that was read
/// is as good as a sample.
ScanTensor scanTensor(const ScanRequest& request, std::size_t index, const ScanMemory& memory);

/// An error that makes a candidate impossible to choose.
CandidateError impossible(const QString& problem);

} // namespace aq
