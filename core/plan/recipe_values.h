#pragma once
#include "core/plan/recipe_fields.h"

class QJsonObject;
class QJsonValue;

namespace aq {

/// One field of `recipe` as JSON: numbers, booleans, strings, lists of strings, lists of rules.
QJsonValue writeValue(const RecipeField& field, const Recipe& recipe);

/// One rule as JSON: {"pattern": text, "action": text}, with "enabled" where it is not.
QJsonObject writeRule(const Rule& rule);

/// The inverse. @return what is wrong with the value's type or word; empty when it was taken.
/// Ranges are problemOf()'s business. Rules may also be an object: {"pattern": "action"}.
QString readValue(const RecipeField& field, const QJsonValue& value, Recipe& recipe);

/// The same from the text of `--set`: lists with commas, or JSON where the text begins with [ or {.
QString readText(const RecipeField& field, QStringView text, Recipe& recipe);

} // namespace aq
