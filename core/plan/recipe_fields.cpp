#include "core/plan/recipe_fields.h"
#include "core/analysis/architecture.h"
#include "core/base/printable.h"
#include "core/plan/pattern.h"
#include "core/plan/target_scheme.h"
#include "core/quant/scheme.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <algorithm>
#include <array>

namespace aq {

namespace {

constexpr double many = 9007199254740992.0; // 2^53: JSON numbers are exact up to here.

template <typename Row>
QString idsOf(std::span<const Row> rows)
{
    QStringList ids;
    for (const Row& row : rows)
        ids << QLatin1StringView(row.id);
    return ids.join(QStringLiteral(", "));
}

QString checkVersion(const Recipe& recipe)
{
    return recipe.version == 1
        ? QString()
        : QStringLiteral("%1 is not known; this program reads 1").arg(recipe.version);
}

QString checkProfile(const Recipe& recipe)
{
    if (profileNamed(recipe.profile))
        return {};
    return QStringLiteral("unknown profile '%1'; available: %2")
        .arg(printable(recipe.profile), idsOf(profiles()));
}

QString checkTarget(const Recipe& recipe)
{
    if (targetNamed(recipe.target))
        return {};
    return QStringLiteral("unknown target '%1'; available: %2")
        .arg(printable(recipe.target), idsOf(targets()));
}

/// Empty when the recipe's target (if there is one) has a meaning for the word.
QString schemeProblem(
    const QString& id, const Recipe& recipe, Meaning (*meaning)(QStringView, const Target&))
{
    if (!schemeNamed(id) && !namedRecipe(id)) {
        QStringList ids;
        for (const Scheme* known : schemes())
            ids << QLatin1StringView(known->id);
        return QStringLiteral("unknown scheme '%1'; available: %2")
            .arg(printable(id), ids.join(QStringLiteral(", ")));
    }
    const Target* target = targetNamed(recipe.target);
    if (target && !meaning(id, *target).scheme)
        return QStringLiteral("target '%1' cannot store '%2'").arg(recipe.target, id);
    return {};
}

QString checkScheme(const Recipe& recipe)
{
    return schemeProblem(recipe.scheme, recipe, defaultMeaning);
}

QString groupProblem(int size)
{
    if (std::ranges::count(groupSizes(), size))
        return {};
    return QStringLiteral("%1 is none of 32, 64, 128, 256 and 0 (per tensor)").arg(size);
}

QString checkGroupSize(const Recipe& recipe) { return groupProblem(recipe.groupSize); }

QString checkArchitecture(const Recipe& recipe)
{
    if (recipe.architecture.isEmpty() || recipe.architecture == architectureNone
        || architectureNamed(recipe.architecture))
        return {};
    QStringList ids;
    for (const Architecture& known : architectures())
        ids << known.id;
    ids << architectureNone;
    return QStringLiteral("unknown architecture '%1'; available: %2")
        .arg(printable(recipe.architecture), ids.join(QStringLiteral(", ")));
}

QString checkSensitive(const Recipe& recipe)
{
    QStringList problems;
    for (const QString& text : recipe.sensitivePatterns)
        if (const auto pattern = Pattern::compile(text); !pattern)
            problems << pattern.error().detail;
    return problems.join(QStringLiteral("; "));
}

QString actionProblem(const Rule& rule, const Recipe& recipe)
{
    if (rule.action.isKeep())
        return {};
    const QString scheme = schemeProblem(rule.action.scheme, recipe, ruleMeaning);
    return scheme.isEmpty() && rule.action.groupSize ? groupProblem(*rule.action.groupSize)
                                                     : scheme;
}

enum class Names { Patterns, Exact };

QString rulesProblem(const auto& rules, Names names, const Recipe& recipe)
{
    QStringList problems;
    for (const Rule& rule : rules) {
        if (const QString problem = actionProblem(rule, recipe); !problem.isEmpty())
            problems << QStringLiteral("'%1': %2").arg(printable(rule.pattern), problem);
        if (names == Names::Exact)
            continue;
        if (const auto pattern = Pattern::compile(rule.pattern); !pattern)
            problems << pattern.error().detail;
    }
    return problems.join(QStringLiteral("; "));
}

QString checkRules(const Recipe& r) { return rulesProblem(r.rules, Names::Patterns, r); }
QString checkPatterns(const Recipe& r) { return rulesProblem(r.patterns, Names::Patterns, r); }
QString checkFitted(const Recipe& r) { return rulesProblem(r.fitted, Names::Exact, r); }
QString checkOverrides(const Recipe& r) { return rulesProblem(r.overrides, Names::Exact, r); }

constexpr std::array fields{
    RecipeField{"version", &Recipe::version, "Version of this document.", 1, many, checkVersion},
    RecipeField{"name", &Recipe::name, "Title, for people."},
    RecipeField{"profile", &Recipe::profile, "Where unnamed values come from.", 0, 0, checkProfile},
    RecipeField{"target", &Recipe::target, "Which file is written.", 0, 0, checkTarget},
    RecipeField{"scheme", &Recipe::scheme, "Default for weights.", 0, 0, checkScheme},
    RecipeField{"groupSize", &Recipe::groupSize,
        "Elements that share a scale; 0: the whole tensor.", 0, 256, checkGroupSize},
    RecipeField{"symmetry", &Recipe::symmetry, "How the zero point is chosen."},
    RecipeField{"scaleType", &Recipe::scaleType, "Stored type of scales."},
    RecipeField{"search", &Recipe::search, "How scales are found."},
    RecipeField{"keepOneDimensional", &Recipe::keepOneDimensional, "Keep biases, norms, scalars."},
    RecipeField{"keepBelowElements", &Recipe::keepBelowElements,
        "Keep tensors with fewer elements.", 0, many},
    RecipeField{"keepSensitive", &Recipe::keepSensitive, "Keep the built-in sensitive names."},
    RecipeField{"sensitiveNames", &Recipe::sensitiveNames, "Exact names that are kept."},
    RecipeField{"sensitivePatterns", &Recipe::sensitivePatterns, "Patterns that are kept.", 0, 0,
        checkSensitive},
    RecipeField{"keepArchitectureList", &Recipe::keepArchitectureList,
        "Keep what the recognised architecture needs exact."},
    RecipeField{"architecture", &Recipe::architecture, "Network layout; empty: as recognised.", 0,
        0, checkArchitecture},
    RecipeField{"stripPrefix", &Recipe::stripPrefix, "Write names without their prefix."},
    RecipeField{"importance", &Recipe::importance, "Importance matrix (imatrix) file."},
    RecipeField{
        "rules", &Recipe::rules, "Rules of the recipe; first match wins.", 0, 0, checkRules},
    RecipeField{"patterns", &Recipe::patterns, "Rules over the keep-lists; first match wins.", 0, 0,
        checkPatterns},
    RecipeField{
        "overrides", &Recipe::overrides, "Single tensors by exact name.", 0, 0, checkOverrides},
    RecipeField{"fitted", &Recipe::fitted, "What the solver chose for this model, by exact name.",
        0, 0, checkFitted},
    RecipeField{"fitBytes", &Recipe::fitBytes, "Largest size of the file; 0: none.", 0, many},
    RecipeField{"fitError", &Recipe::fitError, "Largest total error; 0: none.", 0, 1e6},
    RecipeField{"fitWorst", &Recipe::fitWorst,
        "Largest relative error of a tensor that is fitted; 0: any.", 0, 1000},
    RecipeField{"errorWeight", &Recipe::errorWeight, "How the errors of tensors add up."},
    RecipeField{"repair", &Recipe::repair, "Raise tensors that miss a limit."},
    RecipeField{"minCosine", &Recipe::minCosine, "Least cosine of a tensor that passes.", 0, 1},
    RecipeField{"timeGroups", &Recipe::timeGroups, "For calibrated runs.", 1, 100},
    RecipeField{"timeAware", &Recipe::timeAware, "For calibrated runs."},
    RecipeField{"spatial", &Recipe::spatial, "For calibrated runs."},
    RecipeField{
        "calibrationSamples", &Recipe::calibrationSamples, "For calibrated runs.", 1, 1'000'000},
};

/// Upstream's patterns are all unanchored regular expressions.
QJsonValue asRegexes(const QJsonValue& value)
{
    if (!value.isArray())
        return value;
    QJsonArray patterns;
    for (const QJsonValue pattern : value.toArray())
        patterns << (pattern.isString() ? QJsonValue(QStringLiteral("re:") + pattern.toString())
                                        : pattern);
    return patterns;
}

/// Upstream writes "16 bits" for what stays as it is.
QJsonValue asActions(const QJsonValue& value)
{
    QJsonObject actions = value.toObject();
    for (auto it = actions.begin(); it != actions.end(); ++it)
        if (it.value().toInt() == 16)
            it.value() = QStringLiteral("keep");
    return value.isObject() ? QJsonValue(actions) : value;
}

constexpr std::array aliases{
    RecipeAlias{"bits", "scheme"},
    RecipeAlias{"bit_width", "scheme"},
    RecipeAlias{"group_size", "groupSize"},
    RecipeAlias{"min_accuracy", "minCosine"},
    RecipeAlias{"num_time_groups", "timeGroups"},
    RecipeAlias{"enable_time_aware", "timeAware"},
    RecipeAlias{"enable_spatial", "spatial"},
    RecipeAlias{"calibration_samples", "calibrationSamples"},
    RecipeAlias{"deployment_profile", "profile"},
    RecipeAlias{"skip_sensitive_layers", "keepSensitive"},
    RecipeAlias{"sensitive_layer_names", "sensitiveNames"},
    RecipeAlias{"sensitive_layer_patterns", "sensitivePatterns", asRegexes},
    RecipeAlias{"layer_bit_widths", "overrides", asActions},
};

constexpr std::array foreign{
    ForeignKey{"fail_fast", false}, ForeignKey{"num_threads", false},
    ForeignKey{"enable_streaming", false}, ForeignKey{"enable_memory_aware_scheduling", false},
    ForeignKey{"max_memory_limit_mb", false}, ForeignKey{"use_arrow", false},
    ForeignKey{"enable_simd", false}, ForeignKey{"simd_threshold", false},
    ForeignKey{"modality", false},
    ForeignKey{"enable_mixed_precision", false}, // Read: it switches layer_bit_widths on and off.
    ForeignKey{"enable_entropy_adaptation", true}, ForeignKey{"target_model_size_mb", true},
    ForeignKey{"thermodynamic", false}, // Upstream never hands it to its quantizers.
    ForeignKey{"preset", false},        // Our own: what is said of a preset, see preset.h.
};

template <typename Number>
QString rangeProblem(Number value, const RecipeField& field)
{
    if (double(value) >= field.least && double(value) <= field.most) // False for NaN.
        return {};
    return QStringLiteral("%1 is outside %2 … %3")
        .arg(QString::number(value), QString::number(field.least, 'g', 16),
            QString::number(field.most, 'g', 16));
}

} // namespace

std::span<const RecipeField> recipeFields() { return fields; }
std::span<const RecipeAlias> recipeAliases() { return aliases; }
std::span<const ForeignKey> foreignKeys() { return foreign; }

QString problemOf(const RecipeField& field, const Recipe& recipe)
{
    QString problem = field.check ? field.check(recipe) : QString();
    if (problem.isEmpty())
        problem = std::visit(
            [&](auto member) -> QString {
                using Value = std::remove_cvref_t<decltype(recipe.*member)>;
                if constexpr (std::is_arithmetic_v<Value> && !std::is_same_v<Value, bool>)
                    return rangeProblem(recipe.*member, field);
                return {};
            },
            field.member);
    return problem.isEmpty() ? QString()
                             : QLatin1StringView(field.key) + QStringLiteral(": ") + problem;
}

QStringList problemsOf(const Recipe& recipe)
{
    QStringList problems;
    for (const RecipeField& field : fields)
        if (const QString problem = problemOf(field, recipe); !problem.isEmpty())
            problems << problem;
    return problems;
}

} // namespace aq
