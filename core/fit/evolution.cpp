#include "core/fit/evolution.h"
#include "core/base/job_gate.h"
#include "core/fit/dice.h"
#include "core/fit/evolution_seeds.h"
#include "core/fit/landscape.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace aq {
namespace {

struct Individual {
    Genome genome;
    Score score;

    auto rank() const { return std::tuple(score.objective, genome.bytes); }
};

struct PrintHash {
    std::size_t operator()(const std::array<std::uint64_t, 2>& print) const
    {
        return std::size_t(print[0]);
    }
};

/// Changes genomes and keeps them within the budget.
class Variation {
public:
    Variation(const Landscape& landscape, const EvolutionOptions& options, Dice& dice)
        : m_landscape(landscape)
        , m_options(options)
        , m_dice(dice)
    {
    }
    void mutate(Genome& genome, const Score& hint);
    void cross(Genome& genome, const Genome& other);
    void repair(Genome& genome);
    void fill(Genome& genome);

private:
    std::size_t anyGene() { return m_dice.below(m_landscape.genes()); }
    int hinted(const Score& score);
    void step(Genome& genome, std::size_t gene, bool up);
    int lighter(const Genome& genome, std::size_t gene) const;
    int cheapestToLower(const Genome& genome);

    const Landscape& m_landscape;
    const EvolutionOptions& m_options;
    Dice& m_dice;
};

/// The next choice with fewer bytes; -1: there is none.
int Variation::lighter(const Genome& genome, std::size_t gene) const
{
    const auto& choices = m_landscape.choices(gene);
    int choice = int(genome.genes[gene]) - 1;
    while (choice >= 0 && choices[std::size_t(choice)].bytes == choices[genome.genes[gene]].bytes)
        --choice;
    return choice;
}

void Variation::step(Genome& genome, std::size_t gene, bool up)
{
    const int choice = int(genome.genes[gene]) + (up ? 1 : -1);
    if (choice >= 0 && choice < int(m_landscape.choices(gene).size()))
        m_landscape.set(genome, gene, std::size_t(choice));
}

/// A gene that decides one of the terms which are no sums; -1: none does.
int Variation::hinted(const Score& score)
{
    const bool asksBlock = m_options.objective.block > 0 && score.block >= 0
        && !m_landscape.members(score.block).empty();
    const bool asksWorst = m_options.objective.worst > 0 && score.worst >= 0;
    if (asksBlock && (!asksWorst || m_dice.chance(0.5))) {
        const auto& members = m_landscape.members(score.block);
        return int(members[m_dice.below(members.size())]);
    }
    return asksWorst ? score.worst : -1;
}

void Variation::mutate(Genome& genome, const Score& hint)
{
    for (int count = std::max(1, m_dice.times(m_options.mutations)); count > 0; --count) {
        const int wanted = m_dice.chance(0.25) ? hinted(hint) : -1;
        if (wanted >= 0) {
            step(genome, std::size_t(wanted), true);
            continue;
        }
        const std::size_t gene = anyGene();
        if (m_dice.chance(0.5))
            step(genome, gene, m_dice.chance(0.5));
        else
            m_landscape.set(genome, gene, m_dice.below(m_landscape.choices(gene).size()));
    }
}

void Variation::cross(Genome& genome, const Genome& other)
{
    for (std::size_t gene = 0; gene < m_landscape.genes(); ++gene)
        if (genome.genes[gene] != other.genes[gene] && m_dice.chance(0.5))
            m_landscape.set(genome, gene, other.genes[gene]);
}

/// Of a few genes the one whose next lighter choice costs least per byte it saves; -1: none of them
/// can be lighter.
int Variation::cheapestToLower(const Genome& genome)
{
    constexpr std::size_t few = 8, many = 32; // Now wide, now greedy.
    const std::size_t samples = m_dice.chance(0.5) ? many : 1 + m_dice.below(few);
    int best = -1;
    double least = 0;
    for (std::size_t drawn = 0; drawn < samples; ++drawn) {
        const std::size_t gene = anyGene();
        const int to = lighter(genome, gene);
        if (to < 0)
            continue;
        const auto& now = m_landscape.choice(genome, gene);
        const auto& then = m_landscape.choices(gene)[std::size_t(to)];
        const double price = (then.cost - now.cost) / double(now.bytes - then.bytes);
        if (best < 0 || price < least) {
            best = int(gene);
            least = price;
        }
    }
    return best;
}

/// The start is within the budget, so that something can always be made lighter.
void Variation::repair(Genome& genome)
{
    int misses = 0;
    std::size_t next = 0; // Where to look in turn, when drawing finds nothing any more.
    constexpr int patience = 8;
    while (genome.bytes > m_options.budget) {
        const int drawn = misses < patience ? cheapestToLower(genome) : -1;
        misses += drawn < 0 ? 1 : 0;
        if (drawn >= 0)
            m_landscape.set(
                genome, std::size_t(drawn), std::size_t(lighter(genome, std::size_t(drawn))));
        else if (misses >= patience && lighter(genome, next) >= 0)
            m_landscape.set(genome, next, std::size_t(lighter(genome, next)));
        else if (misses >= patience)
            next = (next + 1) % m_landscape.genes();
    }
}

/// Spends what is left, where it happens to fit.
void Variation::fill(Genome& genome)
{
    constexpr int tries = 16;
    for (int i = 0; i < tries; ++i) {
        const std::size_t gene = anyGene();
        const std::size_t up = genome.genes[gene] + std::size_t(1);
        if (up >= m_landscape.choices(gene).size())
            continue;
        const auto& now = m_landscape.choice(genome, gene);
        const auto& then = m_landscape.choices(gene)[up];
        if (then.bytes - now.bytes <= m_options.budget - genome.bytes && then.cost < now.cost)
            m_landscape.set(genome, gene, up);
    }
}

/// Generations of answers.
class Population {
public:
    Population(const Landscape& landscape, const EvolutionOptions& options)
        : m_landscape(landscape)
        , m_options(options)
        , m_dice(options.seed)
        , m_variation(landscape, options, m_dice)
    {
    }
    void begin(const std::vector<std::vector<int>>& seeds); ///< The first is the start.
    /// @return false: cancelled on the way, the generation before stands
    bool advance(const std::function<bool()>& cancelled);
    const Individual& best() const { return m_all.front(); }
    EvolutionStep step(int generation) const;

private:
    std::size_t size() const { return std::size_t(std::max(2, m_options.population)); }
    Individual scored(Genome genome);
    const Individual& selected();
    Genome child();
    void settle(std::vector<Individual> all);

    const Landscape& m_landscape;
    const EvolutionOptions& m_options;
    Dice m_dice;
    Variation m_variation;
    std::vector<Individual> m_all; ///< Best first.
    std::unordered_map<std::array<std::uint64_t, 2>, Score, PrintHash> m_known;
};

Individual Population::scored(Genome genome)
{
    const auto [at, isNew] = m_known.try_emplace(genome.print);
    if (isNew)
        at->second = m_landscape.score(genome);
    return {std::move(genome), at->second};
}

void Population::settle(std::vector<Individual> all)
{
    m_all = std::move(all);
    std::ranges::stable_sort(m_all, {}, &Individual::rank);
}

void Population::begin(const std::vector<std::vector<int>>& seeds)
{
    std::vector<Individual> all;
    all.reserve(std::max(size(), seeds.size()));
    for (const std::vector<int>& seed : seeds)
        all.push_back(scored(m_landscape.genomeOf(seed)));
    while (all.size() < size()) {
        const Individual& parent = all[m_dice.below(seeds.size())];
        Genome genome = parent.genome;
        m_variation.mutate(genome, parent.score);
        m_variation.repair(genome);
        all.push_back(scored(std::move(genome)));
    }
    settle(std::move(all));
}

/// The best of a few that are drawn.
const Individual& Population::selected()
{
    std::size_t best = m_dice.below(m_all.size());
    for (int i = 1; i < m_options.tournament; ++i)
        best = std::min(best, m_dice.below(m_all.size()));
    return m_all[best];
}

Genome Population::child()
{
    const Individual& parent = selected();
    Genome genome = parent.genome;
    if (m_dice.chance(m_options.crossover))
        m_variation.cross(genome, selected().genome);
    constexpr int tries = 8; // What was looked at before teaches nothing.
    for (int i = 0; i == 0 || (i < tries && m_known.contains(genome.print)); ++i) {
        m_variation.mutate(genome, parent.score);
        m_variation.repair(genome);
        if (m_dice.chance(0.75)) // A wider type may miss its higher floor.
            m_variation.fill(genome);
    }
    return genome;
}

bool Population::advance(const std::function<bool()>& cancelled)
{
    const auto elite = std::clamp<std::size_t>(
        std::size_t(std::ceil(m_options.elite * double(size()))), 1, size() - 1);
    std::vector<Individual> next(
        m_all.begin(), m_all.begin() + std::ptrdiff_t(std::min(elite, m_all.size())));
    while (next.size() < size()) {
        if (cancelled())
            return false;
        next.push_back(scored(child()));
    }
    settle(std::move(next));
    return true;
}

EvolutionStep Population::step(int generation) const
{
    double sum = 0;
    for (const Individual& each : m_all)
        sum += each.score.objective;
    return {generation, best().score.objective, sum / double(m_all.size())};
}

/// There is something to choose, and what is chosen can be.
bool isRefinable(const FitModel& model, const FitAnswer& start)
{
    for (std::size_t i = 0; i < start.chosen.size(); ++i)
        if (!isUsable(model, i, start.chosen[i]))
            return false;
    return !model.free.empty() && start.chosen.size() == model.free.size();
}

} // namespace

Evolution refine(const FitModel& model, const FitAnswer& start, const EvolutionOptions& options,
    const JobControl& control, const std::function<void(const EvolutionStep&)>& stepped)
{
    if (!isRefinable(model, start))
        return {start, 0, 0, {}, control.cancelled()};
    EvolutionOptions asked = options;
    asked.budget = std::max(options.budget, start.bytes);
    const Landscape landscape(model, start, asked.objective);
    Evolution result;
    result.answer = start;
    const double before = landscape.score(landscape.genomeOf(start.chosen)).objective;
    result.before = result.after = before;
    result.cancelled = control.cancelled();
    if (result.cancelled)
        return result;

    std::vector<std::vector<int>> seeds{start.chosen};
    std::ranges::move(evolutionSeeds(model, start, asked), std::back_inserter(seeds));
    Population population(landscape, asked);
    population.begin(seeds);
    const auto told = [&](int generation) {
        result.history.push_back(population.step(generation));
        if (stepped)
            stepped(result.history.back());
        control.progress({generation, asked.generations, QStringLiteral("refine"), {}});
    };
    told(0);
    const auto mayGoOn
        = [&] { return !control.gate || control.gate->waitForTurn(0, control.cancelled); };
    int progressed = 0;
    for (int i = 1; i <= asked.generations && i - progressed <= asked.stagnant; ++i) {
        const double best = population.best().score.objective;
        result.cancelled = !mayGoOn() || !population.advance(control.cancelled);
        if (result.cancelled)
            break;
        if (population.best().score.objective < best)
            progressed = i;
        told(i);
    }
    if (const Individual& best = population.best(); best.score.objective < before) {
        result.answer = answerFor(model.problem, landscape.chosenOf(best.genome));
        result.answer.bound = start.bound;
        result.after = best.score.objective;
    }
    return result;
}

} // namespace aq
