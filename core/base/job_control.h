#pragma once
#include <QString>
#include <cstdint>
#include <functional>
#include <memory>

namespace aq {

class JobGate;

/// How far a job is. Bytes are source bytes, so that the fraction is honest for every scheme.
struct Progress {
    std::int64_t bytesDone = 0;
    std::int64_t bytesTotal = 0;
    QString stage;  ///< Stable word: "quantize", "validate", "measure", "dequantize".
    QString tensor; ///< The one being worked on.
};

/// One tensor is finished: what a live chart needs.
struct TensorDone {
    std::int64_t index = 0; ///< Position in ModelHeader::tensors.
    QString name;
    QString scheme;     ///< "int4", or "keep".
    double relRmse = 0; ///< 0 for kept tensors.
    double sqnrDb = 0;  ///< +inf when nothing changed.
    double cosine = 1;
    double bitsPerWeight = 0; ///< Bytes written * 8 / weights.
    std::int64_t bytesBefore = 0;
    std::int64_t bytesAfter = 0;
    QString error; ///< Not empty: it failed and was kept (continue on error).
};

/// All that a running algorithm may ask of, and tell, the outside. Tests pass lambdas.
struct JobControl {
    std::function<bool()> cancelled = [] { return false; };
    std::function<void(const Progress&)> progress = [](const Progress&) {};
    std::function<void(const TensorDone&)> tensorDone = [](const TensorDone&) {};
    std::shared_ptr<JobGate> gate = {}; ///< Null: all threads, no pause, nothing is left behind.
};

} // namespace aq
