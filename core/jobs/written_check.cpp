#include "core/jobs/written_check.h"

#include "core/jobs/tensor_pipeline.h"
#include "core/validate/validate.h"

namespace aq {

Result<ValidationReport> validateWritten(
    const QuantizeRequest& request, const QString& path, const JobControl& control)
{
    const auto written = openModel(path);
    if (!written)
        return written.error();
    return validate({.original = request.source,
                        .written = *written,
                        .thresholds = request.thresholds,
                        .threads = threadsFor(request.limits),
                        .plan = &request.plan},
        control);
}

JobControl laterPart(const JobControl& control, std::int64_t before, std::int64_t afterwards)
{
    JobControl part = control;
    part.tensorDone = [](const TensorDone&) {};
    part.progress = [&control, before, afterwards](const Progress& progress) {
        const double share
            = progress.bytesTotal ? double(progress.bytesDone) / double(progress.bytesTotal) : 1;
        control.progress({before + std::int64_t(share * double(afterwards)), before + afterwards,
            progress.stage, progress.tensor});
    };
    return part;
}

} // namespace aq
