#pragma once
#include "core/io/model_writer.h"
#include "core/jobs/repair_job.h"

#include <optional>

namespace aq {

/// A finished file that has not got its name yet. Without commit() it is gone with its writer.
struct RepairedFile {
    std::unique_ptr<ModelWriter> writer;
    ValidationReport report; ///< Of it; named as the final file.
};

/// Writes what quantizeModel() would write by `plan`, byte for byte, and validates it. Tensors that
/// `plan` treats as `request.job.plan` does are copied from `finished`, the file of that plan; all
/// others are quantized from the source.
/// @return Corrupt when `finished` is not what the report says; else errors as of quantizeModel().
Result<RepairedFile> writeRepaired(const RepairRequest& request, const ModelSource& finished,
    const QuantPlan& plan, const JobControl& control);

/// Fewer tensors miss a limit, or as many with a smaller error in all.
bool isImproved(const ValidationReport& after, const ValidationReport& before);

/// The whole way to a better file: chooseRepair(), writeRepaired(), and TensorDone for each tensor
/// that is stored otherwise now. Nothing when no raise is possible within the budget, or when the
/// new file is not better.
Result<std::optional<RepairedFile>> repairedFile(
    const RepairRequest& request, const ModelSource& finished, const JobControl& control);

} // namespace aq
