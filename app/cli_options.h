#pragma once
#include "app/cli_arguments.h"
#include "core/jobs/job.h"
#include "core/plan/recipe.h"

namespace aq::cli {

extern const std::vector<Option> planOptions;   ///< What is to be done with the tensors.
extern const std::vector<Option> jobOptions;    ///< How the work is done.
extern const std::vector<Option> reportOptions; ///< Where the result is told.
extern const std::vector<Option> sourceOptions; ///< What of the model is opened.

/// The recipe of the plan options, weakest first: profile, recipe file, single options. With an
/// output and neither --target nor --recipe its extension chooses the target; an extension of
/// another format than the recipe's is wrong usage unless --target is given. The output is neither
/// the recipe nor its importance matrix. Errors about a file are located at it; all others are
/// wrong usage (InvalidPlan).
/// @param start  in place of profile and recipe file; null: those of the options
Result<Recipe> recipeFrom(
    const Arguments& arguments, const QString& output = {}, const Recipe* start = nullptr);

Result<JobLimits> limitsFrom(const Arguments& arguments);

/// The files of --report; checked before any work is done, because a report that cannot be written
/// is found out too late otherwise. They differ from each other and from `output`; an existing file
/// needs --force, and the recipe and its importance matrix are never replaced (WriteFailed, located
/// at the file).
Result<QStringList> reportsFrom(
    const Arguments& arguments, const Recipe& recipe = {}, const QString& output = {});

/// WriteFailed when one of `paths` is a file of the model.
Result<void> checkSpared(const ModelSource& source, const QStringList& paths);

/// openModel() with --component; asking for one is an error where the model has none.
Result<ModelSource> openFrom(const Arguments& arguments, const QString& path);

/// The patterns of --sensitive and --layer that match no tensor, as they were given.
QStringList idlePatterns(const Arguments& arguments, const ModelHeader& header);

/// "512M", "2G", "65536": bytes, in powers of 1024.
Result<std::int64_t> parseSize(const QString& text);
Result<double> parseNumber(const QString& option, const QString& text);

Thresholds thresholdsOf(const Recipe& recipe);

} // namespace aq::cli
