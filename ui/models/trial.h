#pragma once
#include "core/plan/quant_plan.h"
#include "core/validate/validation_report.h"

#include <memory>

namespace aq {

/// One setting of a model to be compared with others: a plan, a measured trial, or a written file.
struct Trial {
    enum class Kind : std::uint8_t { Plan, Measured, File };
    int id = 0;
    Kind kind = Kind::Plan;
    QString title; ///< "Q4_K_M", "Local, 3 overrides", "flux-Q4_0.gguf"
    QString model; ///< Path of the source: only trials of one model are compared.
    std::shared_ptr<const QuantPlan> plan;          ///< Null: a file that other programs made.
    std::shared_ptr<const ValidationReport> report; ///< Null: sizes are known, errors are not yet.
    QString path;                                   ///< Of the file; empty: none was written.
};

} // namespace aq
