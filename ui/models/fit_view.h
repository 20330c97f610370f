#pragma once
#include "core/fit/evolution.h"
#include "core/fit/fit.h"

#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace aq {

/// A point of the picture of a fit: of its curve, or one with a mark and a name.
struct FitSpot {
    enum class Kind : std::uint8_t { Curve, Suggestion, Recipe, Profile };
    Kind kind = Kind::Curve;
    QString title = {};     ///< "Knee", "Q4_K_M"; of the curve empty.
    QString about = {};     ///< A sentence; empty: none.
    std::int64_t bytes = 0; ///< Of the file.
    double error = 0;       ///< Relative RMSE: the root of the total error. 0: nothing changes.
};

/// A tensor whose type is not what it was.
struct FitChangeLine {
    QString tensor, before, after;
    std::int64_t bytes = 0;                 ///< More than before; less than 0: fewer.
    double errorBefore = 0, errorAfter = 0; ///< Relative RMSE of the tensor.
    double cost = 0;                        ///< What it adds to the total error, more than before.
};

/// What "what changed" is measured from.
enum class FitBaseline : std::uint8_t {
    Plan, ///< The plan as it was before it was fitted.
    Point ///< The answer before this one.
};

/// What a plan comes to, as its file would be.
struct FitNumbers {
    std::int64_t bytes = 0; ///< Of the file; exact once the plan is fitted.
    bool isExact = false;
    double bitsPerWeight = 0;
    double error = 0; ///< Relative RMSE of all.
    double worst = 0; ///< Of the worst tensor.
    QString worstTensor;
    int missed = 0; ///< Tensors below their floor or the minimum cosine.
};

/// The search for something better than the solver's answer.
struct FitRefining {
    bool isRunning = false;
    int generations = 0; ///< At most; 0: none was started.
    std::vector<EvolutionStep> history;
    QString outcome; ///< One sentence, once it has ended.
};

/// All that the panel "Fit to a size" shows. A value: whoever fits makes a new one.
struct FitView {
    enum class Stage : std::uint8_t {
        Empty,      ///< No model is open, or its plan cannot be made.
        Preparing,  ///< What there is to measure, or the curve, is being worked out.
        Impossible, ///< This model and target have nothing to choose.
        Unmeasured, ///< Ready to be measured.
        Measuring,
        Ready
    };
    Stage stage = Stage::Empty;
    QString problem; ///< Why it is empty or impossible, or why measuring ended; translated.

    double fraction = 0;               ///< Of the measurement.
    std::optional<double> secondsLeft; ///< Nothing: unknown.
    std::int64_t candidates = 0;       ///< That are, or would be, measured.
    int tensors = 0;                   ///< Of which there is a choice.
    bool isSampled = false;            ///< Of large tensors only a part was measured.

    std::int64_t sourceBytes = 0;           ///< Of the model's files.
    std::int64_t smallest = 0, largest = 0; ///< Sizes of files that can be had.
    std::int64_t reach = 0; ///< Up to which sizes are worth a look; at most `largest`.
    double leastError = 0, mostError = 0; ///< Relative RMSE at both ends.
    /// By size. The curve and its marks; never null.
    std::shared_ptr<const std::vector<FitSpot>> spots
        = std::make_shared<const std::vector<FitSpot>>();
    ErrorWeight weight = ErrorWeight::Parameters;

    bool isFitted = false;         ///< The plan has what was fitted.
    bool canRefine = false;        ///< And what it came to is known: a search can begin with it.
    std::int64_t wishedBytes = 0;  ///< 0: no size is wished.
    double wishedError = 0;        ///< Relative RMSE; 0: no error is wished.
    bool cannotFit = false;        ///< Nothing is so small, or so close, as was wished.
    std::optional<FitNumbers> now; ///< Of the plan as it is; nothing: it is not on the curve.
    FitBaseline baseline = FitBaseline::Plan;
    std::vector<FitChangeLine> changes;
    bool hasBaseline = false; ///< There is something that the changes are relative to.
    int lockedByPerson = 0;   ///< Tensors that overrides and patterns speak about.
    int keptByLists = 0;      ///< Those that keep-lists, rules and sizes speak about.

    FitRefining refining;
};

} // namespace aq
