#pragma once
#include "core/io/model_source.h"
#include "core/validate/trial_comparison.h"
#include "ui/charts/chart_legend.h"

#include <QPalette>

namespace aq {

/// A trial as the list and the pictures show it.
struct TrialLook {
    enum class Work : std::uint8_t { None, Waiting, Running };
    int id = 0;
    Trial::Kind kind = Trial::Kind::Plan;
    QString title;
    QString settings; ///< "GGUF for ComfyUI · Q4_K_M · 3 overrides"; of a file its path.
    TrialSums sums;   ///< Of all tensors.
    int slot = -1;    ///< Its colour and shape; -1: not compared.
    bool isBaseline = false;
    bool canUse = false; ///< It has a recipe.
    Work work = Work::None;
    double fraction = 0;  ///< Of the work.
    QString problem;      ///< Why it could not be measured; empty: it could, or was not tried.
    int dominatedBy = -1; ///< Position in the list of one that is better in both; -1: none is.
    bool isMeasured() const { return sums.isKnown() && kind != Trial::Kind::Plan; }
};

/// All that the compare page shows. A value: whoever owns the trials makes a new one.
struct TrialsView {
    ModelSource model; ///< None: no model is open.
    QString modelName;
    std::int64_t sourceBytes = 0; ///< Data of the source, without headers.
    std::vector<TrialLook> trials;
    std::vector<int> compared;            ///< Positions in `trials`, the baseline first.
    std::vector<TrialTensorsPtr> tensors; ///< As `compared`.
    Comparison comparison;                ///< Of `compared`, in that order.
    ErrorMeasure measure = ErrorMeasure::RelRmse;
    std::int64_t fitBytes = 0; ///< The size to fit; 0: none.

    const TrialLook& look(std::size_t at) const { return trials[std::size_t(compared[at])]; }
    const ModelHeader& header() const { return model.header(); }
};
constexpr int mostCompared = 4;

/// The colour of a trial in every picture; grey for those that are not compared.
QColor trialColor(int slot, const QPalette& palette);
LegendEntry::Mark trialMark(int slot); ///< Its shape.
/// The marks and names of what is compared, the baseline first.
std::vector<LegendEntry> trialLegend(const TrialsView& view, const QPalette& palette);
/// A trial's mark as an icon.
QPixmap trialIcon(int slot, const QPalette& palette, double pixelRatio, bool isFilled = true);

} // namespace aq
