#pragma once
#include "core/base/phrase.h"
#include "core/io/format.h"
#include "core/plan/quant_plan.h"

namespace aq {

enum class Severity : std::uint8_t {
    Note,    ///< Worth knowing; loads.
    Slow,    ///< Loads, but through a slow path.
    Blocking ///< Will not load, or not as planned: writing is refused unless forced.
};
const char* severityId(Severity severity); ///< "note", "slow", "blocking": stable.

/// A change to the recipe that removes a finding.
struct Repair {
    QString label
        = {}; ///< "Keep as F16": fit for a button. English; the window translates by `id`.
    /// "keep", "use-scheme", "reshape", "rename", "target", "architecture".
    const char* id = "";
    NamedRules overrides = {};                ///< Added to Recipe::overrides, before what is there.
    std::optional<QString> target = {};       ///< Or another target.
    std::optional<bool> stripPrefix = {};     ///< Or Recipe::stripPrefix.
    std::optional<QString> architecture = {}; ///< Or Recipe::architecture.
};

/// What a program that loads the planned file would stumble over.
struct Finding {
    Severity severity = Severity::Note;
    const char* id = "";      ///< Kind, stable: "name-too-long", "row-not-whole-blocks".
    std::int64_t tensor = -1; ///< Index into ModelHeader::tensors; -1: about the whole file.
    QString what = {};        ///< "row of 36 elements is not whole blocks of 256". English.
    QString why = {};         ///< "ComfyUI-GGUF reads …": what follows from it. English.
    Phrase whatPhrase = {};   ///< The same for translation; empty: only in English.
    Phrase whyPhrase = {};
    std::vector<Repair> repairs = {}; ///< The first is the one to suggest; none: notes, mostly.
    /// A blocking one may be overruled. False: there can be no such file, whoever insists.
    bool canForce = true;
    /// Ids of architectures that would do, where it is for a person to say which one it is.
    QStringList architectures = {};
};

/// Ids of all kinds that there are, in no order that means anything.
std::span<const char* const> findingIds();

/// Findings of `plan` for one program, with what no file can hold, blocking ones first, then in
/// tensor order. Pure and quick: 10,000 tensors in a few milliseconds.
std::vector<Finding> findingsFor(
    const Consumer& consumer, const ModelHeader& header, const QuantPlan& plan);

/// For the plan's own target: its consumer's, and what the format itself cannot hold.
std::vector<Finding> findingsOf(const ModelHeader& header, const QuantPlan& plan);

bool hasBlocking(std::span<const Finding> findings);
/// Whether one blocks that nobody can overrule.
bool hasUnforceable(std::span<const Finding> findings);

/// The recipe with a repair applied.
Recipe repaired(Recipe recipe, const Repair& repair);

} // namespace aq
