#pragma once
#include "core/plan/rule.h"

#include <QHash>
#include <QStringList>
#include <compare>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace aq {

/// Rules of single tensors, by exact name, in the order they were made.
///
/// A person may choose a type for 100,000 tensors at once, and each step that can be undone holds a
/// recipe. So copies share all that they have in common: rules lie in runs of up to `runLength`
/// that are never changed while somebody else holds them. One more choice costs one run, not all of
/// them; a choice for the same tensors shares their names; equal actions are held once in a run.
///
/// Reads like a vector whose elements are made when they are looked at. Equal when the rules are.
class NamedRules {
public:
    static constexpr std::size_t runLength = 256;
    class Iterator;
    using value_type = Rule;
    using const_iterator = Iterator;
    using iterator = Iterator;

    NamedRules() = default;
    NamedRules(std::initializer_list<Rule> rules);
    NamedRules(const std::vector<Rule>& rules);
    NamedRules& operator=(std::initializer_list<Rule> rules);
    operator std::vector<Rule>() const;
    /// The same action for each of `names`.
    NamedRules(const QStringList& names, const Action& action);

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    Rule operator[](std::size_t i) const { return {name(i), action(i), isEnabled(i)}; }
    Rule front() const { return (*this)[0]; }
    Rule back() const { return (*this)[m_size - 1]; }
    Iterator begin() const;
    Iterator end() const;
    const QString& name(std::size_t i) const; ///< Rule::pattern, without making a rule.
    const Action& action(std::size_t i) const { return choice(i).action; }
    bool isEnabled(std::size_t i) const { return choice(i).enabled; }

    void clear();
    void push_back(const Rule& rule);
    void prepend(const NamedRules& rules); ///< Theirs count before those that are there.
    void setEnabled(bool enabled);         ///< All of them.

    /// Each of `wanted`, whose names differ, takes the place of the first rule of its name, or
    /// comes after all that are there.
    void merge(const NamedRules& wanted);
    void remove(const QStringList& names); ///< All rules of these names.
    void keepFirstOfEach();                ///< Later rules of the same name go.

    bool operator==(const NamedRules& other) const;

    /// How many runs are held here and not by `other` in the same place: what this copy costs.
    std::size_t runsNotIn(const NamedRules& other) const;
    /// The same of the lists of names.
    std::size_t nameListsNotIn(const NamedRules& other) const;

private:
    struct Choice {
        Action action;
        bool enabled = true;
        bool operator==(const Choice&) const = default;
    };
    struct Run {
        QStringList names;
        std::vector<Choice> choices;     ///< Each once; at most one per name.
        std::vector<std::uint8_t> picks; ///< By name, index into choices; empty: all the first.

        const Choice& choice(std::size_t i) const { return choices[picks.empty() ? 0 : picks[i]]; }
        void set(std::size_t i, const Choice& choice);
        void forgetUnused(std::size_t except);
        bool operator==(const Run& other) const;
    };
    static_assert(runLength <= 256, "a pick is a byte");

    const Choice& choice(std::size_t i) const
    {
        return m_runs[i / runLength]->choice(i % runLength);
    }
    Run& owned(std::size_t run); ///< To be changed: no other copy has it.
    void add(const QString& name, const Choice& choice);
    bool hasNamesOf(const NamedRules& other) const;
    template <typename Stays>
    void filter(const Stays& stays);

    std::vector<std::shared_ptr<Run>> m_runs; ///< All full but the last.
    std::size_t m_size = 0;
};

class NamedRules::Iterator {
public:
    using iterator_concept = std::random_access_iterator_tag;
    using iterator_category = std::input_iterator_tag; // What it points at is made on the way.
    using value_type = Rule;
    using difference_type = std::ptrdiff_t;
    using reference = Rule;
    struct pointer {
        Rule rule;
        const Rule* operator->() const { return &rule; }
    };

    Iterator() = default;
    Iterator(const NamedRules& rules, std::size_t at)
        : m_rules(&rules)
        , m_at(difference_type(at))
    {
    }
    Rule operator*() const { return (*m_rules)[std::size_t(m_at)]; }
    pointer operator->() const { return {**this}; }
    Rule operator[](difference_type n) const { return *(*this + n); }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this += -1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator operator--(int) { return std::exchange(*this, *this + -1); }
    Iterator& operator+=(difference_type n)
    {
        m_at += n;
        return *this;
    }
    Iterator& operator-=(difference_type n) { return *this += -n; }
    friend Iterator operator+(Iterator it, difference_type n) { return it += n; }
    friend Iterator operator+(difference_type n, Iterator it) { return it += n; }
    friend Iterator operator-(Iterator it, difference_type n) { return it += -n; }
    friend difference_type operator-(const Iterator& a, const Iterator& b)
    {
        return a.m_at - b.m_at;
    }
    bool operator==(const Iterator& other) const { return m_at == other.m_at; }
    auto operator<=>(const Iterator& other) const { return m_at <=> other.m_at; }

private:
    const NamedRules* m_rules = nullptr;
    difference_type m_at = 0;
};

/// Finds the first enabled rule of a name. The rules outlive this; of them only places are held.
class NamedRuleIndex {
public:
    explicit NamedRuleIndex(const NamedRules& rules);
    const Action* find(QStringView name) const; ///< Null: none.

private:
    const NamedRules& m_rules;
    QHash<QStringView, std::uint32_t> m_places;
};

inline NamedRules::Iterator NamedRules::begin() const { return {*this, 0}; }
inline NamedRules::Iterator NamedRules::end() const { return {*this, m_size}; }

} // namespace aq
