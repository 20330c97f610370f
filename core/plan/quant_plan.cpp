#include "core/plan/quant_plan.h"
#include "core/analysis/architecture.h"
#include "core/base/printable.h"
#include "core/plan/keep_list.h"
#include "core/plan/pattern.h"

#include <QHash>
#include <QSet>

namespace aq {

namespace {

struct CompiledRule {
    Pattern pattern;
    const Rule* rule;
};

/// Enabled rules only. The recipe has no problems, so every pattern compiles.
std::vector<CompiledRule> compiled(const std::vector<Rule>& rules)
{
    std::vector<CompiledRule> result;
    for (const Rule& rule : rules)
        if (auto pattern = Pattern::compile(rule.pattern); rule.enabled && pattern)
            result.push_back({*std::move(pattern), &rule});
    return result;
}

const Rule* firstMatch(const std::vector<CompiledRule>& rules, const QString& name)
{
    for (const CompiledRule& candidate : rules)
        if (candidate.pattern.matches(name))
            return candidate.rule;
    return nullptr;
}

/// Everything about a recipe that is worked out once for all tensors.
class Planner {
public:
    Planner(const ModelHeader& header, const Recipe& recipe, const Target& target);
    TensorPlan plan(const TensorInfo& tensor) const;

private:
    struct Choice {
        Action action;
        Reason reason = Reason::Default;
        QString because;
        QStringList chain;
        void speak(Reason by, const Action& wish, const QString& why);
    };
    QString sensitivity(const QString& name) const;
    QString smallness(const TensorInfo& tensor) const;
    Choice choose(const TensorInfo& tensor) const;
    SchemeOptions optionsFor(const Scheme& scheme, const Action& action) const;
    std::int64_t quantizedBytes(const TensorInfo& tensor, const TensorPlan& plan) const;
    QString misfit(const TensorInfo& tensor, const TensorPlan& plan) const;

    const Recipe& m_recipe;
    const Target& m_target;
    Recognition m_recognition;
    std::vector<CompiledRule> m_rules, m_patterns;
    std::vector<std::pair<Pattern, QString>> m_sensitive;
    QSet<QString> m_sensitiveNames;
    QHash<QString, Action> m_overrides;
    Action m_default;
};

Planner::Planner(const ModelHeader& header, const Recipe& recipe, const Target& target)
    : m_recipe(recipe)
    , m_target(target)
    , m_rules(compiled(recipe.rules))
    , m_patterns(compiled(recipe.patterns))
    , m_sensitiveNames(recipe.sensitiveNames.begin(), recipe.sensitiveNames.end())
    , m_default{recipe.scheme, {}}
{
    if (recipe.keepArchitectureList)
        m_recognition = recognise(header);
    for (const QString& text : recipe.sensitivePatterns)
        if (auto pattern = Pattern::compile(text))
            m_sensitive.emplace_back(*std::move(pattern), text);
    for (const Rule& rule : recipe.overrides)
        if (rule.enabled && !m_overrides.contains(rule.pattern))
            m_overrides.insert(rule.pattern, rule.action);
}

void Planner::Choice::speak(Reason by, const Action& wish, const QString& why)
{
    action = wish;
    reason = by;
    because = why;
    QString line = QLatin1StringView(reasonId(by)) + QStringLiteral(": ") + actionText(wish);
    chain << (why.isEmpty() ? line : line + QStringLiteral(" (") + why + QLatin1Char(')'));
}

/// Why the name alone asks to be kept; empty: it does not.
QString Planner::sensitivity(const QString& name) const
{
    if (m_recipe.keepArchitectureList)
        if (const QString part = keptPart(m_recognition, name); !part.isEmpty())
            return m_recognition.architecture
                ? m_recognition.architecture->id + QStringLiteral(": ") + part
                : part;
    if (m_recipe.keepSensitive)
        if (const QString word = sensitiveWord(name); !word.isEmpty())
            return QStringLiteral("sensitive name: ") + word;
    if (m_sensitiveNames.contains(name))
        return QStringLiteral("sensitive name");
    for (const auto& [pattern, text] : m_sensitive)
        if (pattern.matches(name))
            return QStringLiteral("sensitive: ") + text;
    return {};
}

QString Planner::smallness(const TensorInfo& tensor) const
{
    const std::int64_t elements = tensor.elements();
    if (m_recipe.keepOneDimensional && tensor.shape.size() <= 1)
        return tensor.shape.empty() ? QStringLiteral("0-D") : QStringLiteral("1-D");
    if (elements < m_recipe.keepBelowElements)
        return QStringLiteral("%1 of at least %2 elements")
            .arg(elements)
            .arg(m_recipe.keepBelowElements);
    return {};
}

Planner::Choice Planner::choose(const TensorInfo& tensor) const
{
    const Action keep;
    Choice choice;
    choice.speak(Reason::Default, m_default, {});
    if (const Rule* rule = firstMatch(m_rules, tensor.name))
        choice.speak(Reason::Recipe, rule->action, rule->pattern);
    if (const QString why = sensitivity(tensor.name); !why.isEmpty())
        choice.speak(Reason::KeepList, keep, why);
    if (const QString why = smallness(tensor); !why.isEmpty())
        choice.speak(Reason::Small, keep, why);
    if (const Rule* rule = firstMatch(m_patterns, tensor.name))
        choice.speak(Reason::Pattern, rule->action, rule->pattern);
    if (const auto found = m_overrides.constFind(tensor.name); found != m_overrides.constEnd())
        choice.speak(Reason::RowOverride, *found, {});
    return choice;
}

SchemeOptions Planner::optionsFor(const Scheme& scheme, const Action& action) const
{
    SchemeOptions options;
    options.groupSize = action.groupSize.value_or(m_recipe.groupSize);
    options.symmetry = m_recipe.symmetry;
    options.scaleType = m_recipe.scaleType;
    options.search = scheme.codeBits <= 4 ? m_recipe.search : Search::None;
    return m_target.adjust(options);
}

std::int64_t Planner::quantizedBytes(const TensorInfo& tensor, const TensorPlan& plan) const
{
    if (m_target.decoded)
        return byteSize(tensor.shape, m_target.decodedType).value_or(0);
    return encodingFor(*plan.scheme, plan.options, tensor.shape).bytes();
}

/// Why a wish to quantize cannot be met; empty: it can. A scheme that saves nothing is refused
/// unless the person asked for it by name: it would only lose precision.
QString Planner::misfit(const TensorInfo& tensor, const TensorPlan& plan) const
{
    if (tensor.elements() == 0)
        return QStringLiteral("no elements");
    const bool isWish = plan.reason == Reason::Pattern || plan.reason == Reason::RowOverride;
    if (isWish || m_target.decoded || plan.outputBytes < tensor.bytes())
        return {};
    return QStringLiteral("%1 would take %2 bytes, the source takes %3")
        .arg(QLatin1StringView(plan.scheme->id))
        .arg(plan.outputBytes)
        .arg(tensor.bytes());
}

TensorPlan Planner::plan(const TensorInfo& tensor) const
{
    Choice choice = choose(tensor);
    if (!isFloat(tensor.dtype))
        choice.speak(Reason::NotFloat, {}, QLatin1StringView(nameOf(tensor.dtype)));

    TensorPlan plan;
    plan.reason = choice.reason;
    plan.outputBytes = tensor.bytes();
    plan.scheme = choice.action.isKeep() ? nullptr : schemeNamed(choice.action.scheme);
    if (plan.scheme) {
        plan.options = optionsFor(*plan.scheme, choice.action);
        plan.outputBytes = quantizedBytes(tensor, plan);
        if (const QString why = misfit(tensor, plan); !why.isEmpty()) {
            choice.speak(Reason::Fallback, {}, why);
            plan = {nullptr, {}, Reason::Fallback, {}, {}, tensor.bytes()};
        }
    }
    plan.because = std::move(choice.because);
    plan.chain = std::move(choice.chain);
    return plan;
}

} // namespace

const char* reasonId(Reason reason)
{
    switch (reason) {
    case Reason::Default:
        return "default";
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
    for (const TensorInfo& tensor : header.tensors)
        if (tensor.encoding)
            return Error{ErrorCode::Unsupported,
                QStringLiteral("is already quantized (%1): dequantize the file first")
                    .arg(printable(tensor.encoding->scheme)),
                printable(tensor.name)};

    QuantPlan plan;
    plan.recipe = recipe;
    plan.target = targetNamed(recipe.target);
    plan.recognition = recognise(header, recipe.architecture);
    plan.tensors.reserve(header.tensors.size());
    const Planner planner(header, recipe, *plan.target);
    for (const TensorInfo& tensor : header.tensors) {
        plan.tensors.push_back(planner.plan(tensor));
        plan.parameters += tensor.elements();
        plan.bytesBefore += tensor.bytes();
        plan.bytesAfter += plan.tensors.back().outputBytes;
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
