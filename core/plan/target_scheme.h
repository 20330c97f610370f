#pragma once
#include "core/plan/named_recipe.h"
#include "core/plan/target.h"
#include "core/quant/scheme.h"

#include <QString>

namespace aq {

/// What a word of a recipe stands for in the file that a target writes.
struct Meaning {
    const Scheme* scheme = nullptr;     ///< Null: the word is unknown.
    const NamedRecipe* named = nullptr; ///< Set when the word is, or stands for, a mix of types.
    QString note; ///< "int4 is Q4_K_M here"; empty when the word was taken as it is.
};

// One rule, so that a recipe never has to be rewritten for another target: a word of the target's
// own family, or of "float", is taken as it is; any other is taken as its width in bits.

/// Of Recipe::scheme. For GGUF a width is the named recipe that people expect of it (design.md 3):
/// 2 Q2_K, 3 Q3_K_M, 4 Q4_K_M, 5 Q5_K_M, 6 Q6_K, 8 Q8_0. Where a name is both a type and a mix
/// (q4_0), it is the mix: a file called Q4_0 is made so.
Meaning defaultMeaning(QStringView word, const Target& target);

/// Of the action of a rule or an override, about single tensors: for GGUF a width is q2_k, q3_k,
/// q4_k, q5_k, q6_k or q8_0.
Meaning ruleMeaning(QStringView word, const Target& target);

} // namespace aq
