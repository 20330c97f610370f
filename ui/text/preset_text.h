#pragma once
#include "core/plan/preset.h"

namespace aq {

// The words of presets, translated.

QString presetCategoryTitle(const QString& category); ///< "Profiles", "GGUF", "My presets".
/// "Local *" when it was modified.
QString presetTitle(const QString& name, bool modified);

/// One sentence in the program's language, or what its owner wrote; may be empty.
QString presetAbout(const Preset& preset);

struct PresetLine {
    QString title; ///< "Group size"
    QString value; ///< "128"
};
/// What a preset sets, a line each, in the order of the plan page.
QList<PresetLine> presetLines(const Preset& preset);
/// "It leaves the target and single tensors as they are."; empty: it leaves nothing.
QString presetLeaves(const Preset& preset);

} // namespace aq
