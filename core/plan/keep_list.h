#pragma once
#include <QString>

namespace aq {

/// The built-in sensitive names: embeddings, norms, heads, poolers. Whole parts between dots are
/// compared, so "output" is `output.weight` and never `output_blocks.3.0.weight`.
/// @return the word that matched, "norm"; empty when the name is not sensitive.
/// @see docs/recipe.md, seed-systems A2.5.
QString sensitiveWord(const QString& name);

} // namespace aq
