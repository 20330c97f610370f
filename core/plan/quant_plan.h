#pragma once
#include "core/analysis/architecture.h"
#include "core/io/format.h"
#include "core/plan/named_recipe.h"
#include "core/plan/recipe.h"
#include "core/plan/target.h"
#include "core/quant/scheme.h"

#include <vector>

namespace aq {

/// Why a tensor got its scheme, weakest first: a later one wins over an earlier one.
enum class Reason : std::uint8_t {
    Default,     ///< The profile's or recipe's default bits.
    Fitted,      ///< Chosen by the solver, to fit a size or an error: core/fit/fit.h.
    Recipe,      ///< A rule of the recipe, or of the mix that its default stands for.
    KeepList,    ///< Sensitive by the built-in list or by the architecture's.
    Small,       ///< 1-D, or fewer elements than the limit.
    Pattern,     ///< A pattern of the user.
    RowOverride, ///< Chosen for this very tensor.
    Fallback,    ///< The wish does not fit the tensor.
    NotFloat     ///< Integers, booleans and packed types pass through.
};
/// "default", "fit", "recipe", "keep-list", "small", "pattern", "override", "fallback",
/// "not-float": stable, in reports.
const char* reasonId(Reason reason);

struct TensorPlan {
    /// Null: keep the source's bytes. Of the family "float": its values, cast to that type.
    const Scheme* scheme = nullptr;
    SchemeOptions options;
    Reason reason = Reason::Default;
    QString because; ///< What decided: the pattern, the rule, "1-D". Technical English.
    QStringList
        chain; ///< Every rule that spoke, weakest first: "default: int4", "keep-list: keep (norm)".
    std::int64_t outputBytes = 0; ///< Exactly what its data takes in the file.
    Shape storedShape
        = {};            ///< As the file holds it, the same elements in other rows; empty: its own.
    bool canKeep = true; ///< The file may hold its bytes as they are, should the plan fail.
    QString storedName = {}; ///< As the file names it; empty: its own.
};

QString reasonText(const TensorPlan& plan); ///< For reports: "keep-list: flux: img_in".

/// What will happen, tensor by tensor: same length and order as ModelHeader::tensors. Immutable.
struct QuantPlan {
    Recipe recipe;
    const Target* target = nullptr;
    Recognition recognition;                  ///< Of the source, or as the recipe chose.
    const NamedRecipe* namedRecipe = nullptr; ///< What the default means for the target, if mixed.
    std::vector<TensorPlan> tensors;
    std::int64_t parameters = 0;  ///< Elements of all tensors.
    std::int64_t bytesBefore = 0; ///< Data only, without headers.
    std::int64_t bytesAfter = 0;
    double bitsPerWeight() const
    {
        return parameters ? 8.0 * double(bytesAfter) / double(parameters) : 0;
    }
};

/// Pure: same header and recipe, same plan. InvalidPlan lists everything that is wrong.
Result<QuantPlan> makePlan(const ModelHeader& header, const Recipe& recipe);

/// QuantPlan::bytesAfter of that plan, without holding it: for comparing many recipes.
Result<std::int64_t> plannedBytes(const ModelHeader& header, const Recipe& recipe);

/// The same recipe, whose rules of single tensors hold the names of `header` and no copies of them.
/// To be asked once for a recipe that was read from a file.
Recipe withNamesOf(Recipe recipe, const ModelHeader& header);

/// How many tensors a pattern matches; an error when it does not compile.
Result<int> countMatches(const ModelHeader& header, QStringView pattern);
Result<std::vector<int>> countMatches(const ModelHeader& header, const QStringList& patterns);

} // namespace aq
