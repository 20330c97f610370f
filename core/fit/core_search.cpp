#include "core/fit/core_search.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

namespace aq {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr std::int32_t none = -1;
/// So many steps of merging, or of comparing two chains, take as long as making a state.
constexpr std::size_t cheap = 4;

/// How the core was decided to get here: a chain back to the empty core.
struct Node {
    std::int32_t parent;
    std::int32_t item;
};

struct State {
    std::int64_t weight, cost; ///< Of a whole answer: all other classes as the relaxation has them.
    std::int32_t parent, item;

    auto key() const { return std::tuple(weight, cost); }
};

/// The classes around the step that does not fit, nearest slopes first.
class CoreOrder {
public:
    explicit CoreOrder(const RelaxedKnapsack& problem)
        : m_problem(problem)
        , m_isIn(problem.classes.size(), false)
        , m_up(problem.start.breaking)
        , m_down(problem.start.breaking)
    {
    }
    /// The class to add next; none: all that have a choice are in.
    std::int32_t next()
    {
        settle();
        const bool hasUp = m_up < m_problem.steps.size();
        if (!hasUp && m_down == 0)
            return none;
        m_upwards = (m_upwards || m_down == 0) && hasUp;
        const std::int32_t owner = m_problem.steps[m_upwards ? m_up : m_down - 1].owner;
        m_upwards = !m_upwards;
        m_isIn[std::size_t(owner)] = true;
        settle();
        return owner;
    }
    /// Most cost that any class outside saves per weight added.
    double best() const { return m_up < m_problem.steps.size() ? m_problem.steps[m_up].slope : 0; }
    /// Least cost that any class outside asks per weight taken away.
    double least() const { return m_down > 0 ? m_problem.steps[m_down - 1].slope : never; }

private:
    /// Steps of classes in the core say nothing of those outside. The first step of a class that
    /// is met on the way up begins where the relaxation left it; on the way down it ends there.
    void settle()
    {
        while (m_up < m_problem.steps.size() && isIn(m_up))
            ++m_up;
        while (m_down > 0 && isIn(m_down - 1))
            --m_down;
    }
    bool isIn(std::size_t step) const { return m_isIn[std::size_t(m_problem.steps[step].owner)]; }

    const RelaxedKnapsack& m_problem;
    std::vector<bool> m_isIn;
    std::size_t m_up, m_down; ///< Steps before `m_down` were taken, those from `m_up` on were not.
    bool m_upwards = true;
};

/// One run over growing cores with lists of at most `most` states.
class CoreRun {
public:
    CoreRun(const RelaxedKnapsack& problem, std::size_t most, std::int64_t& work,
        KnapsackAnswer& answer)
        : m_problem(problem)
        , m_slope(problem.steps[problem.start.breaking].slope)
        , m_most(most)
        , m_work(work)
        , m_answer(answer)
        , m_order(problem)
    {
    }
    bool run(); ///< Whether the answer is proved.

private:
    const KnapsackClass& items(std::int32_t owner) const
    {
        return m_problem.classes[std::size_t(owner)];
    }
    std::int32_t startItem(std::int32_t owner) const
    {
        return m_problem.start.items[std::size_t(owner)];
    }
    int choice(std::int32_t owner, std::int32_t item) const
    {
        return items(owner)[std::size_t(item)].choice;
    }
    /// What the answer may cost, and what rounding of bounds may hide.
    double limit() const { return double(m_answer.sum.cost) * (1 + 0x1p-48); }
    double boundOf(std::int64_t weight, std::int64_t cost) const;
    std::vector<std::int32_t> promising(std::int32_t owner) const;
    void add(std::int32_t owner, const std::vector<std::int32_t>& candidates);
    void shift(std::int32_t owner, std::int32_t item, std::int32_t firstNode);
    void merge();
    void append(const State& state);
    void shorten();
    void note(const State& state);
    bool isLower(const State& a, const State& b);
    bool isLowerAnswer(const std::vector<int>& a, const std::vector<int>& b) const;
    std::vector<int> answerOf(const State& state);

    const RelaxedKnapsack& m_problem;
    double m_slope;
    std::size_t m_most;
    std::int64_t& m_work;
    KnapsackAnswer& m_answer;
    CoreOrder m_order;
    bool m_isWhole = true; ///< No list was shortened.
    std::vector<std::int32_t> m_core;
    std::vector<Node> m_nodes;
    std::vector<State> m_states, m_shifted, m_merged, m_swap;
};

/// The least cost of answers with this state: the rest of the classes in parts.
double CoreRun::boundOf(std::int64_t weight, std::int64_t cost) const
{
    const std::int64_t room = m_problem.capacity - weight;
    if (room >= 0)
        return double(cost) - double(room) * m_order.best();
    return double(cost) + double(-room) * m_order.least();
}

/// Items that an answer as good as ours can have: what one adds to the bound by itself, with the
/// breaking slope as the price of weight, is within the gap.
std::vector<std::int32_t> CoreRun::promising(std::int32_t owner) const
{
    const KnapsackItem& start = items(owner)[std::size_t(startItem(owner))];
    const double gap = limit() - m_problem.start.bound;
    std::vector<std::int32_t> found;
    for (std::size_t i = 0; i < items(owner).size(); ++i) {
        const KnapsackItem& item = items(owner)[i];
        const double added
            = double(item.cost - start.cost) + m_slope * double(item.weight - start.weight);
        if (added <= gap + limit() * 0x1p-48)
            found.push_back(std::int32_t(i));
    }
    return found;
}

bool CoreRun::run()
{
    m_states.push_back({m_problem.start.sum.weight, m_problem.start.sum.cost, none, none});
    while (!m_states.empty() && m_work > 0) {
        const std::int32_t owner = m_order.next();
        if (owner == none)
            break;
        const std::vector<std::int32_t> candidates = promising(owner);
        --m_work;
        if (candidates.size() != 1 || candidates.front() != startItem(owner))
            add(owner, candidates);
    }
    return m_isWhole && m_work > 0;
}

void CoreRun::add(std::int32_t owner, const std::vector<std::int32_t>& candidates)
{
    m_core.push_back(owner);
    const std::size_t first = m_nodes.size();
    for (const State& state : m_states)
        m_nodes.push_back({state.parent, state.item});
    m_merged.clear();
    for (const std::int32_t item : candidates) {
        shift(owner, item, std::int32_t(first));
        merge();
    }
    m_states.swap(m_merged);
    if (m_states.size() > m_most)
        shorten();
}

/// The states with one item of the class that joins, as far as they can still become the answer.
void CoreRun::shift(std::int32_t owner, std::int32_t item, std::int32_t firstNode)
{
    const KnapsackItem& to = items(owner)[std::size_t(item)];
    const KnapsackItem& from = items(owner)[std::size_t(startItem(owner))];
    m_shifted.clear();
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        const State state{m_states[i].weight + to.weight - from.weight,
            m_states[i].cost + to.cost - from.cost, firstNode + std::int32_t(i), item};
        if (item != startItem(owner)) // Else it was noted before.
            note(state);
        if (boundOf(state.weight, state.cost) <= limit())
            m_shifted.push_back(state);
    }
    m_work -= std::int64_t(m_states.size());
}

/// Joins the shifted states with those merged before; both lists and the result have rising weights
/// and falling costs.
void CoreRun::merge()
{
    m_swap.swap(m_merged);
    m_merged.clear();
    auto a = m_swap.cbegin();
    auto b = m_shifted.cbegin();
    while (a != m_swap.cend() && b != m_shifted.cend())
        append(b->key() < a->key() ? *b++ : *a++);
    for (; a != m_swap.cend(); ++a)
        append(*a);
    for (; b != m_shifted.cend(); ++b)
        append(*b);
    m_work -= std::int64_t(m_merged.size() / cheap);
}

void CoreRun::append(const State& state)
{
    if (m_merged.empty() || state.cost < m_merged.back().cost)
        m_merged.push_back(state);
    else if (state.key() == m_merged.back().key() && isLower(state, m_merged.back()))
        m_merged.back() = state;
}

/// Keeps the states with the best bounds.
void CoreRun::shorten()
{
    m_isWhole = false;
    std::vector<std::pair<double, std::int64_t>> ranks;
    ranks.reserve(m_states.size());
    for (const State& state : m_states)
        ranks.emplace_back(boundOf(state.weight, state.cost), state.weight);
    const auto last = ranks.begin() + std::ptrdiff_t(m_most);
    std::ranges::nth_element(ranks, last);
    const auto worst = *last;
    std::erase_if(m_states, [&](const State& state) {
        return std::pair(boundOf(state.weight, state.cost), state.weight) >= worst;
    });
}

/// Takes a state as the answer if it is a better one.
void CoreRun::note(const State& state)
{
    if (state.weight > m_problem.capacity)
        return;
    const auto rank = std::tuple(state.cost, state.weight);
    const auto best = std::tuple(m_answer.sum.cost, m_answer.sum.weight);
    if (rank > best)
        return;
    std::vector<int> chosen = answerOf(state);
    if (rank == best && !isLowerAnswer(chosen, m_answer.items))
        return;
    m_answer.items = std::move(chosen);
    m_answer.sum = {state.weight, state.cost};
}

std::vector<int> CoreRun::answerOf(const State& state)
{
    m_work -= std::int64_t(m_problem.classes.size() / 64 + m_core.size());
    std::vector<int> chosen = m_problem.start.items;
    Node node{state.parent, state.item};
    for (std::size_t depth = m_core.size(); depth-- > 0;) {
        chosen[std::size_t(m_core[depth])] = node.item;
        node = m_nodes[std::size_t(node.parent)];
    }
    return chosen;
}

bool CoreRun::isLowerAnswer(const std::vector<int>& a, const std::vector<int>& b) const
{
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i])
            return choice(std::int32_t(i), a[i]) < choice(std::int32_t(i), b[i]);
    return false;
}

/// Whether the core's choices are lexicographically lower. Both chains are equally long.
bool CoreRun::isLower(const State& a, const State& b)
{
    Node left{a.parent, a.item}, right{b.parent, b.item};
    std::int32_t lowest = std::numeric_limits<std::int32_t>::max();
    bool result = false;
    std::int64_t steps = 0;
    for (std::size_t depth = m_core.size(); depth-- > 0;) {
        const std::int32_t owner = m_core[depth];
        if (left.item != right.item && owner < lowest) {
            lowest = owner;
            result = choice(owner, left.item) < choice(owner, right.item);
        }
        if (left.parent == right.parent)
            break;
        left = m_nodes[std::size_t(left.parent)];
        right = m_nodes[std::size_t(right.parent)];
        ++steps;
    }
    m_work -= steps / std::int64_t(cheap);
    return result;
}

} // namespace

void searchCore(const RelaxedKnapsack& problem, std::int64_t work, KnapsackAnswer& answer)
{
    constexpr std::array<std::size_t, 3> lengths{
        64, 1024, std::numeric_limits<std::int32_t>::max()};
    for (const std::size_t most : lengths) {
        answer.isOptimal = CoreRun(problem, most, work, answer).run();
        if (answer.isOptimal || work <= 0)
            return;
    }
}

} // namespace aq
