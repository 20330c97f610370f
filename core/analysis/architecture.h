#pragma once
#include "core/io/format.h"

#include <QStringList>
#include <vector>

namespace aq {

/// A known network layout: recognition keys and names to keep, from resources/architectures/*.json.
struct Architecture {
    QString id;                    ///< As GGUF's general.architecture spells it: "flux", "sd1".
    QString title;                 ///< "Stable Diffusion 1.x"
    std::vector<QStringList> keys; ///< Any one list, all of whose names exist.
    QStringList keep; ///< Runs of whole dotted parts that stay exact: "out.2.weight", "img_in".
};

struct Recognition {
    const Architecture* architecture = nullptr; ///< Null: unknown, which is allowed.
    QString prefix;       ///< Stripped before comparing: "model.diffusion_model.".
    QStringList evidence; ///< The names that decided.
};

const std::vector<Architecture>& architectures(); ///< In the order they are tried.
Recognition recognise(const ModelHeader& header);

/// The entry of the architecture's keep-list, or of the list for any architecture, that `name`
/// contains as a run of whole dotted parts (`^`: at its start only; `*` at the end of an entry: the
/// last part may go on). Empty: nothing asks for this tensor to stay exact.
QString keptPart(const Recognition& recognition, const QString& name);

} // namespace aq
