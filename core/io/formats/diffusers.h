#pragma once
#include "core/io/format.h"

namespace aq {

/// A folder of components as the diffusers library saves a pipeline: model_index.json, and one
/// folder each. Rules: docs/formats/diffusers.md.
extern const Format diffusersFormat;

/// The file with a component's weights, by the names that diffusers and transformers give them;
/// empty when the folder has none (a scheduler, a tokenizer).
///
/// @param notes  gets a line when there are variants side by side.
QString componentWeights(const QString& folder, QStringList& notes);

} // namespace aq
