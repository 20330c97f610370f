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
    QStringList keep;              ///< Parts of names that stay exact.
};

struct Recognition {
    const Architecture* architecture = nullptr; ///< Null: unknown, which is allowed.
    QString prefix;       ///< Stripped before comparing: "model.diffusion_model.".
    QStringList evidence; ///< The names that decided.
};

const std::vector<Architecture>& architectures(); ///< In the order they are tried.
Recognition recognise(const ModelHeader& header);

} // namespace aq
