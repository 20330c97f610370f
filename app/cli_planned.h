#pragma once
#include "app/cli_arguments.h"
#include "core/analysis/importance.h"
#include "core/io/model_source.h"
#include "core/plan/quant_plan.h"

namespace aq::cli {

/// What plan, measure and quantize begin with.
struct Planned {
    ModelSource source;
    QuantPlan plan;
    ImportancePtr importance; ///< Of Recipe::importance; null: none was asked for.
};

/// Opens the model, plans, and loads the importance matrix. Notes patterns that match no tensor and
/// how many tensors use the matrix on standard error. Errors about a file are located at it; a
/// recipe that cannot be carried out is InvalidPlan.
Result<Planned> planFor(const Arguments& arguments, const Recipe& recipe);

/// The file that an error of planFor() is about: the model, or the importance matrix.
QString fileOf(const Error& error, const Arguments& arguments, const Recipe& recipe);

/// Wrong usage has no file to begin with; all other errors are about one: `path`, or the one they
/// are located at. @return the status to exit with.
int failFor(const Error& error, const QString& path, const char* command);

} // namespace aq::cli
