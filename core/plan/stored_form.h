#pragma once
#include "core/plan/wishes.h"

namespace aq {

/// Turns wishes into what the plan's target really holds: fallbacks where a wish does not fit,
/// casts where the format has no such type, and what becomes of tensors that are quantized already.
class StoredForms {
public:
    /// All arguments outlive this.
    StoredForms(const Recipe& recipe, const Target& target, const Recognition& recognition);

    /// Unsupported, located at the tensor, when its codes can be neither decoded nor kept.
    Result<TensorPlan> of(const TensorInfo& tensor, Wish wish) const;

private:
    struct Form {
        const Scheme* scheme = nullptr; ///< Null: the source's bytes.
        Shape shape = {};
        QString note = {}; ///< Why a tensor that is kept is cast all the same.
    };
    bool isGguf() const;
    bool takesReshaped() const;
    QString unheld(const Encoding& encoding) const;
    bool holds(const Encoding& encoding) const;
    Form kept(const TensorInfo& tensor) const;
    Form keptFloats(const TensorInfo& tensor) const;
    Form afterMisfit(const TensorInfo& tensor) const;
    Form wished(const TensorInfo& tensor, Wish& wish) const;
    Form fitted(const TensorInfo& tensor, Wish& wish) const;
    QString pointless(const TensorInfo& tensor, const Wish& wish, const Form& form) const;
    SchemeOptions optionsFor(const Scheme& scheme, const Wish& wish) const;
    std::int64_t bytesOf(
        const TensorInfo& tensor, const Form& form, const SchemeOptions& options) const;

    const Recipe& m_recipe;
    const Target& m_target;
    const Consumer* m_consumer; ///< The target's; null: no one in particular.
    const Recognition& m_recognition;
};

} // namespace aq
