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
    QStringList keep;   ///< Runs of whole dotted parts that stay exact: "out.2.weight", "img_in".
    QString ggufName;   ///< What GGUF files say in general.architecture; `id` for most.
    QStringList hiprec; ///< Likewise, names that GGUF files hold as F32.
    QStringList banned; ///< Likewise, names of a layout that readers of GGUF refuse: diffusers'.
    bool reshapes = false; ///< ComfyUI-GGUF's tool stores its rows in runs of 256: sd1, sdxl.
};

struct Recognition {
    const Architecture* architecture = nullptr; ///< Null: unknown, which is allowed.
    QString prefix;        ///< Stripped before comparing: "model.diffusion_model.".
    QStringList evidence;  ///< The names that decided; none when it was chosen against them.
    bool isChosen = false; ///< By the person.
};

/// What programs put before all names of a network, and others leave out: "model.diffusion_model.",
/// "unet.". Longer ones first.
QStringList namePrefixes();

const std::vector<Architecture>& architectures();      ///< In the order they are tried.
const Architecture* architectureNamed(QStringView id); ///< Null if unknown.
Recognition recognise(const ModelHeader& header);
/// Recipe::architecture of a person who wants none of them, whatever the names say.
inline constexpr QLatin1StringView architectureNone("none");

/// The architecture `chosen` by the person, with the prefix and evidence that the names give for
/// it; null for architectureNone; recognise(header) when `chosen` is empty or unknown.
Recognition recognise(const ModelHeader& header, const QString& chosen);

/// The name of a banned layout that the model has: "transformer_blocks.0.attn.to_q.weight".
QString bannedName(const Recognition& recognition, const ModelHeader& header);
/// The entry of the architecture's `hiprec` list that `name` contains; empty: none.
QString hiprecPart(const Recognition& recognition, const QString& name);

/// The entry of the architecture's keep-list, or of the list for any architecture, that `name`
/// contains as a run of whole dotted parts (`^`: at its start only; `*` at the end of an entry: the
/// last part may go on). Empty: nothing asks for this tensor to stay exact.
QString keptPart(const Recognition& recognition, const QString& name);

} // namespace aq
