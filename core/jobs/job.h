#pragma once
#include "core/analysis/importance.h"
#include "core/base/job_control.h"
#include "core/base/job_gate.h"
#include "core/io/model_source.h"
#include "core/plan/quant_plan.h"
#include "core/validate/validation_report.h"

#include <QFuture>
#include <variant>

class QThreadPool;

namespace aq {

/// Everything a job needs, by value: nothing it reads can change under it.
struct JobLimits {
    int threads = 0;                              ///< 0: one per core.
    std::int64_t memoryBytes = 256 * 1024 * 1024; ///< For tiles; headers come on top.
    bool continueOnError = false; ///< Failed tensors are kept in source precision and listed.
};

struct QuantizeRequest {
    ModelSource source;
    QuantPlan plan;
    QString output;         ///< Final path. A temporary is written beside it.
    bool overwrite = false; ///< An existing output is replaced.
    Thresholds thresholds;
    JobLimits limits;
    ImportancePtr importance = {};        ///< Weights of columns in every search; may be null.
    QMap<QString, QString> metadata = {}; ///< More entries for the file, such as what was forced.
    bool hashSource = true; ///< GGUF: record the source's SHA-256, at the cost of reading it twice.
    /// Path of a journal; empty: none. With one, tensors that are written are noted there, and a
    /// job with the same source, plan and output goes on where the one before left off: after a
    /// crash, or, with JobGate::keepsUnfinished(), after a cancel or a failure of a disk. A journal
    /// that does not fit is replaced. Both are gone once the job has ended otherwise.
    QString journal = {};
};

/// A trial: errors tensor by tensor, nothing is written.
struct MeasureRequest {
    ModelSource source;
    QuantPlan plan;
    Thresholds thresholds;
    JobLimits limits;
    ImportancePtr importance = {};
};

struct DequantizeRequest {
    ModelSource source; ///< Quantized.
    QString output;     ///< .safetensors
    DType dtype = DType::F16;
    bool overwrite = false;
    JobLimits limits;
};

struct Finished {
    ValidationReport report;
    QString output; ///< Empty for a trial.
};
struct Failed {
    Error error;               ///< The first, in tensor order.
    std::vector<Error> errors; ///< All that were found before the job stopped.
    bool canResume = false;    ///< As of Cancelled: a disk failed, or the job was not begun.
};
struct Cancelled {
    bool canResume = false; ///< Its journal and temporary file were left, as the gate wished.
};
using JobEnd = std::variant<Finished, Failed, Cancelled>;

/// What a job tells the world: Progress at most ten times a second (the last is never lost), one
/// TensorDone per tensor in order, then one JobEnd.
using JobEvent = std::variant<Progress, TensorDone, JobEnd>;

/// Opens a header in the background too: a 100 MB header takes its time.
struct Opened {
    Result<ModelSource> source;
};

// The algorithms: no QObject, no event loop; the command line and the tests call them directly.
JobEnd quantizeModel(const QuantizeRequest& request, const JobControl& control);
JobEnd measureModel(const MeasureRequest& request, const JobControl& control);
JobEnd dequantizeModel(const DequantizeRequest& request, const JobControl& control);

// The same on `pool`, through QtConcurrent. A cancelled future may lack its JobEnd: whoever watches
// it supplies Cancelled (ui/widgets/job_watcher.h).
using GatePtr = std::shared_ptr<JobGate>;
QFuture<JobEvent> startQuantize(QThreadPool& pool, QuantizeRequest request, GatePtr gate = {});
QFuture<JobEvent> startMeasure(QThreadPool& pool, MeasureRequest request, GatePtr gate = {});
QFuture<JobEvent> startDequantize(QThreadPool& pool, DequantizeRequest request, GatePtr gate = {});
QFuture<JobEvent> startValidate(QThreadPool& pool, ModelSource original, ModelSource written,
    Thresholds thresholds, JobLimits limits, GatePtr gate = {});

/// Opens a model in the background; one result.
QFuture<Opened> startOpen(QThreadPool& pool, QString path, OpenOptions options);

/// Copies or moves a finished file to where the person wants it: temporary beside the target,
/// fsync, rename. The bytes are those that were validated.
Result<void> exportFile(
    const QString& from, const QString& to, bool overwrite, const JobControl& control);

} // namespace aq
