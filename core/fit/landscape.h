#pragma once
#include "core/fit/evolution.h"
#include "core/fit/fit_blocks.h"

#include <array>

namespace aq {

/// One answer: for each free tensor one of its usable choices, fewest bytes first.
struct Genome {
    std::vector<std::uint16_t> genes;
    std::int64_t bytes = 0; ///< Of the file.
    /// Sums of a hash per gene and choice: equal genomes have equal ones, and different genomes do
    /// too only by a chance of 2^-128.
    std::array<std::uint64_t, 2> print = {};
};

/// What the search makes small, and what keeps it from being smaller.
struct Score {
    double objective = 0;
    int worst = -1; ///< The gene of the worst tensor; -1: none, or one that is not free.
    int block = -1; ///< The worst block, likewise.
};

/// All that a refinement needs to know of a model, laid out for quick sums.
class Landscape {
public:
    struct Choice {
        std::int64_t bytes;
        double cost;
        double relRmse;
        bool missed;
        int index; ///< Of the candidate.
    };
    Landscape(const FitModel& model, const FitAnswer& start, const FitObjective& objective);

    std::size_t genes() const { return m_choices.size(); }
    const std::vector<Choice>& choices(std::size_t gene) const { return m_choices[gene]; }
    const Choice& choice(const Genome& genome, std::size_t gene) const
    {
        return m_choices[gene][genome.genes[gene]];
    }
    /// The genes of a block.
    const std::vector<std::size_t>& members(int block) const
    {
        return m_blocks.members[std::size_t(block)];
    }
    /// @pre every choice is usable
    Genome genomeOf(const std::vector<int>& chosen) const;
    std::vector<int> chosenOf(const Genome& genome) const;
    void set(Genome& genome, std::size_t gene, std::size_t choice) const;
    Score score(const Genome& genome) const;

private:
    struct Terms {
        double total = 0, worst = 0, block = 0, missed = 0;
        int worstGene = -1, worstBlock = -1;
    };
    void addFixed(const FitModel& model);
    Terms terms(const Genome& genome) const;

    FitObjective m_objective;
    std::vector<std::vector<Choice>> m_choices;
    FitBlocks m_blocks;
    double m_tensors = 0; ///< In the header.
    std::int64_t m_fixedBytes = 0;
    Terms m_fixed; ///< Of tensors that are not free; no sum over blocks.
    Terms m_start;
};

} // namespace aq
