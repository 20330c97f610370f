#pragma once
#include "core/fit/sensitivity.h"
#include "core/fit/solver.h"
#include "core/validate/validation_report.h"

namespace aq {

/// Everything that a fit of one model is solved from. Immutable, shared between threads.
struct FitModel {
    std::shared_ptr<const Candidates> candidates;
    SensitivityPtr sensitivity;
    ErrorWeight weight = ErrorWeight::Parameters;
    /// Its tensors are those of `free`, in that order; its choices are their candidates, in that
    /// order, so that an answer's indices are indices of candidates. Costs are the tensor's weight
    /// times CandidateError::error. What could not be measured, or has a problem, can never be
    /// chosen: it stands there as one byte more than keeping the tensor, at the same cost.
    FitProblem problem;
    std::vector<std::size_t> free; ///< Indices of tensors with candidates.
    std::vector<double> weights;   ///< Of all tensors in the header: docs/fit.md.
    double worst = 0;     ///< Recipe::fitWorst: choices with a larger relative RMSE are not usable.
    double minCosine = 0; ///< Of the thresholds: what counts as acceptable.
    bool floorsPerWidth = true;
};
using FitModelPtr = std::shared_ptr<const FitModel>;

/// The weight of errors is the recipe's (of `candidates->base`).
/// @param fileOverhead  bytes of the file that are no tensor's data, nor its padding to
///                      `alignment`, for the base plan
/// @param alignment     of every tensor's data in the file: 32 for GGUF, else 1
FitModelPtr makeFitModel(std::shared_ptr<const Candidates> candidates, SensitivityPtr sensitivity,
    std::int64_t fileOverhead, int alignment, const Thresholds& thresholds);

// Of one choice of the tensor FitModel::free[position].
bool isUsable(const FitModel& model, std::size_t position, int choice);
/// Below the minimum cosine or, with floorsPerWidth, the floor of its width: as judge() would say.
bool isMissed(const FitModel& model, std::size_t position, int choice);
double relRmseOf(const FitModel& model, std::size_t position, int choice);

/// One answer, as people look at it.
struct Fit {
    FitAnswer answer;
    /// Total, as ErrorWeight says; 0: nothing changes. With ErrorWeight::Parameters its square root
    /// is the error of the Compare page.
    double error = 0;
    double worst = 0;         ///< Largest relRmse of a tensor.
    QString worstTensor;      ///< Its name; empty: nothing changes.
    int missed = 0;           ///< Tensors below their floor (floorFor()) or the minimum cosine.
    double bitsPerWeight = 0; ///< As QuantPlan::bitsPerWeight(): data only.
};
Fit fitOf(const FitModel& model, FitAnswer answer);

/// Nothing: no answer is so small (so good).
std::optional<Fit> fitToBytes(const FitModel& model, std::int64_t fileBytes);
std::optional<Fit> fitToError(const FitModel& model, double error);

/// Points that are worth a look, in the order of Kind; some may coincide or be missing.
struct FitSuggestion {
    enum class Kind : std::uint8_t {
        SmallestAcceptable, ///< The smallest with every tensor at its floor and the minimum cosine.
        Knee, ///< Where a further byte begins to buy little: of the curve between the smallest
              ///< answer and NearLossless, the point farthest under the chord of
              ///< (bytes, log error). Missing when the curve has no point between.
        NearLossless ///< The smallest with no more error than 8 bits everywhere (else the type
                     ///< next above 8 bits, or kept).
    };
    Kind kind;
    Fit fit;
};
std::vector<FitSuggestion> suggestions(const FitModel& model);

/// The recipe with Recipe::fitted as the answer chose. Its plan has exactly the answer's types.
Recipe withFit(Recipe recipe, const FitModel& model, const FitAnswer& answer);
/// The answer that a plan of the same model stands for; nothing when one of its types is no
/// candidate. For showing where a recipe lies on the curve.
std::optional<FitAnswer> answerOf(const FitModel& model, const QuantPlan& plan);

/// A tensor whose type differs between two answers.
struct FitChange {
    std::size_t tensor; ///< Index in the header.
    int before, after;  ///< Into its candidates.
};
std::vector<FitChange> changesBetween(
    const FitModel& model, const FitAnswer& before, const FitAnswer& after);

} // namespace aq
