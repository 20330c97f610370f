#pragma once
#include "core/plan/pattern.h"
#include "core/plan/quant_plan.h"
#include "core/plan/target_scheme.h"

#include <QHash>
#include <QSet>
#include <utility>

namespace aq {

/// What the rules of a recipe say about a tensor, before it is known whether that fits.
struct Wish {
    const Scheme* scheme = nullptr; ///< As the target stores it; null: keep.
    std::optional<int> groupSize;   ///< Nothing: the recipe's.
    Reason reason = Reason::Default;
    QString because;
    QStringList chain; ///< All that spoke, weakest first.

    void speak(Reason by, const Scheme* what, const QString& why, std::optional<int> group = {});
    /// The person asked for this very tensor, or for its kind: it is not second-guessed.
    bool isInsisted() const { return reason == Reason::Pattern || reason == Reason::RowOverride; }
};

/// Everything about the rules of a recipe that is worked out once for all tensors of a model.
class Wishes {
public:
    /// The recipe has no problems. All arguments outlive this.
    Wishes(const ModelHeader& header, const Recipe& recipe, const Target& target,
        const Recognition& recognition);

    Wish of(std::size_t tensor) const; ///< By index into ModelHeader::tensors.
    /// Whether the solver may choose for it: nothing but the default, or its mix, speaks.
    bool isFree(std::size_t tensor) const;
    const NamedRecipe* named() const { return m_default.named; } ///< That the default stands for.

private:
    struct CompiledRule {
        Pattern pattern;
        const Rule* rule;
    };
    /// What a named recipe has for one tensor that is not the base.
    struct Mixed {
        const Scheme* scheme;
        QString because; ///< "Q4_K_M: attn_v, first 4 of 12"
    };
    static std::vector<CompiledRule> compiled(const std::vector<Rule>& rules);
    static const Rule* firstMatch(const std::vector<CompiledRule>& rules, const QString& name);
    void mix(const NamedRecipe& named);
    void mixFamily(const NamedRecipe& named, const NamedRecipe::Family& family,
        const std::vector<std::size_t>& members);
    void speak(Wish& wish, Reason by, const Action& action, const QString& why) const;
    QString sensitivity(const QString& name) const;
    QString smallness(const TensorInfo& tensor) const;

    const ModelHeader& m_header;
    const Recipe& m_recipe;
    const Target& m_target;
    const Recognition& m_recognition;
    Meaning m_default;
    QHash<std::size_t, Mixed> m_mixed; ///< By index of the tensor.
    std::vector<CompiledRule> m_rules, m_patterns;
    NamedRuleIndex m_overrides, m_fitted;
    std::vector<std::pair<Pattern, QString>> m_sensitive;
    QSet<QString> m_sensitiveNames;
};

} // namespace aq
