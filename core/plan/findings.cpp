#include "core/plan/findings.h"
#include "core/plan/finding_checks.h"

#include <algorithm>
#include <tuple>

namespace aq {

namespace {

constexpr const char* ids[] = {
    "type-not-in-format",
    "no-elements",
    "name-twice",
    "split-part",
    "row-not-whole-blocks",
    "half-range",
    "not-decoded",
    "groups-unused",
    "architecture-missing",
    "architecture-unknown",
    "layout-diffusers",
    "prefix",
    "full-checkpoint",
    "no-source-metadata",
    "name-too-long",
    "type-slow",
    "type-not-read",
    "dimensions",
    "reshaped",
};
static_assert(std::size(ids) == std::size_t(Kind::Count));

/// What makes the file none, for any program.
constexpr Check wholeChecks[] = {checkTypesInFormat, checkElements, checkNamesDiffer, checkParts};
constexpr Check formatChecks[] = {checkFallbacks, checkDecoded, checkGroups, checkHalfRange};
constexpr Check consumerChecks[]
    = {checkArchitecture, checkLayout, checkPrefix, checkWholeCheckpoint, checkSourceMetadata,
        checkNameLength, checkTypesRead, checkDimensions, checkReshaped};

template <std::size_t n>
void look(const Check (&checks)[n], const Inspection& in, Findings& found)
{
    for (const Check check : checks)
        check(in, found);
}

/// The worst first, those that nobody can overrule before others; then what is about the whole
/// file, then in tensor order.
Findings sorted(Findings found)
{
    for (Finding& finding : found) {
        finding.what = finding.whatPhrase.english();
        finding.why = finding.whyPhrase.english();
    }
    std::ranges::stable_sort(found, [](const Finding& a, const Finding& b) {
        return std::tuple(b.severity, a.canForce, a.tensor)
            < std::tuple(a.severity, b.canForce, b.tensor);
    });
    return found;
}

} // namespace

const char* idOf(Kind kind) { return ids[std::size_t(kind)]; }

std::span<const char* const> findingIds() { return ids; }

const char* severityId(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return "note";
    case Severity::Slow:
        return "slow";
    case Severity::Blocking:
        return "blocking";
    }
    return "";
}

std::vector<Finding> findingsFor(
    const Consumer& consumer, const ModelHeader& header, const QuantPlan& plan)
{
    Findings found;
    look(wholeChecks, {header, plan, nullptr}, found);
    look(consumerChecks, {header, plan, &consumer}, found);
    return sorted(std::move(found));
}

std::vector<Finding> findingsOf(const ModelHeader& header, const QuantPlan& plan)
{
    Findings found;
    look(wholeChecks, {header, plan, nullptr}, found);
    look(formatChecks, {header, plan, nullptr}, found);
    if (plan.target->consumer) {
        const Consumer* consumer = consumerNamed(QString::fromLatin1(plan.target->consumer));
        look(consumerChecks, {header, plan, consumer}, found);
    }
    return sorted(std::move(found));
}

bool hasBlocking(std::span<const Finding> findings)
{
    return std::ranges::count(findings, Severity::Blocking, &Finding::severity) > 0;
}

bool hasUnforceable(std::span<const Finding> findings)
{
    return std::ranges::any_of(findings, [](const Finding& finding) {
        return finding.severity == Severity::Blocking && !finding.canForce;
    });
}

Recipe repaired(Recipe recipe, const Repair& repair)
{
    // The first override of a name counts: the repair's.
    recipe.overrides.prepend(repair.overrides);
    recipe.target = repair.target.value_or(recipe.target);
    recipe.stripPrefix = repair.stripPrefix.value_or(recipe.stripPrefix);
    recipe.architecture = repair.architecture.value_or(recipe.architecture);
    return recipe;
}

} // namespace aq
