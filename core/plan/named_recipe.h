#pragma once
#include <QStringList>
#include <vector>

namespace aq {

/// A mix of block types behind a name that people know from GGUF files: "Q4_K_M". Data:
/// resources/recipes/gguf.json; rules and source: docs/recipe.md.
struct NamedRecipe {
    /// Tensors that get more bits than the rest. The first family that matches a name decides.
    struct Family {
        QString title;        ///< "attn_v"
        QStringList patterns; ///< Globs over the whole name; any of them.
        QString scheme;       ///< Id in schemes(); empty: the base.
        int first = 0;        ///< So many of them, in file order, get `firstScheme` instead.
        QString firstScheme;
    };
    QString id;       ///< Stable, in recipes: "q4_k_m".
    QString title;    ///< "Q4_K_M"
    QString about;    ///< One sentence, for a tool tip.
    QString base;     ///< Id in schemes(): "q4_k".
    int bits = 0;     ///< The width it stands for: 4. What it means for affine targets.
    int fileType = 0; ///< general.file_type (LlamaFileType).
    std::vector<Family> families;
};

const std::vector<NamedRecipe>& namedRecipes(); ///< In the order people see them.
const NamedRecipe* namedRecipe(QStringView id); ///< Upper and lower case are equal. Null: unknown.

/// What "4 bits" as the default means for GGUF: Q4_K_M. Null: there is none of that width.
const NamedRecipe* namedRecipeWithBits(int bits);

} // namespace aq
