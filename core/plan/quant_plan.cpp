#include "core/plan/quant_plan.h"
#include "core/plan/stored_form.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace aq {

namespace {

/// Thousands of tensors have the same few reasons: equal texts are held once.
class SharedTexts {
public:
    void share(TensorPlan& plan)
    {
        plan.because = *m_texts.insert(plan.because);
        plan.chain = *m_chains.insert(plan.chain);
    }

private:
    QSet<QString> m_texts;
    QSet<QStringList> m_chains;
};

/// Empty where there is no prefix to strip, or nothing would be left.
QString strippedName(const Recognition& recognition, const QString& name)
{
    const QString& prefix = recognition.prefix;
    const bool isThere = !prefix.isEmpty() && name.startsWith(prefix) && name != prefix;
    return isThere ? name.mid(prefix.size()) : QString();
}

/// A plan whose tensors are handed to `take`, one by one.
template <typename Take>
Result<QuantPlan> decide(const ModelHeader& header, const Recipe& recipe, const Take& take)
{
    const QStringList problems = problemsOf(recipe);
    if (!problems.isEmpty())
        return Error{ErrorCode::InvalidPlan, problems.join(QStringLiteral("; ")), {}};

    QuantPlan plan;
    plan.recipe = recipe;
    plan.target = targetNamed(recipe.target);
    plan.recognition = recognise(header, recipe.architecture);
    const Wishes wishes(header, recipe, *plan.target, plan.recognition);
    const StoredForms forms(recipe, *plan.target, plan.recognition);
    plan.namedRecipe = wishes.named();
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        const TensorInfo& tensor = header.tensors[i];
        auto stored = forms.of(tensor, wishes.of(i));
        if (!stored)
            return stored.error();
        if (recipe.stripPrefix)
            stored->storedName = strippedName(plan.recognition, tensor.name);
        plan.parameters += tensor.elements();
        plan.bytesBefore += tensor.bytes();
        plan.bytesAfter += stored->outputBytes;
        take(*std::move(stored));
    }
    return plan;
}

} // namespace

const char* reasonId(Reason reason)
{
    switch (reason) {
    case Reason::Default:
        return "default";
    case Reason::Fitted:
        return "fit";
    case Reason::Recipe:
        return "recipe";
    case Reason::KeepList:
        return "keep-list";
    case Reason::Small:
        return "small";
    case Reason::Pattern:
        return "pattern";
    case Reason::RowOverride:
        return "override";
    case Reason::Fallback:
        return "fallback";
    case Reason::NotFloat:
        return "not-float";
    }
    return "";
}

QString reasonText(const TensorPlan& plan)
{
    const QString id = QLatin1StringView(reasonId(plan.reason));
    return plan.because.isEmpty() ? id : id + QStringLiteral(": ") + plan.because;
}

Result<QuantPlan> makePlan(const ModelHeader& header, const Recipe& recipe)
{
    SharedTexts texts;
    std::vector<TensorPlan> tensors;
    tensors.reserve(header.tensors.size());
    auto plan = decide(header, recipe, [&](TensorPlan&& tensor) {
        texts.share(tensor);
        tensors.push_back(std::move(tensor));
    });
    if (plan)
        plan->tensors = std::move(tensors);
    return plan;
}

Result<std::int64_t> plannedBytes(const ModelHeader& header, const Recipe& recipe)
{
    const auto plan = decide(header, recipe, [](TensorPlan&&) {});
    if (!plan)
        return plan.error();
    return plan->bytesAfter;
}

Recipe withNamesOf(Recipe recipe, const ModelHeader& header)
{
    QHash<QStringView, const QString*> names;
    if (!recipe.overrides.empty() || !recipe.fitted.empty())
        for (const TensorInfo& tensor : header.tensors)
            names.insert(tensor.name, &tensor.name);
    for (NamedRules* rules : {&recipe.overrides, &recipe.fitted}) {
        NamedRules shared;
        for (const Rule& rule : std::as_const(*rules)) {
            const QString* known = names.value(rule.pattern);
            shared.push_back({known ? *known : rule.pattern, rule.action, rule.enabled});
        }
        *rules = std::move(shared);
    }
    return recipe;
}

Result<std::vector<int>> countMatches(const ModelHeader& header, const QStringList& patterns)
{
    std::vector<int> counts;
    for (const QString& text : patterns) {
        const auto pattern = Pattern::compile(text);
        if (!pattern)
            return pattern.error();
        counts.push_back(int(std::ranges::count_if(header.tensors,
            [&](const TensorInfo& tensor) { return pattern->matches(tensor.name); })));
    }
    return counts;
}

Result<int> countMatches(const ModelHeader& header, QStringView pattern)
{
    const auto counts = countMatches(header, QStringList{pattern.toString()});
    if (!counts)
        return counts.error();
    return counts->front();
}

} // namespace aq
