#include "core/plan/recipe.h"

#include <QDir>
#include <QFileInfo>

namespace aq {

Recipe recipeInFile(Recipe recipe)
{
    recipe.fitted.clear();
    recipe.importance = QFileInfo(recipe.importance).fileName();
    return recipe;
}

Recipe resolvedIn(Recipe recipe, const QString& folder)
{
    if (!recipe.importance.isEmpty())
        recipe.importance = QDir::cleanPath(QDir(folder).filePath(recipe.importance));
    return recipe;
}

} // namespace aq
