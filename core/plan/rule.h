#pragma once
#include "core/base/result.h"

#include <QString>
#include <optional>

namespace aq {

/// What to do with a tensor: quantize it with a scheme, or keep its bytes.
struct Action {
    QString scheme;               ///< Id in schemes(); empty: keep the source's bytes.
    std::optional<int> groupSize; ///< Nothing: the recipe's.
    bool isKeep() const { return scheme.isEmpty(); }
    bool operator==(const Action&) const = default;
};

/// "4" -> int4, "int4", "4:64" -> int4 with groups of 64, "Q4_K", "keep"; upper and lower case are
/// equal. Errors list what is allowed.
Result<Action> parseAction(QStringView text);
/// The same for the default of a whole model, where a named recipe ("Q4_K_M") is one more choice:
/// its id is then `scheme`.
Result<Action> parseDefault(QStringView text);
QString actionText(const Action& action); ///< Inverse of parseAction.

/// A pattern over full dotted tensor names, and what to do with those that match.
struct Rule {
    QString
        pattern; ///< Glob (`*`, `?`, `[a-z]`; `*` also matches dots), or `re:` + regex (search).
    Action action;
    bool enabled = true;
    bool operator==(const Rule&) const = default;
};

} // namespace aq
