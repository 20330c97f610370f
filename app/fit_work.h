#pragma once
#include "core/fit/fit.h"
#include "core/jobs/fit_job.h"
#include "ui/models/fit_view.h"

#include <QHash>

namespace aq {

QString scanCacheFolder(); ///< "scans" in the user's cache folder.

/// What was measured of a model, for some candidates.
struct FitScan {
    std::shared_ptr<const Candidates> candidates;
    SensitivityPtr sensitivity;
};

/// All that fitting depends on, but for what is wished for.
struct FitWish {
    ModelSource source;
    Recipe recipe; ///< Without what was fitted and wished before: unfitted().
    ImportancePtr importance;
    Thresholds thresholds;
    JobLimits limits;
    QString cache;              ///< Folder of the scan's.
    std::int64_t mostElements;  ///< As of ScanRequest.
    std::vector<FitScan> scans; ///< Of this model, measured before.
};

/// The ground that every answer is solved on.
struct FitBasis {
    std::shared_ptr<const Candidates> candidates; ///< Null: `error` says why.
    SensitivityPtr sensitivity;                   ///< Null: something is to be measured first.
    FitModelPtr model;                            ///< Null: likewise.
    std::int64_t missing = 0; ///< Bytes of the source to be read for that; a sample's, or all.
    QuantizeRequest request;  ///< With the base plan.
    std::shared_ptr<const std::vector<FitSpot>> spots;
    QHash<QString, double> profileErrors;              ///< Relative RMSE, by profile id.
    std::int64_t smallest = 0, largest = 0, reach = 0; ///< As in FitView.
    double leastError = 0, mostError = 0;              ///< Relative RMSE.
    std::optional<Error> error;
};
using FitBasisPtr = std::shared_ptr<const FitBasis>;

Recipe unfitted(Recipe recipe); ///< Without fitted types, and without a wish.
ScanRequest scanRequestFor(const FitWish& wish, std::shared_ptr<const Candidates> candidates);

// What follows is pure but for the cache, and takes its time: for the background.

/// Finds what there is to choose; measures nothing, but takes what was measured before.
FitBasisPtr basisFor(const FitWish& wish);

struct FitQuestion {
    FitBasisPtr basis;
    std::int64_t bytes = 0; ///< 0: `error` is wished.
    double error = 0;       ///< Total error.
    bool follows = false;   ///< From another edit: no step of its own.
};
struct FitSolution {
    FitQuestion question;
    std::optional<FittedFile> file;    ///< Nothing: nothing is so small, or so close.
    std::optional<Error> problem = {}; ///< Of another kind.
};
FitSolution solve(const FitQuestion& question);

struct FitLookWish {
    FitBasisPtr basis;
    std::shared_ptr<const QuantPlan> plan;
    std::shared_ptr<const QuantPlan> before; ///< Null: the base plan.
    FitBaseline baseline = FitBaseline::Plan;
};
/// Where a plan lies, and how it came there.
struct FitLook {
    FitBasisPtr basis;
    std::shared_ptr<const QuantPlan> plan;
    std::optional<FitAnswer> answer; ///< Nothing: the plan has types that are no candidates.
    std::optional<FitNumbers> now;
    std::vector<FitChangeLine> changes;
    bool hasBaseline = false;
};
FitLook look(const FitLookWish& wish);

/// A search that begins with the answer of a recipe's plan.
struct FitRefineWish {
    FitBasisPtr basis;
    Recipe recipe;
    FitAnswer start;
    EvolutionOptions options;
};
struct FitRefined {
    FitRefineWish wish;
    Evolution found;
    std::optional<Recipe> recipe; ///< Better, and still what the recipe wishes; nothing: none is.
};
FitRefined refined(const FitRefineWish& wish, const JobControl& control,
    const std::function<void(const EvolutionStep&)>& stepped);

FitNumbers numbersOf(const Fit& fit, std::int64_t fileBytes);
/// Tensors that the person's own rules speak about, and those that lists do; both without choices.
int lockedByPerson(const Candidates& candidates);
int keptByLists(const Candidates& candidates);

} // namespace aq
