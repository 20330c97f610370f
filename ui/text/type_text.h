#pragma once
#include "core/plan/quant_plan.h"
#include "core/plan/target.h"
#include "core/quant/scheme.h"

#include <QStringView>

namespace aq {

struct Format;
struct NamedRecipe;

// The words for types, targets and searches, translated.

QString targetTitle(const QString& id); ///< "GGUF for ComfyUI"; the id of an unknown one.
/// Who reads the file, and since when: "For the ComfyUI-GGUF node … Read by ComfyUI-GGUF of …".
QString targetAbout(const Target& target);
/// "ComfyUI-GGUF of 2024 … or later"; empty: the target is for nobody in particular.
QString readerFloor(const Target& target);
QString formatTitle(const Format& format);    ///< "Sharded model"
QString hardwareText(const Profile& profile); ///< "8+ GB RAM, x86-64 with AVX2"
QString mixAbout(const NamedRecipe& mix);     ///< "Four bits, a few layers in five."

/// What a recipe's default word is called where the file goes: "Q4_K_M", "INT4". The word itself
/// when nobody knows it.
QString typeTitle(const QString& word, const Target* target);
/// Bits that the blocks of a scheme take per weight, scales included; 0: it depends on the group.
double blockBits(const Scheme& scheme);

bool isQuantized(const TensorPlan& plan); ///< Not kept, and not only cast to another float type.

QString searchText(Search search);  ///< "Balanced"
QString searchAbout(Search search); ///< A sentence.

} // namespace aq
