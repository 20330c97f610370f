#pragma once
#include "core/plan/recipe.h"
#include "core/validate/validation_report.h"

namespace aq {

/// The arrowquant-cli line that quantizes `model` with `recipe` into `output`, quoted for a POSIX
/// shell. It names what differs from the profile. The rules of a loaded recipe have no option: then
/// the line reads the plan from `--recipe`, a file that the person saves.
/// `overrules`: findings block the plan, and are overruled.
QString equivalentCommand(
    const QString& model, const Recipe& recipe, const QString& output, bool overrules = false);

/// The arrowquant-cli line that compares two files.
QString validateCommand(const QString& original, const QString& written, const Thresholds& limits);

QString shellQuoted(const QString& word); ///< Unchanged when no shell would touch it.

} // namespace aq
