#include "core/plan/wishes.h"
#include "core/plan/keep_list.h"

namespace aq {

namespace {

std::vector<Pattern> globs(const QStringList& texts)
{
    std::vector<Pattern> patterns;
    for (const QString& text : texts)
        if (auto pattern = Pattern::compile(text))
            patterns.push_back(*std::move(pattern));
    return patterns;
}

bool matchesAny(const std::vector<Pattern>& patterns, const QString& name)
{
    return std::ranges::any_of(
        patterns, [&](const Pattern& pattern) { return pattern.matches(name); });
}

QString joined(const QString& why, const QString& note)
{
    if (why.isEmpty() || note.isEmpty())
        return why + note;
    return why + QStringLiteral("; ") + note;
}

} // namespace

void Wish::speak(Reason by, const Scheme* what, const QString& why, std::optional<int> group)
{
    scheme = what;
    groupSize = group;
    reason = by;
    because = why;
    const Action action{what ? QString(QLatin1StringView(what->id)) : QString(), group};
    QString line = QLatin1StringView(reasonId(by)) + QStringLiteral(": ") + actionText(action);
    chain << (why.isEmpty() ? line : line + QStringLiteral(" (") + why + QLatin1Char(')'));
}

/// Enabled rules only. The recipe has no problems, so every pattern compiles.
std::vector<Wishes::CompiledRule> Wishes::compiled(const std::vector<Rule>& rules)
{
    std::vector<CompiledRule> result;
    for (const Rule& rule : rules)
        if (auto pattern = Pattern::compile(rule.pattern); rule.enabled && pattern)
            result.push_back({*std::move(pattern), &rule});
    return result;
}

const Rule* Wishes::firstMatch(const std::vector<CompiledRule>& rules, const QString& name)
{
    for (const CompiledRule& candidate : rules)
        if (candidate.pattern.matches(name))
            return candidate.rule;
    return nullptr;
}

Wishes::Wishes(const ModelHeader& header, const Recipe& recipe, const Target& target,
    const Recognition& recognition)
    : m_header(header)
    , m_recipe(recipe)
    , m_target(target)
    , m_recognition(recognition)
    , m_default(defaultMeaning(recipe.scheme, target))
    , m_rules(compiled(recipe.rules))
    , m_patterns(compiled(recipe.patterns))
    , m_overrides(recipe.overrides)
    , m_fitted(recipe.fitted)
    , m_sensitiveNames(recipe.sensitiveNames.begin(), recipe.sensitiveNames.end())
{
    for (const QString& text : recipe.sensitivePatterns)
        if (auto pattern = Pattern::compile(text))
            m_sensitive.emplace_back(*std::move(pattern), text);
    if (m_default.named)
        mix(*m_default.named);
}

/// Sorts the tensors into the families of a named recipe: the first that matches decides. Only
/// those count that the default would quantize: matrices, neither small nor sensitive.
void Wishes::mix(const NamedRecipe& named)
{
    std::vector<std::vector<Pattern>> patterns;
    patterns.reserve(named.families.size());
    for (const NamedRecipe::Family& family : named.families)
        patterns.push_back(globs(family.patterns));
    std::vector<std::vector<std::size_t>> members(patterns.size());
    for (std::size_t i = 0; i < m_header.tensors.size(); ++i) {
        const TensorInfo& tensor = m_header.tensors[i];
        const auto family = std::ranges::find_if(
            patterns, [&](const auto& globs) { return matchesAny(globs, tensor.name); });
        if (family != patterns.end() && tensor.shape.size() > 1 && isFloat(tensor.dtype)
            && sensitivity(tensor.name).isEmpty() && smallness(tensor).isEmpty())
            members[std::size_t(family - patterns.begin())].push_back(i);
    }
    for (std::size_t i = 0; i < members.size(); ++i)
        mixFamily(named, named.families[i], members[i]);
}

void Wishes::mixFamily(const NamedRecipe& named, const NamedRecipe::Family& family,
    const std::vector<std::size_t>& members)
{
    const QString title = named.title + QStringLiteral(": ") + family.title;
    const auto first = std::size_t(family.first);
    for (std::size_t i = 0; i < members.size(); ++i) {
        const bool isFirst = i < first;
        const QString& id = isFirst ? family.firstScheme : family.scheme;
        const Scheme* scheme = schemeNamed(id);
        if (!scheme) // The base.
            continue;
        const QString count = QStringLiteral(", first %1 of %2").arg(first).arg(members.size());
        m_mixed.insert(members[i], {scheme, isFirst ? title + count : title});
    }
}

/// Why the name alone asks to be kept; empty: it does not.
QString Wishes::sensitivity(const QString& name) const
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

QString Wishes::smallness(const TensorInfo& tensor) const
{
    const std::int64_t elements = tensor.elements();
    // Without shapes every tensor is one row, matrices too.
    if (m_recipe.keepOneDimensional && m_header.hasShapes && tensor.shape.size() <= 1)
        return tensor.shape.empty() ? QStringLiteral("0-D") : QStringLiteral("1-D");
    if (elements < m_recipe.keepBelowElements)
        return QStringLiteral("%1 of at least %2 elements")
            .arg(elements)
            .arg(m_recipe.keepBelowElements);
    return {};
}

void Wishes::speak(Wish& wish, Reason by, const Action& action, const QString& why) const
{
    if (action.isKeep())
        return wish.speak(by, nullptr, why);
    const Meaning meaning = ruleMeaning(action.scheme, m_target);
    const bool hasGroups = qstrcmp(meaning.scheme->family, "affine") == 0;
    wish.speak(
        by, meaning.scheme, joined(why, meaning.note), hasGroups ? action.groupSize : std::nullopt);
}

Wish Wishes::of(std::size_t index) const
{
    const TensorInfo& tensor = m_header.tensors[index];
    Wish wish;
    if (tensor.encoding)
        wish.chain << QStringLiteral("source: ") + tensor.encoding->scheme;
    const bool isTitled = m_default.named && m_default.note.isEmpty();
    wish.speak(
        Reason::Default, m_default.scheme, isTitled ? m_default.named->title : m_default.note);
    if (const auto mixed = m_mixed.constFind(index); mixed != m_mixed.constEnd())
        wish.speak(Reason::Recipe, mixed->scheme, mixed->because);
    if (const Action* found = m_fitted.find(tensor.name))
        speak(wish, Reason::Fitted, *found, {});
    if (const Rule* rule = firstMatch(m_rules, tensor.name))
        speak(wish, Reason::Recipe, rule->action, rule->pattern);
    if (const QString why = sensitivity(tensor.name); !why.isEmpty())
        wish.speak(Reason::KeepList, nullptr, why);
    if (const QString why = smallness(tensor); !why.isEmpty())
        wish.speak(Reason::Small, nullptr, why);
    if (const Rule* rule = firstMatch(m_patterns, tensor.name))
        speak(wish, Reason::Pattern, rule->action, rule->pattern);
    if (const Action* found = m_overrides.find(tensor.name))
        speak(wish, Reason::RowOverride, *found, {});
    return wish;
}

bool Wishes::isFree(std::size_t index) const
{
    const TensorInfo& tensor = m_header.tensors[index];
    return isFloat(tensor.dtype) && !firstMatch(m_rules, tensor.name)
        && sensitivity(tensor.name).isEmpty() && smallness(tensor).isEmpty()
        && !firstMatch(m_patterns, tensor.name) && !m_overrides.find(tensor.name);
}

} // namespace aq
