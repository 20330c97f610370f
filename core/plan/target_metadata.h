#pragma once
#include "core/plan/quant_plan.h"

#include <QMap>

namespace aq {

/// What a file of the plan's target says about itself beyond the source's own metadata, as text.
///
/// GGUF: `general.architecture` (chosen, else the source's, else as recognised; left out when
/// unknown), `general.quantization_version` 2, `general.file_type` (of the named recipe, else of
/// the type that most weights have; left out when nothing is changed) and `quant.recipe` (the
/// recipe, JSON). Nothing for other formats. The job adds what it alone knows: the source's name
/// and SHA-256.
QMap<QString, QString> targetMetadata(const ModelHeader& header, const QuantPlan& plan);

/// general.architecture as targetMetadata() writes it; empty: unknown.
QString ggufArchitecture(const ModelHeader& header, const Recognition& recognition);

} // namespace aq
