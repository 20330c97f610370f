#pragma once
#include "core/fit/fit.h"
#include "core/jobs/scan.h"

namespace aq {

/// Builds a FitModel of a scan, with the file's overhead as quantizeModel() would write it.
/// `request.plan` is the base plan of the candidates.
Result<FitModelPtr> fitModelFor(const QuantizeRequest& request,
    std::shared_ptr<const Candidates> candidates, SensitivityPtr sensitivity);

struct FittedFile {
    Fit fit;
    Recipe recipe;              ///< With Recipe::fitted.
    QuantPlan plan;             ///< Of that recipe.
    std::int64_t fileBytes = 0; ///< Exactly what the file will have.
};

/// The best fit whose whole file has at most `bytes`: overhead that depends on the answer (the
/// recipe in the metadata) is counted, and the solver asked again with less until it holds.
/// InvalidPlan, "cannot fit …, the smallest is …", when there is none. `request` as above.
/// @param mostSolves  how often the solver is asked again; fewer are quicker, while a slider moves,
///                    and may leave some of the bytes unused
Result<FittedFile> fitFileToBytes(
    const QuantizeRequest& request, const FitModel& model, std::int64_t bytes, int mostSolves = 16);
/// The smallest file with at most this total error (squared, as Fit::error); InvalidPlan, "cannot
/// keep the error within …, the least is …" (roots, as people are shown), when there is none.
Result<FittedFile> fitFileToError(
    const QuantizeRequest& request, const FitModel& model, double error);

} // namespace aq
