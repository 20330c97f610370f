#pragma once
#include "core/plan/pattern.h"
#include "ui/models/tensor_row.h"

#include <QStringMatcher>
#include <optional>
#include <set>
#include <span>

namespace aq {

/// One quick question to the table. Chips of one group widen each other, groups narrow.
struct FilterChip {
    enum class Group { Action, Why, Kind, Quality };

    const char* id;      ///< Stable: "quantized".
    const char* title;   ///< Translatable, context "FilterChip".
    const char* meaning; ///< Tool tip.
    Group group;
    bool (*accepts)(const TensorRow&);
};
std::span<const FilterChip> filterChips(); ///< In the order people see them.

/// What the person wants to see.
struct TensorFilter {
    QString text;            ///< A glob or `re:` as in rules; plain text is found anywhere.
    std::set<QString> chips; ///< Ids.
    double errorAbove = 0;   ///< Relative RMSE, 0.05 for 5 %; 0: whatever their error is.
    bool operator==(const TensorFilter&) const = default;
};

/// A filter made ready to be asked about many rows.
class TensorMatcher {
public:
    TensorMatcher() = default;                                        ///< Accepts everything.
    static Result<TensorMatcher> compile(const TensorFilter& filter); ///< InvalidPlan: the text.
    bool accepts(const TensorRow& row) const;
    bool isEverything() const
    {
        return m_chips.empty() && m_part.isEmpty() && !m_pattern && m_errorAbove <= 0;
    }

private:
    std::vector<const FilterChip*> m_chips; ///< Sorted by group.
    std::optional<Pattern> m_pattern;
    QString m_part;          ///< Found anywhere, in any case of letters.
    QStringMatcher m_finder; ///< For it.
    double m_errorAbove = 0;
};

} // namespace aq
