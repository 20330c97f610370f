#pragma once
#include "core/plan/recipe.h"

namespace aq {

/// Part of a recipe under a name that people choose from a list. It sets the fields in `keys` and
/// leaves all others as they are.
struct Preset {
    QString id; ///< Stable: "profiles/edge", "gguf/q4_k_m"; of an own one its file's base name.
    QString name;
    QString category;    ///< "profiles", the id of a target, or empty: an own one.
    QString description; ///< One sentence; may be empty.
    bool builtIn = false;
    QStringList keys; ///< Of recipeFields(), in their order: what it sets.
    Recipe recipe;    ///< Holds the values; what is not in `keys` means nothing.

    bool sets(QStringView key) const { return keys.contains(key); }
    bool operator==(const Preset&) const = default;
};

/// The profiles, then for each target its named recipes or, where it has none, its types.
const std::vector<Preset>& builtInPresets();

/// Which of the fields that speak of one model or one file an own preset is to set as well.
struct PresetScope {
    bool target = true;
    bool overrides = false; ///< Single tensors by exact name: they fit this very network.
};

/// An own preset of all that the recipe says, but for its name and for what is about one model:
/// overrides, a chosen architecture, the importance file, prefixes of names.
Preset presetOf(const Recipe& recipe, const QString& name, PresetScope scope = {});

Recipe withPreset(Recipe recipe, const Preset& preset);
/// Whether one of the preset's own values was changed since: other words for the same type are no
/// change (INT4 is Q4_K_M where GGUF is written).
bool isModified(const Recipe& recipe, const Preset& preset);

/// A recipe document that `arrowquant-cli --recipe` takes too: the fields that the preset sets, and
/// under "preset" what is said of it. Several are a list under "presets".
QByteArray toJson(const Preset& preset);
QByteArray toJson(std::span<const Preset> presets);

/// One preset, a list, or any recipe or saved plan: of those all that is said is taken, without
/// what is about one model; `name` is for a document that has none. The presets are own ones
/// without an id. InvalidPlan: as recipeFromJson(); of a list the error says which.
Result<std::vector<Preset>> presetsFromJson(const QByteArray& json, const QString& name);

/// `name`, or "name 2", "name 3", … : the first that is not in `taken`, letter case ignored.
QString freeName(const QString& name, const QStringList& taken);

} // namespace aq
