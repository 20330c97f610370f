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
/// The schemes alone.
QList<const Scheme*> schemesFor(const Target* target);

} // namespace aq
