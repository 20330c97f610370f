#include "core/plan/quant_plan.h"
#include "core/plan/stored_form.h"

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
    const QStringList problems = problemsOf(recipe);
    if (!problems.isEmpty())
        return Error{ErrorCode::InvalidPlan, problems.join(QStringLiteral("; ")), {}};

    QuantPlan plan;
    plan.recipe = recipe;
    plan.target = targetNamed(recipe.target);
    plan.recognition = recognise(header, recipe.architecture);
    plan.tensors.reserve(header.tensors.size());
    const Wishes wishes(header, recipe, *plan.target, plan.recognition);
    const StoredForms forms(recipe, *plan.target, plan.recognition);
    plan.namedRecipe = wishes.named();
    SharedTexts texts;
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        const TensorInfo& tensor = header.tensors[i];
        auto stored = forms.of(tensor, wishes.of(i));
        if (!stored)
            return stored.error();
        if (recipe.stripPrefix)
            stored->storedName = strippedName(plan.recognition, tensor.name);
        texts.share(*stored);
        plan.parameters += tensor.elements();
        plan.bytesBefore += tensor.bytes();
        plan.bytesAfter += stored->outputBytes;
        plan.tensors.push_back(*std::move(stored));
    }
    return plan;
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
