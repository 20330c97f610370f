#pragma once
#include "core/plan/findings.h"
#include "core/plan/quant_plan.h"
#include "core/plan/recipe.h"
#include "core/plan/target.h"

namespace aq {

// One wish of a person, applied to a recipe. Pure: values in, value out.

/// Takes the profile's values; patterns, overrides, keep rules and the target stay.
Recipe withProfile(Recipe recipe, const Profile& profile);
/// Whether a value that the profile sets was changed since.
bool isModified(const Recipe& recipe, const Profile& profile);
/// The words of a recipe mean the same width for every target: nothing else has to change.
Recipe withTarget(Recipe recipe, const Target& target);
/// With a repair of a finding. What it replaces is gone: one override per name.
Recipe withRepair(Recipe recipe, const Repair& repair);
/// Several repairs as one step; where they contradict each other, the last one counts.
Repair joined(std::span<const Repair> repairs);
/// Nothing as action: the names are no longer overridden. The order of the others stays.
Recipe withOverrides(Recipe recipe, const QStringList& names, const std::optional<Action>& action);

/// With each name overridden by what `plan` has for it, group size included, so that no profile,
/// rule or other default changes it. What cannot be quantized needs no lock.
Recipe withLocks(
    Recipe recipe, const QStringList& names, const ModelHeader& header, const QuantPlan& plan);

/// The narrowest simple glob that matches all names: parts that differ become `*`. A single name
/// is itself, with wildcards made literal.
QString patternFor(const QStringList& names);

} // namespace aq
