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
    FitProblem problem;            ///< Its tensors are those of `free`, in that order.
    std::vector<std::size_t> free; ///< Indices of tensors with candidates.
    double minCosine = 0;          ///< Of the recipe: what counts as acceptable.
    bool floorsPerWidth = true;
};
using FitModelPtr = std::shared_ptr<const FitModel>;

/// @param fileOverhead  bytes of the file that are no tensor's data, for the base plan
/// @param alignment     of every tensor's data in the file: 32 for GGUF, else 1
FitModelPtr makeFitModel(std::shared_ptr<const Candidates> candidates, SensitivityPtr sensitivity,
    std::int64_t fileOverhead, int alignment, const Thresholds& thresholds);

/// One answer, as people look at it.
struct Fit {
    FitAnswer answer;
    double error = 0;    ///< Total, as ErrorWeight says; 0: nothing changes.
    double worst = 0;    ///< Largest relRmse of a tensor.
    QString worstTensor; ///< Its name; empty: nothing changes.
    int missed = 0;      ///< Tensors below their floor (floorFor()) or the minimum cosine.
    double bitsPerWeight = 0;
};
Fit fitOf(const FitModel& model, FitAnswer answer);

/// Nothing: no answer is so small (so good).
std::optional<Fit> fitToBytes(const FitModel& model, std::int64_t fileBytes);
std::optional<Fit> fitToError(const FitModel& model, double error);

/// Points that are worth a look, smallest first; some may coincide or be missing.
struct FitSuggestion {
    enum class Kind : std::uint8_t {
        SmallestAcceptable, ///< Every tensor reaches its floor and the minimum cosine.
        Knee,               ///< Where a further byte begins to buy little: farthest from the chord
                            ///< of (bytes, log error).
        NearLossless ///< Total error 10 dB under that of 8 bits everywhere, or as near as it gets.
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
