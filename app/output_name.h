#pragma once
#include "core/plan/recipe.h"

#include <functional>

namespace aq {

/// "{model}-{recipe}.{ext}": how files are named unless a person says otherwise.
QString defaultNameTemplate();

/// A file name. {model}: of the file or folder, without suffix; {recipe}: the recipe's name, or its
/// type; {target}: its id; {ext}: of the target. Letters that some file system refuses become "-".
QString outputName(
    const QString& model, const Recipe& recipe, const QString& pattern = defaultNameTemplate());

/// `path`, or the first of "name-2.gguf", "name-3.gguf", … that is not `taken`.
QString uniquePath(const QString& path, const std::function<bool(const QString&)>& taken);

/// "Q4_K_M", or the recipe's name: what a job makes of a model, in a word.
QString settingTitle(const Recipe& recipe);

} // namespace aq
