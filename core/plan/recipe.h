#pragma once
#include "core/base/result.h"
#include "core/plan/named_rules.h"
#include "core/tensor/tensor_info.h"

#include <QByteArray>
#include <QStringList>
#include <optional>
#include <span>
#include <vector>

class QJsonObject;

namespace aq {

/// How the errors of tensors add up to one number: docs/fit.md. With e = relRmse^2 of a tensor,
/// weighted by the importance of its columns where a matrix is loaded:
enum class ErrorWeight : std::uint8_t {
    Parameters, ///< sum of e * its share of the parameters: the default.
    Energy,     ///< sum of squared errors / sum of squared weights of all: large values count.
    Tensors     ///< mean of e: every tensor counts alike.
};

/// Every field of a built-in profile: seed-systems A1.3.
struct Profile {
    const char* id;       ///< "edge"
    const char* title;    ///< "Edge"
    const char* hardware; ///< "2–4 GB RAM, ARM64"
    int bits;
    int groupSize;
    double minCosine; ///< A5: lax; the report also has floors per bit width.
    int timeGroups;
    bool timeAware;
    bool spatial;
    int calibrationSamples;
    int targetSizeMb;           ///< Of a deployed package; 0: not stated.
    int storageMb;              ///< That a deployment asks for; 0: not stated.
    bool keepSensitive = false; ///< This and the next four are equal in all profiles.
    bool failFast = false;      ///< Stop at the first tensor that fails.
    bool streaming = true;      ///< Our jobs always stream; base mode asked for whole layers.
    int threads = 0;            ///< 0: one per core.
    int memoryLimitMb = 0;      ///< 0: none.
};
std::span<const Profile> profiles();         ///< edge, local, cloud.
const Profile* profileNamed(QStringView id); ///< Also "base", A1.3's base_mode(). Null if unknown.

/// What the person asked for. A document (JSON, versioned) that knows no model.
struct Recipe {
    int version = 1;
    QString name;
    QString profile = QStringLiteral("local");
    QString target = QStringLiteral("arrow"); ///< Id in targets().
    /// Default for weights: an id in schemes() or namedRecipes(). Words of another family than the
    /// target's mean the same width there: target_scheme.h.
    QString scheme = QStringLiteral("int4");
    int groupSize = 128; ///< 0: per tensor.
    Symmetry symmetry = Symmetry::Asymmetric;
    ScaleType scaleType = ScaleType::F16;
    Search search = Search::Balanced; ///< Affine: applied to 4 bits and fewer.

    bool keepOneDimensional = true;
    std::int64_t keepBelowElements = 1024; ///< Tensors with fewer elements keep their type.
    bool keepSensitive = false;            ///< The built-in sensitive names: seed-systems A2.5.
    QStringList sensitiveNames;            ///< Exact names that are kept.
    QStringList sensitivePatterns;         ///< Patterns that are kept (same language as Rule).
    bool keepArchitectureList = true; ///< Tensors that the recognised architecture needs exact.
    QString architecture;             ///< Id in architectures(), chosen; empty: as recognised.
    bool stripPrefix = false;   ///< Names lose what other programs put before: Recognition::prefix.
    QString importance;         ///< Path of an imatrix file; empty: all columns matter alike.
    std::vector<Rule> rules;    ///< Of the recipe; first match wins.
    std::vector<Rule> patterns; ///< Of the user; first match wins, over everything above.
    NamedRules overrides;       ///< Of single rows: `pattern` is an exact name.
    /// What the solver chose for this model, by exact name. Stronger than the default and its mix,
    /// weaker than all else: keep-lists, rules, patterns and overrides are its constraints.
    NamedRules fitted;
    std::int64_t fitBytes = 0; ///< Largest size of the written file; 0: none is wished.
    double fitError = 0;       ///< Largest total error, as errorWeight says; 0: none is wished.
    double fitWorst = 0;       ///< Largest relative RMSE of a tensor that is fitted; 0: any.
    ErrorWeight errorWeight = ErrorWeight::Parameters;
    bool repair = false; ///< Tensors that miss a limit are raised and written again, after the run.

    double minCosine = 0.85;
    int timeGroups = 10; ///< This and the next four are carried for calibrated runs.
    bool timeAware = true;
    bool spatial = true;
    int calibrationSamples = 128;

    bool operator==(const Recipe&) const = default;
};

Recipe recipeFor(const Profile& profile); ///< The profile's values, everything else default.
/// Sets what the profile sets and leaves the rest (target, rules, patterns, overrides) alone.
void applyProfile(Recipe& recipe, const Profile& profile);

std::span<const int> groupSizes(); ///< 32, 64, 128, 256 and 0, in the order people see them.

/// All that is wrong, one line each (ranges, unknown ids, patterns that do not compile).
QStringList problemsOf(const Recipe& recipe);

QJsonObject toJsonObject(const Recipe& recipe);
QByteArray toJson(const Recipe& recipe);
/// Partial documents are fine: absent keys keep the profile's value. Unknown keys, wrong types and
/// values out of range are reported together, unknown keys with the nearest known name.
Result<Recipe> recipeFromJson(const QByteArray& json);
/// As it goes into files: with file names in place of paths, for those must neither tell where this
/// machine keeps things nor differ by it, and without what the solver chose: the file's own tensors
/// say that, and with its wish alone the same choice is found again.
Recipe recipeInFile(Recipe recipe);
/// With relative paths taken from `folder`, that of the document which the recipe was read from.
Recipe resolvedIn(Recipe recipe, const QString& folder);
/// Applies one `key=value` of the command line, with the JSON keys: "group-size=64" works as well
/// as "groupSize=64". "profile=edge" applies the whole profile. On error `recipe` is unchanged.
Result<void> setValue(Recipe& recipe, QStringView key, QStringView value);

} // namespace aq
