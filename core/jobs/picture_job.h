#pragma once
#include "core/analysis/importance.h"
#include "core/analysis/tensor_picture.h"
#include "core/base/job_control.h"
#include "core/io/model_source.h"
#include "core/plan/quant_plan.h"

#include <QFuture>

class QThreadPool;

namespace aq {

/// Which tensor is to be looked at, how it is to be quantized for it, and how fine.
struct PictureRequest {
    ModelSource source = {};
    std::int64_t tensor = 0; ///< Position in ModelHeader::tensors.
    std::optional<TensorPlan> plan
        = {};                 ///< Encoded and decoded by it, in memory. Without a scheme: kept.
    ModelSource written = {}; ///< Or: decoded from this file, by name. Neither: original only.
    ImportancePtr importance = {};  ///< For the search; may be null.
    const Target* target = nullptr; ///< Of the plan: types of scales, and of floats it writes.

    int bins = 128; ///< At least 4.
    int mostChannels = 512;
    int cells = 128; ///< Of the heat maps, in each direction at most.
    // The part shown by the heat maps; 0 rows or columns: all from the first on.
    std::int64_t firstRow = 0, rows = 0, firstColumn = 0, columns = 0;
    bool mapsOnly = false; ///< Nothing but the heat maps: for zooming, only their part is read.
    std::int64_t mostElements = 64 << 20; ///< Larger tensors are sampled by runs of rows.
};

/// Reads the tensor twice (once for the range of the bins), piece by piece: memory is bounded by
/// pieces. With a plan the values are those that a job with it would write. The same picture every
/// time. Progress has the stage "picture".
/// @return  Cancelled when control.cancelled() said so; Unsupported for tensors that are not floats
///          or cannot be decoded, and InvalidPlan when `written` has no such tensor. A plan that
///          does not fit the values is no error: see TensorPicture::problem.
Result<TensorPicture> pictureOf(const PictureRequest& request, const JobControl& control);

struct Pictured {
    Result<TensorPicture> picture;
};
/// The same in the background; one result. A cancelled future may have none.
QFuture<Pictured> startPicture(QThreadPool& pool, PictureRequest request);

} // namespace aq
