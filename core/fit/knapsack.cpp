#include "core/fit/knapsack.h"
#include "core/fit/core_search.h"

#include <algorithm>
#include <tuple>

namespace aq {
namespace {

double slopeOf(const KnapsackItem& light, const KnapsackItem& heavy)
{
    return double(light.cost - heavy.cost) / double(heavy.weight - light.weight);
}

/// Items of one class on its hull, by a scan that drops what lies on or above a chord.
void hullOf(const KnapsackClass& items, std::vector<std::int32_t>& hull)
{
    hull.clear();
    for (std::size_t i = 0; i < items.size(); ++i) {
        while (hull.size() > 1) {
            const KnapsackItem& last = items[std::size_t(hull.back())];
            const KnapsackItem& before = items[std::size_t(hull[hull.size() - 2])];
            if (slopeOf(before, last) > slopeOf(last, items[i]))
                break;
            hull.pop_back();
        }
        hull.push_back(std::int32_t(i));
    }
}

/// What else fits after the relaxation, step by step: a good answer to begin a search with.
void fill(const std::vector<KnapsackClass>& classes, const std::vector<KnapsackStep>& steps,
    std::size_t first, std::int64_t capacity, KnapsackAnswer& answer)
{
    for (std::size_t i = first; i < steps.size(); ++i) {
        const KnapsackStep& step = steps[i];
        int& item = answer.items[std::size_t(step.owner)];
        const KnapsackClass& items = classes[std::size_t(step.owner)];
        const KnapsackItem& now = items[std::size_t(item)];
        const KnapsackItem& next = items[std::size_t(step.to)];
        if (next.weight <= now.weight || next.weight - now.weight > capacity - answer.sum.weight)
            continue;
        answer.sum.weight += next.weight - now.weight;
        answer.sum.cost -= now.cost - next.cost;
        item = step.to;
    }
}

} // namespace

KnapsackClass undominated(KnapsackClass items)
{
    std::ranges::sort(items, {},
        [](const KnapsackItem& item) { return std::tuple(item.weight, item.cost, item.choice); });
    std::size_t kept = 0;
    for (const KnapsackItem& item : items)
        if (kept == 0 || item.cost < items[kept - 1].cost)
            items[kept++] = item;
    items.resize(kept);
    return items;
}

std::vector<KnapsackStep> hullSteps(const std::vector<KnapsackClass>& classes)
{
    std::vector<KnapsackStep> steps;
    std::vector<std::int32_t> hull;
    for (std::size_t owner = 0; owner < classes.size(); ++owner) {
        const KnapsackClass& items = classes[owner];
        hullOf(items, hull);
        for (std::size_t i = 1; i < hull.size(); ++i)
            steps.push_back({slopeOf(items[std::size_t(hull[i - 1])], items[std::size_t(hull[i])]),
                std::int32_t(owner), hull[i - 1], hull[i]});
    }
    std::ranges::sort(steps, [](const KnapsackStep& a, const KnapsackStep& b) {
        return std::tuple(b.slope, a.owner, a.from) < std::tuple(a.slope, b.owner, b.from);
    });
    return steps;
}

KnapsackSum sumOf(const std::vector<KnapsackClass>& classes, const std::vector<int>& items)
{
    KnapsackSum sum;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const KnapsackItem& item = classes[i][std::size_t(items[i])];
        sum.weight += item.weight;
        sum.cost += item.cost;
    }
    return sum;
}

Relaxation relaxed(const std::vector<KnapsackClass>& classes,
    const std::vector<KnapsackStep>& steps, std::int64_t capacity)
{
    Relaxation result;
    result.items.assign(classes.size(), 0);
    result.sum = sumOf(classes, result.items);
    for (; result.breaking < steps.size(); ++result.breaking) {
        const KnapsackStep& step = steps[result.breaking];
        const KnapsackClass& items = classes[std::size_t(step.owner)];
        const KnapsackItem& from = items[std::size_t(step.from)];
        const KnapsackItem& to = items[std::size_t(step.to)];
        if (to.weight - from.weight > capacity - result.sum.weight)
            break;
        result.sum.weight += to.weight - from.weight;
        result.sum.cost -= from.cost - to.cost;
        result.items[std::size_t(step.owner)] = step.to;
    }
    result.bound = double(result.sum.cost);
    if (result.breaking < steps.size())
        result.bound -= steps[result.breaking].slope * double(capacity - result.sum.weight);
    return result;
}

std::optional<KnapsackAnswer> solveKnapsack(
    const std::vector<KnapsackClass>& classes, std::int64_t capacity, std::int64_t work)
{
    const std::vector<KnapsackStep> steps = hullSteps(classes);
    if (sumOf(classes, std::vector<int>(classes.size(), 0)).weight > capacity)
        return {};
    const Relaxation start = relaxed(classes, steps, capacity);
    const bool isAll = start.breaking == steps.size();
    KnapsackAnswer answer{
        start.items, start.sum, start.bound, isAll ? 0 : steps[start.breaking].slope, isAll};
    if (isAll)
        return answer;
    fill(classes, steps, start.breaking, capacity, answer);
    if (work > 0)
        searchCore({classes, steps, start, capacity}, work, answer);
    return answer;
}

} // namespace aq
