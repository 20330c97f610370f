#pragma once
#include "core/analysis/metrics.h"
#include "core/plan/recipe.h"
#include "core/tensor/tensor_info.h"

#include <QString>
#include <vector>

namespace aq {

enum class Status : std::uint8_t {
    Kept, ///< Byte-identical to the source.
    Passed,
    BelowFloor,   ///< Under the floor of its bit width.
    BelowMinimum, ///< Under the profile's minimum cosine.
    Failed        ///< Could not be quantized, decoded or found; see `message`.
};
const char* statusId(Status status); ///< "kept", "passed", "below-floor" …: stable.

struct TensorReport {
    QString name;
    QString scheme; ///< "int4" or "keep".
    QString reason; ///< reasonId(), and ": because".
    Shape shape;
    std::int64_t parameters = 0;
    std::int64_t bytesBefore = 0;
    std::int64_t bytesAfter = 0;
    ErrorSums sums;
    double bitsPerWeight = 0;
    double cosine = 1;
    double relRmse = 0;
    double sqnrDb = 0; ///< +inf: nothing changed.
    double maxError = 0;
    Status status = Status::Kept;
    QString message; ///< What is wrong, with the limit that was missed.
};

/// What counts as good enough. Shown, changeable, and written into the report.
struct Thresholds {
    double minCosine = 0.85;    ///< Per tensor, from the profile.
    bool floorsPerWidth = true; ///< Also require the floors of floorFor().
    bool operator==(const Thresholds&) const = default;
};

struct Floor {
    double cosine;
    double relRmse;
};
Floor floorFor(int codeBits); ///< seed-systems A5: INT8 .9999/.015, INT4 .990/.14 …

struct ReportSummary {
    bool passed = false;
    std::int64_t parameters = 0;
    std::int64_t bytesBefore = 0; ///< Of the source's files.
    std::int64_t bytesAfter = 0;  ///< Of the written file.
    double compressionRatio = 0;
    double bitsPerWeight = 0;
    double cosine = 1;  ///< Parameter-weighted over quantized tensors.
    double relRmse = 0; ///< Likewise: one large, good tensor does not hide small bad ones.
    double sqnrDb = 0;  ///< -20 log10(relRmse); +inf: nothing changed.
    double seconds = 0;
    qsizetype worst = -1; ///< Index of the tensor with the largest relRmse; -1: none quantized.
    QStringList failures; ///< "name: reason", in tensor order.
};

struct ValidationReport {
    int version = 1;
    QString program;        ///< "ArrowQuant 0.1.0"
    QString source, output; ///< Paths. Output is empty for a trial.
    Recipe recipe;
    Thresholds thresholds;
    ReportSummary summary;
    QString forced; ///< The file's arrowquant.forced: findings overruled when it was written.
    std::vector<TensorReport> tensors; ///< In source order.
};

/// Code bits of a scheme by id; 0 for "keep" and for float types, which have no floor.
int codeBitsOf(const QString& scheme);

/// Fills the derived numbers of `tensor` from its sums and judges it.
void judge(TensorReport& tensor, int codeBits, const Thresholds& thresholds);
/// Judges every tensor again and sums up: used after validation, and when thresholds change.
void summarise(ValidationReport& report);

} // namespace aq
