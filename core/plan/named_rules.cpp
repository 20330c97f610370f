#include "core/plan/named_rules.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <atomic>

namespace aq {

NamedRules::NamedRules(std::initializer_list<Rule> rules)
{
    for (const Rule& rule : rules)
        push_back(rule);
}

NamedRules::NamedRules(const std::vector<Rule>& rules)
{
    for (const Rule& rule : rules)
        push_back(rule);
}

NamedRules& NamedRules::operator=(std::initializer_list<Rule> rules)
{
    return *this = NamedRules(rules);
}

NamedRules::operator std::vector<Rule>() const { return {begin(), end()}; }

NamedRules::NamedRules(const QStringList& names, const Action& action)
{
    for (const QString& name : names)
        add(name, {action, true});
}

const QString& NamedRules::name(std::size_t i) const
{
    return m_runs[i / runLength]->names.at(qsizetype(i % runLength));
}

void NamedRules::clear()
{
    m_runs.clear();
    m_size = 0;
}

void NamedRules::push_back(const Rule& rule) { add(rule.pattern, {rule.action, rule.enabled}); }

void NamedRules::add(const QString& name, const Choice& choice)
{
    if (m_size % runLength == 0)
        m_runs.push_back(std::make_shared<Run>());
    Run& run = owned(m_size / runLength);
    run.names << name;
    if (run.choices.empty())
        run.choices.push_back(choice);
    else
        run.set(std::size_t(run.names.size()) - 1, choice);
    ++m_size;
}

void NamedRules::Run::set(std::size_t i, const Choice& wanted)
{
    auto pick = std::size_t(std::ranges::find(choices, wanted) - choices.begin());
    if (picks.empty() && pick == 0)
        return;
    picks.resize(std::size_t(names.size())); // New ones pick the first.
    if (pick == runLength) {
        forgetUnused(i);
        pick = choices.size();
    }
    if (pick == choices.size())
        choices.push_back(wanted);
    picks[i] = std::uint8_t(pick);
}

/// What nobody but `except` picks gives way: the others are fewer than a run is long.
void NamedRules::Run::forgetUnused(std::size_t except)
{
    std::array<bool, runLength> isUsed{};
    for (std::size_t i = 0; i < picks.size(); ++i)
        if (i != except)
            isUsed[picks[i]] = true;
    std::array<std::uint8_t, runLength> renamed{};
    std::vector<Choice> used;
    for (std::size_t old = 0; old < choices.size(); ++old) {
        renamed[old] = std::uint8_t(used.size());
        if (isUsed[old])
            used.push_back(choices[old]);
    }
    for (std::size_t i = 0; i < picks.size(); ++i)
        picks[i] = renamed[picks[i]];
    choices = std::move(used);
}

bool NamedRules::Run::operator==(const Run& other) const
{
    if (names != other.names)
        return false;
    for (std::size_t i = 0; i < std::size_t(names.size()); ++i)
        if (choice(i) != other.choice(i))
            return false;
    return true;
}

NamedRules::Run& NamedRules::owned(std::size_t run)
{
    std::shared_ptr<Run>& held = m_runs[run];
    if (held.use_count() > 1)
        held = std::make_shared<Run>(*held);
    else
        std::atomic_thread_fence(std::memory_order_acquire); // Whoever let go has read before.
    return *held;
}

void NamedRules::prepend(const NamedRules& rules)
{
    NamedRules all = rules;
    for (std::size_t i = 0; i < m_size; ++i)
        all.add(name(i), choice(i));
    *this = std::move(all);
}

void NamedRules::setEnabled(bool enabled)
{
    for (std::size_t r = 0; r < m_runs.size(); ++r) {
        Run& run = owned(r);
        for (Choice& choice : run.choices)
            choice.enabled = enabled;
    }
}

bool NamedRules::hasNamesOf(const NamedRules& other) const
{
    return m_size == other.m_size
        && std::ranges::equal(m_runs, other.m_runs,
            [](const auto& a, const auto& b) { return a == b || a->names == b->names; });
}

void NamedRules::merge(const NamedRules& wanted)
{
    if (hasNamesOf(wanted)) {
        for (std::size_t r = 0; r < m_runs.size(); ++r) {
            const Run& next = *wanted.m_runs[r];
            if (m_runs[r] != wanted.m_runs[r] && !(*m_runs[r] == next))
                m_runs[r] = std::make_shared<Run>(Run{m_runs[r]->names, next.choices, next.picks});
        }
        return;
    }
    if (empty()) {
        *this = wanted;
        return;
    }
    QHash<QStringView, std::size_t> places;
    places.reserve(qsizetype(wanted.size()));
    for (std::size_t i = 0; i < wanted.size(); ++i)
        places.insert(wanted.name(i), i);
    std::vector<bool> taken(wanted.size());
    for (std::size_t i = 0; i < m_size && !places.isEmpty(); ++i) {
        const auto place = places.constFind(name(i));
        if (place == places.cend() || taken[*place])
            continue;
        taken[*place] = true;
        if (choice(i) != wanted.choice(*place))
            owned(i / runLength).set(i % runLength, wanted.choice(*place));
    }
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!taken[i])
            add(wanted.name(i), wanted.choice(i));
}

/// Runs before the first that goes stay shared.
template <typename Stays>
void NamedRules::filter(const Stays& stays)
{
    std::size_t first = 0;
    while (first < m_size && stays(name(first)))
        ++first;
    if (first == m_size)
        return;
    NamedRules left;
    left.m_size = first / runLength * runLength;
    left.m_runs.assign(m_runs.begin(), m_runs.begin() + std::ptrdiff_t(left.m_size / runLength));
    for (std::size_t i = left.m_size; i < m_size; ++i)
        if (i < first || (i > first && stays(name(i))))
            left.add(name(i), choice(i));
    *this = std::move(left);
}

void NamedRules::remove(const QStringList& names)
{
    QSet<QStringView> gone;
    gone.reserve(names.size());
    for (const QString& name : names)
        gone.insert(name);
    filter([&](const QString& name) { return !gone.contains(name); });
}

void NamedRules::keepFirstOfEach()
{
    const NamedRules all = *this; // Holds the names that are seen.
    QSet<QStringView> seen;
    filter([&](const QString& name) {
        const qsizetype before = seen.size();
        seen.insert(name);
        return seen.size() > before;
    });
}

bool NamedRules::operator==(const NamedRules& other) const
{
    return m_size == other.m_size
        && std::ranges::equal(
            m_runs, other.m_runs, [](const auto& a, const auto& b) { return a == b || *a == *b; });
}

NamedRuleIndex::NamedRuleIndex(const NamedRules& rules)
    : m_rules(rules)
{
    m_places.reserve(qsizetype(rules.size()));
    for (std::size_t i = rules.size(); i-- > 0;) // The first comes last and stays.
        if (rules.isEnabled(i))
            m_places.insert(rules.name(i), std::uint32_t(i));
}

const Action* NamedRuleIndex::find(QStringView name) const
{
    const auto place = m_places.constFind(name);
    return place == m_places.cend() ? nullptr : &m_rules.action(*place);
}

std::size_t NamedRules::runsNotIn(const NamedRules& other) const
{
    std::size_t own = 0;
    for (std::size_t r = 0; r < m_runs.size(); ++r)
        own += r >= other.m_runs.size() || m_runs[r] != other.m_runs[r];
    return own;
}

std::size_t NamedRules::nameListsNotIn(const NamedRules& other) const
{
    std::size_t own = 0;
    for (std::size_t r = 0; r < m_runs.size(); ++r)
        own += r >= other.m_runs.size()
            || m_runs[r]->names.constData() != other.m_runs[r]->names.constData();
    return own;
}

} // namespace aq
