#pragma once
#include "core/plan/recipe.h"

namespace aq {

/// A recipe as the settings keep it: its JSON, compressed where that is long, since a choice for
/// each of 100,000 tensors is 12 MB of text that is mostly the same. For the background then.
QByteArray packedRecipe(const Recipe& recipe);
/// The inverse, also of plain JSON. An error when it is neither, or no recipe.
Result<Recipe> unpackedRecipe(const QByteArray& packed);

} // namespace aq
