#pragma once
#include "core/io/format.h"
#include "core/plan/quant_plan.h"
#include "core/validate/validation_report.h"

#include <limits>
#include <memory>
#include <optional>

namespace aq {

/// What a trial makes of one tensor.
struct TrialTensor {
    QString scheme; ///< "q4_k"; "int4:64" where the group size is known; "keep".
    std::int64_t bytes = 0;
    double relRmse = std::numeric_limits<double>::quiet_NaN();   ///< NaN: not known.
    double cosineGap = std::numeric_limits<double>::quiet_NaN(); ///< 1 - cosine; NaN: not known.
    Status status = Status::Kept;

    bool isKept() const { return scheme == QLatin1StringView("keep"); }
    bool isKnown() const { return relRmse == relRmse; }
};

/// One per tensor of the model, in the order of its header.
using TrialTensors = std::vector<TrialTensor>;
using TrialTensorsPtr = std::shared_ptr<const TrialTensors>;

/// What a plan will make: sizes are exact; errors are known (0) only where nothing changes.
TrialTensors trialTensorsOf(const ModelHeader& header, const QuantPlan& plan);

/// What a report found, matched by name. Tensors that failed or that the report lacks have no known
/// error; without an entry they take no bytes. `plan`, when it is the one the report is of, adds
/// group sizes.
TrialTensors trialTensorsOf(
    const ModelHeader& header, const ValidationReport& report, const QuantPlan* plan = nullptr);

/// One setting of a model to be compared with others: a plan, a measured trial, or a written file.
struct Trial {
    enum class Kind : std::uint8_t {
        Plan,     ///< Sizes are known, errors not yet.
        Measured, ///< By a job of ours.
        File      ///< A file that was compared with the source, whoever made it.
    };
    int id = 0; ///< Unique in a list, never used again.
    Kind kind = Kind::Plan;
    QString title;                ///< "Q4_K_M", "flux-Q4_0.gguf"; the person may change it.
    std::optional<Recipe> recipe; ///< Nothing: a file that other programs made.
    std::shared_ptr<const QuantPlan> plan; ///< Of the recipe; null: there is none.
    TrialTensorsPtr tensors;               ///< Never null in a list.
    QString path;                          ///< Of the file; empty: none was written.
};

} // namespace aq
