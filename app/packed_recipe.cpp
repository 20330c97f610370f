#include "app/packed_recipe.h"

namespace aq {
namespace {
constexpr qsizetype longText = 1 << 16; ///< Bytes.
}

QByteArray packedRecipe(const Recipe& recipe)
{
    const QByteArray json = toJson(recipe);
    return json.size() < longText ? json : qCompress(json, 1);
}

Result<Recipe> unpackedRecipe(const QByteArray& packed)
{
    const bool isText = packed.isEmpty() || packed.startsWith('{');
    return recipeFromJson(isText ? packed : qUncompress(packed));
}

} // namespace aq
