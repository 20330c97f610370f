#pragma once
#include "core/plan/recipe.h"
#include "core/plan/target.h"
#include "core/quant/scheme.h"

#include <QList>

namespace aq {

/// Something a person can choose for a tensor or a pattern.
struct ActionChoice {
    QString title;                ///< "Default", "Keep source", "INT4"
    std::optional<Action> action; ///< Nothing: what the plan says without it.
    bool isKeep() const { return action && action->isKeep(); }
    bool isType() const { return action && !action->isKeep(); }
    bool operator==(const ActionChoice&) const = default;
};

/// "Keep source" and every scheme that `target` takes (all schemes when it is null).
QList<ActionChoice> actionChoices(const Target* target);
/// The same, after "Default".
QList<ActionChoice> overrideChoices(const Target* target);
/// The schemes alone: of the target's family, then floats; all of them when it is null.
QList<const Scheme*> schemesFor(const Target* target);

/// Something a person can choose as the default of a whole model.
struct TypeChoice {
    QString word;  ///< Of Recipe::scheme: "q4_k_m", "int4".
    QString title; ///< "Q4_K_M · from 4.50 bpw", "INT4"
    QString about; ///< A sentence; may be empty.
    bool operator==(const TypeChoice&) const = default;
};
/// For GGUF the named recipes, else the schemes; floats last.
QList<TypeChoice> typeChoices(const Target* target);
/// The choice that a recipe's word stands for with this target: "int4" is Q4_K_M in GGUF files.
/// Null: none of them.
const TypeChoice* choiceOf(
    const QList<TypeChoice>& choices, const QString& word, const Target* target);

} // namespace aq
