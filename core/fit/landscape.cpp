#include "core/fit/landscape.h"
#include "core/fit/fit_parts.h"

#include <algorithm>

namespace aq {
namespace {

/// Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014: the finalizer.
std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
}

std::array<std::uint64_t, 2> printOf(std::size_t gene, std::size_t choice)
{
    const std::uint64_t first = mixed((std::uint64_t(gene) << 16U) | choice);
    return {first, mixed(first)};
}

/// Relative to what it was at the start, which may have been nothing.
double ratio(double value, double start) { return start > 0 ? value / start : value; }

std::vector<Landscape::Choice> choicesOf(const FitModel& model, std::size_t position)
{
    std::vector<Landscape::Choice> choices;
    const std::vector<FitChoice>& all = model.problem.tensors[position];
    for (int i = 0; i < int(all.size()); ++i)
        if (isUsable(model, position, i))
            choices.push_back({all[std::size_t(i)].bytes, all[std::size_t(i)].cost,
                relRmseOf(model, position, i), isMissed(model, position, i), i});
    std::ranges::stable_sort(choices, {}, &Landscape::Choice::bytes);
    return choices;
}

} // namespace

Landscape::Landscape(const FitModel& model, const FitAnswer& start, const FitObjective& objective)
    : m_objective(objective)
    , m_blocks(model)
    , m_tensors(double(model.candidates->tensors.size()))
    , m_fixedBytes(model.problem.fixedBytes)
{
    m_choices.reserve(model.free.size());
    for (std::size_t i = 0; i < model.free.size(); ++i)
        m_choices.push_back(choicesOf(model, i));
    addFixed(model);
    m_start = terms(genomeOf(start.chosen));
}

void Landscape::addFixed(const FitModel& model)
{
    m_fixed.total = model.problem.fixedCost;
    std::size_t position = 0;
    for (std::size_t tensor = 0; tensor < model.candidates->tensors.size(); ++tensor) {
        if (position < model.free.size() && model.free[position] == tensor) {
            ++position;
            continue;
        }
        m_fixed.worst = std::max(m_fixed.worst, fixedRelRmse(model, tensor));
        m_fixed.missed += isFixedMissed(model, tensor) ? 1 : 0;
    }
}

Genome Landscape::genomeOf(const std::vector<int>& chosen) const
{
    Genome genome;
    genome.bytes = m_fixedBytes;
    genome.genes.resize(chosen.size());
    for (std::size_t gene = 0; gene < chosen.size(); ++gene) {
        const auto found
            = std::ranges::find(m_choices[gene], chosen[gene], &Landscape::Choice::index);
        const auto choice = std::size_t(found - m_choices[gene].begin());
        genome.genes[gene] = std::uint16_t(choice);
        genome.bytes += found->bytes;
        const auto print = printOf(gene, choice);
        genome.print[0] += print[0];
        genome.print[1] += print[1];
    }
    return genome;
}

std::vector<int> Landscape::chosenOf(const Genome& genome) const
{
    std::vector<int> chosen;
    chosen.reserve(genes());
    for (std::size_t gene = 0; gene < genes(); ++gene)
        chosen.push_back(choice(genome, gene).index);
    return chosen;
}

void Landscape::set(Genome& genome, std::size_t gene, std::size_t choice) const
{
    const auto before = printOf(gene, genome.genes[gene]);
    const auto after = printOf(gene, choice);
    for (std::size_t i = 0; i < before.size(); ++i)
        genome.print[i] += after[i] - before[i];
    genome.bytes += m_choices[gene][choice].bytes - m_choices[gene][genome.genes[gene]].bytes;
    genome.genes[gene] = std::uint16_t(choice);
}

Landscape::Terms Landscape::terms(const Genome& genome) const
{
    Terms sums = m_fixed;
    std::vector<double> blocks = m_blocks.fixedCosts;
    for (std::size_t gene = 0; gene < genes(); ++gene) {
        const Choice& chosen = choice(genome, gene);
        sums.total += chosen.cost;
        sums.missed += chosen.missed ? 1 : 0;
        blocks[m_blocks.ofGene[gene]] += chosen.cost;
        if (chosen.relRmse > sums.worst) {
            sums.worst = chosen.relRmse;
            sums.worstGene = int(gene);
        }
    }
    if (const auto worst = std::ranges::max_element(blocks); worst != blocks.end()) {
        sums.block = *worst;
        sums.worstBlock = int(worst - blocks.begin());
    }
    return sums;
}

Score Landscape::score(const Genome& genome) const
{
    const Terms now = terms(genome);
    const double objective = m_objective.total * ratio(now.total, m_start.total)
        + m_objective.worst * ratio(now.worst, m_start.worst)
        + m_objective.block * ratio(now.block, m_start.block)
        + m_objective.missed * now.missed / std::max(1.0, m_tensors);
    return {objective, now.worstGene, now.worstBlock};
}

} // namespace aq
