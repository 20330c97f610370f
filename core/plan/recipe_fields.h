#pragma once
#include "core/plan/recipe.h"

#include <variant>

class QJsonValue;

namespace aq {

using RecipeMember = std::variant<QString Recipe::*, int Recipe::*, std::int64_t Recipe::*,
    double Recipe::*, bool Recipe::*, Symmetry Recipe::*, ScaleType Recipe::*, Search Recipe::*,
    ErrorWeight Recipe::*, QStringList Recipe::*, std::vector<Rule> Recipe::*,
    NamedRules Recipe::*>;

/// One field of a recipe: the row that writing, reading, `--set` and problemsOf() walk, so that
/// they cannot disagree. docs/recipe.md has the same rows; a test compares them.
struct RecipeField {
    const char* key;                                  ///< In JSON and for `--set`.
    RecipeMember member;                              ///< Where it lives.
    const char* help;                                 ///< One sentence.
    double least = 0, most = 0;                       ///< Of numbers, inclusive.
    QString (*check)(const Recipe& recipe) = nullptr; ///< What is wrong; empty: nothing.
};
std::span<const RecipeField> recipeFields(); ///< In the order of docs/recipe.md.

/// What is wrong with one field, range and check; empty: nothing. Begins with the key.
QString problemOf(const RecipeField& field, const Recipe& recipe);

/// Names of another program (ArrowQuant V2) or of an older version, read as one of ours.
struct RecipeAlias {
    const char* name;
    const char* key;                                          ///< Of a RecipeField.
    QJsonValue (*convert)(const QJsonValue& value) = nullptr; ///< Null: the value means the same.
};
std::span<const RecipeAlias> recipeAliases();

/// A setting of ArrowQuant V2, or of a preset, that no recipe holds. Read without a word when it
/// changes nothing.
struct ForeignKey {
    const char* name;
    bool changesResult; ///< Only `false` and `null` are accepted: what it asks for is not done.
};
std::span<const ForeignKey> foreignKeys();

} // namespace aq
